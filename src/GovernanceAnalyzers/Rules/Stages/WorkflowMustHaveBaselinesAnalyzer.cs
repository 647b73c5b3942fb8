using GovernanceAnalyzers.OperatingModel;
using GovernanceAnalyzers.Stages;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Stages;

/// <summary>GVN4001: from Pilot on, what success and failure are is declared before data is collected.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WorkflowMustHaveBaselinesAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        StageRequirements.Baselines,
        GovernanceRule.Stages,
        DiagnosticSeverity.Error,
        "A workflow in a stage has its baselines",
        "Workflow '{0}' is in stage {1} and has {2}");

    /// <summary>Makes the analyzer.</summary>
    public WorkflowMustHaveBaselinesAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnWorkflow((workflow, report) =>
    {
        foreach (var (requirement, missing) in StageGaps.Of(workflow, context.Symbols, s_rule.Id))
        {
            report(Diagnostic.Create(
                s_rule,
                workflow.Attribute.LocationOf("Stage"),
                RuleProperty.Of(RuleProperty.Suggestion, requirement.Metric),
                workflow.Id,
                workflow.Stage,
                missing));
        }
    });
}
