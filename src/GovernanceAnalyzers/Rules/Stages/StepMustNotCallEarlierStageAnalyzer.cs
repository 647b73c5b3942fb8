using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Stages;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Stages;

/// <summary>GVN4006: a workflow is no more proven than the least proven one that it acts through.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Whether the other workflow moves on or this one waits is decided at a gate.")]
public sealed class StepMustNotCallEarlierStageAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN4006",
        GovernanceRule.Stages,
        DiagnosticSeverity.Error,
        "A workflow calls no workflow of an earlier stage",
        "Step '{0}' is in stage {1} and calls step '{2}', whose workflow {3}: raise that one first, or call it from no later stage");

    /// <summary>Makes the analyzer.</summary>
    public StepMustNotCallEarlierStageAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnStep((step, report, cancellationToken) =>
    {
        if (step.Workflow?.Stage is { } stage)
        {
            Analyze(step, stage, context.Model.Of(step, cancellationToken).All, report);
        }
    });

    private static void Analyze(Step step, string stage, RootReach reach, Action<Diagnostic> report)
    {
        foreach (var called in reach.Steps.Where(c => StageRequirements.Order(c.What.Step.Workflow?.Stage) < StageRequirements.Order(stage)))
        {
            report(Diagnostic.Create(
                s_rule,
                NamedPlace.Of(called.Way.Start),
                called.Way.Further,
                step.Title(),
                stage,
                called.What.Step.Title() + (called.Way.Length > 1 ? $" by {called.Way}" : ""),
                called.What.Step.Workflow?.Stage is { } earlier ? $"is in stage {earlier}" : "declares no stage"));
        }
    }
}
