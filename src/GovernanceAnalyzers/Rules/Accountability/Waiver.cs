using System.Globalization;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Accountability;

/// <summary>A <c>[GovernanceWaiver]</c> as written: a reason, an approver and an end date for one rule at one place.</summary>
/// <param name="attribute">The attribute.</param>
/// <param name="on">The member, type or assembly that carries it.</param>
internal sealed class Waiver(AttributeData attribute, ISymbol on)
{
    /// <summary>The constructor argument, in <see cref="Shortcomings"/>.</summary>
    public const string RuleArgument = "rule";

    public AttributeData Attribute { get; } = attribute;

    public ISymbol On { get; } = on;

    public string Rule { get; } = attribute.Positional(0) as string ?? "";

    public string? Reason { get; } = attribute.NamedText("Reason");

    public string? ApprovedBy { get; } = attribute.NamedText("ApprovedBy")?.Trim();

    public string? Until { get; } = attribute.NamedText("Until");

    /// <summary>The documentation id of the member or type that a waiver on the assembly is for; null where it is for all of it.</summary>
    public string? Target { get; } = attribute.NamedText("Target");

    /// <summary>Nothing is reported about a local function by itself, so no waiver there can hold.</summary>
    public bool IsOnLocalFunction => On is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction };

    public bool IsOnAssembly => On.Kind is SymbolKind.Assembly or SymbolKind.NetModule;

    /// <summary>
    /// The rules about waivers and suppressions, about our own inputs and about facts cannot be waived: the first would waive themselves,
    /// the second have a plain correction, the third find nothing.
    /// </summary>
    public static bool CanWaive(string rule)
        => rule is not ("GVN3002" or "GVN3003" or "GVN3005")
        && !rule.StartsWith("GVN9", StringComparison.Ordinal)
        && !rule.StartsWith("GVN0", StringComparison.Ordinal);

    /// <summary>What keeps the waiver from holding, in words, and the argument it is about: such a waiver waives nothing.</summary>
    public IEnumerable<(string Argument, string Problem)> Shortcomings(GovernanceOptions options)
    {
        if (RuleIds.IsFromTheBuild(Rule))
        {
            yield return (RuleArgument, $"{Rule} comes from the build, which no attribute reaches");
        }
        else if (!RuleIds.All.Contains(Rule))
        {
            yield return (RuleArgument, $"'{Rule}' is no rule of this version, such as GVN2001");
        }
        else if (!CanWaive(Rule))
        {
            yield return (RuleArgument, $"{Rule} cannot be waived");
        }

        if (IsOnLocalFunction)
        {
            yield return (RuleArgument, "it stands on a local function or a lambda, whose findings are its method's; write it there");
        }

        if (!Answer.IsGiven(Reason))
        {
            yield return ("Reason", "it gives no Reason");
        }

        if (!Answer.IsGiven(ApprovedBy))
        {
            yield return ("ApprovedBy", "it names nobody in ApprovedBy");
        }

        if (EndProblem(options) is { } problem)
        {
            yield return ("Until", problem);
        }

        if (Attribute.Named("Target") is not null && (Target is null || !IsOnAssembly))
        {
            yield return ("Target", IsOnAssembly
                ? "its Target is empty"
                : "a Target belongs on the assembly; here the waiver is for what it stands on");
        }
    }

    private string? EndProblem(GovernanceOptions options)
    {
        if (Until is null)
        {
            return "it has no end date: Until = \"yyyy-MM-dd\"";
        }

        if (GovernanceOptions.ParseDate(Until) is not { } until)
        {
            return $"Until = \"{Until}\" is no date as yyyy-MM-dd";
        }

        // The clock is no compiler input: without a GovernanceDate the build target and the gate judge the date.
        if (options.Date is not { } today)
        {
            return null;
        }

        var latest = options.LatestEnd(today);
        return until < today ? $"it ended on {Text(until)}"
             : until > latest
                ? $"Until = \"{Until}\" is later than {Text(latest)}, the {options.MaximumWaiverDays} days a "
                + "waiver may last (GovernanceMaximumWaiverDays)"
             : null;
    }

    private static string Text(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
