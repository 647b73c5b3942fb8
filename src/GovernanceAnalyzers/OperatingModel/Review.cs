using System.Globalization;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.OperatingModel;

/// <summary>A <c>[Review]</c> as written: how often somebody looks at a workflow again.</summary>
internal sealed class Review(AttributeData attribute)
{
    public AttributeData Attribute { get; } = attribute;

    public string Kind { get; } = attribute.Positional(0) as string ?? "";

    /// <summary>The cadence in days; null where it is not declared.</summary>
    public int? EveryDays { get; } = attribute.Named("EveryDays") as int?;

    public string? Last { get; } = attribute.NamedText("Last");

    /// <summary>The first day on which the next review is overdue; null where none is due yet or the declaration cannot be used.</summary>
    public DateTime? OverdueFrom => EveryDays is > 0 and var days && GovernanceOptions.ParseDate(Last) is { } last
        && (DateTime.MaxValue - last).TotalDays > days + 1.0
            ? last.AddDays(days + 1.0)
            : null;

    public IEnumerable<Shortcoming> Shortcomings()
    {
        if (!GovernanceId.IsWellFormed(Kind))
        {
            yield return new(Attribute.LocationOf(0), $"a kind of review is named by {GovernanceId.Form}, and '{Kind}' is not");
        }

        if (EveryDays is not > 0)
        {
            yield return new(
                Attribute.LocationOf("EveryDays"),
                EveryDays is { } days
                    ? $"review '{Kind}' is every {days.ToString(CultureInfo.InvariantCulture)} days, and a cadence is 1 or more"
                    : $"review '{Kind}' says no cadence: write EveryDays");
        }

        if (Last is not null && GovernanceOptions.ParseDate(Last) is null)
        {
            yield return new(Attribute.LocationOf("Last"), $"review '{Kind}' was last on '{Last}', which is no date as yyyy-MM-dd");
        }
    }
}
