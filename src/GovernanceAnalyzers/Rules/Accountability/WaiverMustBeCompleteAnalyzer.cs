namespace GovernanceAnalyzers.Rules.Accountability;

/// <summary>GVN3002: an exception says why, who allowed it and until when.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("A fix never invents the person who approved, nor the reason.")]
public sealed class WaiverMustBeCompleteAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Enforced(
        "GVN3002",
        GovernanceRule.Accountability,
        "A waiver has a reason, an approver and an end date",
        "The waiver of {0} waives nothing: {1}");

    /// <summary>Makes the analyzer.</summary>
    public WaiverMustBeCompleteAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnWaiver((waiver, report) =>
    {
        var shortcomings = waiver.Shortcomings(context.Options).ToArray();
        if (shortcomings.Length > 0)
        {
            var rule = waiver.Rule.Length > 0 ? waiver.Rule : "no rule";
            report(Diagnostic.Create(
                s_rule, Place(waiver, shortcomings[0].Argument), rule, string.Join("; ", shortcomings.Select(s => s.Problem))));
        }
    });

    private static Location Place(Waiver waiver, string argument)
        => argument == Waiver.RuleArgument ? waiver.Attribute.LocationOf(0) : waiver.Attribute.LocationOf(argument);
}
