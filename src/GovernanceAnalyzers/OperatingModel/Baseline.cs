using System.Globalization;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.OperatingModel;

/// <summary>A <c>[Baseline]</c> as written.</summary>
internal sealed class Baseline(AttributeData attribute)
{
    public AttributeData Attribute { get; } = attribute;

    public string Metric { get; } = attribute.Positional(0) as string ?? "";

    public double? Value { get; } = Number(attribute.Positional(1));

    public string? Unit { get; } = attribute.NamedText("Unit");

    public double? Target { get; } = Number(attribute.Named("Target"));

    public double? Kill { get; } = Number(attribute.Named("Kill"));

    /// <summary>The declared direction's name; null where it is left to the values.</summary>
    public string? Direction { get; } = attribute.Named("Direction") switch { 1 => LowerIsBetter, 2 => HigherIsBetter, _ => null };

    public string? NotApplicable { get; } = attribute.NamedText("NotApplicable");

    private const string LowerIsBetter = nameof(LowerIsBetter);
    private const string HigherIsBetter = nameof(HigherIsBetter);

    public IEnumerable<Shortcoming> Shortcomings()
    {
        if (!GovernanceId.IsWellFormed(Metric))
        {
            yield return new(Attribute.LocationOf(0), $"a metric is named by {GovernanceId.Form}, and '{Metric}' is not");
        }

        if (Attribute.Argument("NotApplicable") is not null)
        {
            if (!Answer.IsGiven(NotApplicable))
            {
                yield return new(Attribute.LocationOf("NotApplicable"), $"{Named} gives no reason in NotApplicable");
            }
            else if (Value is not null || Target is not null || Kill is not null)
            {
                yield return new(Attribute.LocationOf("NotApplicable"), $"{Named} is not applicable and has numbers all the same");
            }
        }
        else if (Value is null)
        {
            yield return new(Attribute.NameLocation(), $"{Named} has neither a value nor a reason in NotApplicable");
        }
        else if (Contradiction() is { } contradiction)
        {
            yield return contradiction;
        }
    }

    private string Named => $"baseline '{Metric}'";

    private Shortcoming? Contradiction()
    {
        foreach (var (argument, number) in new[] { ("Target", Target), ("Kill", Kill), ("", Value) })
        {
            if (number is { } infinite && double.IsInfinity(infinite))
            {
                return new(argument.Length > 0 ? Attribute.LocationOf(argument) : Attribute.LocationOf(1), $"{Named} has an infinite number");
            }
        }

        // Which way is better: as declared, else towards the target, else away from the kill value.
        var better = Direction switch
        {
            LowerIsBetter => -1,
            HigherIsBetter => 1,
            _ when Target is { } target && target != Value => Math.Sign(target - Value!.Value),
            _ when Kill is { } kill => Math.Sign(Value!.Value - kill),
            _ => 0,
        };
        if (Target is { } wanted && (wanted - Value!.Value) * better < 0)
        {
            return new(Attribute.LocationOf("Target"),
                $"{Named} has the target {Text(wanted)}, which is worse than its value {Text(Value.Value)} where {Words(better)} is better");
        }

        var worst = Target is { } best ? best : Value!.Value;
        return Kill is { } stop && (stop - worst) * better >= 0
            ? new(Attribute.LocationOf("Kill"),
                $"{Named} has the kill value {Text(stop)}, which is not worse than its {(Target is null ? "value" : "target")} {Text(worst)}"
                + (better == 0 ? "" : $" where {Words(better)} is better"))
            : null;
    }

    private static string Words(int better) => better < 0 ? "less" : "more";

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>An absent number is NaN in the attribute, never 0.</summary>
    private static double? Number(object? value) => value is double number && !double.IsNaN(number) ? number : null;
}
