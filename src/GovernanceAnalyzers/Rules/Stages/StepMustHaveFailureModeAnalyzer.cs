using GovernanceAnalyzers.OperatingModel;
using GovernanceAnalyzers.Stages;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Stages;

/// <summary>GVN4002: from Validate on, each Medium and High step has a failure mode with a response.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StepMustHaveFailureModeAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        StageRequirements.FailureModes,
        GovernanceRule.Stages,
        DiagnosticSeverity.Error,
        "A Medium or High step says what is done when it goes wrong",
        "Step '{0}' is in stage {1} and has {2}");

    /// <summary>Makes the analyzer.</summary>
    public StepMustHaveFailureModeAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnStep((step, report) =>
    {
        foreach (var missing in StageGaps.Of(step, s_rule.Id))
        {
            report(Diagnostic.Create(s_rule, step.Attribute.NameLocation(), step.Title(), step.Workflow!.Stage, missing));
        }
    });
}
