using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Declaration;

/// <summary>GVN1008: somebody is told when a Medium or High step is denied, expires or fails.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StepMustHaveEscalationPathAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN1008",
        GovernanceRule.Declaration,
        DiagnosticSeverity.Error,
        "A Medium or High step has an escalation path",
        "{0} step '{1}' has no escalation path{2}: write EscalateTo = \"…\" {3}, "
        + "naming who is told when the step is denied, expires or fails");

    /// <summary>Makes the analyzer.</summary>
    public StepMustHaveEscalationPathAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnStep((step, report) => Analyze(step, context, report));

    private static void Analyze(Step step, RuleContext context, Action<Diagnostic> report)
    {
        if (step.NeedsConfirmation && !Answer.IsGiven(step.EscalateTo) && !context.IsSaidOnce(step))
        {
            report(Diagnostic.Create(
                s_rule,
                step.Attribute.LocationOf("EscalateTo"),
                step.Tier,
                step.Title(),
                step.EscalateTo is { } placeholder ? $", for '{placeholder}' names nobody" : "",
                step.Workflow is { } workflow ? $"here or on [GovernedWorkflow] of '{workflow.Type.Name}'" : "here"));
        }
    }
}
