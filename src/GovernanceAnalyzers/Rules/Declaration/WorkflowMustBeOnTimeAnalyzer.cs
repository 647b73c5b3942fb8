using GovernanceAnalyzers.OperatingModel;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Declaration;

/// <summary>
/// GVN1016: a sunset or a review that was promised has not come and gone unnoticed. Judged here only where the project sets a date, because the clock is
/// no compiler input; otherwise the build compares the manifest with the clock.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("That somebody looked at the workflow, or decided about it, is for them to write.")]
public sealed class WorkflowMustBeOnTimeAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN1016",
        GovernanceRule.Declaration,
        DiagnosticSeverity.Warning,
        "A workflow is reviewed and ends as declared",
        "Workflow '{0}': {1}");

    /// <summary>Makes the analyzer.</summary>
    public WorkflowMustBeOnTimeAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
    {
        if (context.Options.Date is { } today)
        {
            context.OnWorkflow((workflow, report) => Analyze(workflow, context.Symbols, today, report));
        }
    }

    private static void Analyze(Workflow workflow, GovernanceSymbols symbols, DateTime today, Action<Diagnostic> report)
    {
        if (Declared.Sunset(workflow.Type, symbols) is { LastDay: { } last } sunset && today > last)
        {
            Report(sunset.Attribute.LocationOf(0), $"its sunset was on {sunset.Date}; decide about it, and write the new date or take it out");
        }

        foreach (var review in Declared.Reviews(workflow.Type, symbols).Where(r => today >= r.OverdueFrom))
        {
            Report(
                review.Attribute.LocationOf("Last"),
                $"its review '{review.Kind}' was last on {review.Last} and is due every {review.EveryDays} days; hold it, and write its day");
        }

        void Report(Location place, string what) => report(Diagnostic.Create(s_rule, place, workflow.Id, what));
    }
}
