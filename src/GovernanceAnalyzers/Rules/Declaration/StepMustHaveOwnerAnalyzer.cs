using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Declaration;

/// <summary>GVN1001: somebody answers for each step.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StepMustHaveOwnerAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Enforced(
        "GVN1001",
        GovernanceRule.Declaration,
        "A step has an owner",
        "Step '{0}' has no owner{1}: write Owner = \"…\" {2}, naming the person, team or role that answers for it");

    /// <summary>Makes the analyzer.</summary>
    public StepMustHaveOwnerAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context) => context.OnStep(Analyze);

    private static void Analyze(Step step, Action<Diagnostic> report)
    {
        if (!Answer.IsGiven(step.Owner))
        {
            report(Diagnostic.Create(
                s_rule,
                step.Attribute.LocationOf("Owner"),
                step.Title(),
                step.Owner is { } placeholder ? $", for '{placeholder}' names nobody" : "",
                step.Workflow is { } workflow ? $"here or on [GovernedWorkflow] of '{workflow.Type.Name}'" : "here"));
        }
    }
}
