using GovernanceAnalyzers.OperatingModel;
using GovernanceAnalyzers.Stages;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Stages;

/// <summary>GVN4003: from Harden on, whoever is called when something goes wrong finds what to do.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WorkflowMustHaveRunbookAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        StageRequirements.Runbook,
        GovernanceRule.Stages,
        DiagnosticSeverity.Error,
        "A hardened workflow has a runbook",
        "Workflow '{0}' is in stage {1} and has {2}");

    /// <summary>Makes the analyzer.</summary>
    public WorkflowMustHaveRunbookAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnWorkflow((workflow, report) =>
    {
        foreach (var (_, missing) in StageGaps.Of(workflow, context.Symbols, s_rule.Id))
        {
            report(Diagnostic.Create(
                s_rule,
                workflow.Attribute.LocationOf(workflow.Attribute.Argument("Runbook") is null ? "Stage" : "Runbook"),
                workflow.Id,
                workflow.Stage,
                missing));
        }
    });
}
