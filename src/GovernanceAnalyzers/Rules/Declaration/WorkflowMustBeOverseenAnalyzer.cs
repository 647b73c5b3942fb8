using GovernanceAnalyzers.OperatingModel;
using GovernanceAnalyzers.Owners;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Declaration;

/// <summary>
/// GVN1021: somebody who is not the owner looks at the workflow, again and again. Asked of a workflow that declares a stage or has a step that needs a
/// human; a few Low steps alone have nothing to oversee.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WorkflowMustBeOverseenAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN1021",
        GovernanceRule.Declaration,
        DiagnosticSeverity.Error,
        "A workflow is overseen by somebody else than its owner",
        "Workflow '{0}' {1}");

    /// <summary>Makes the analyzer.</summary>
    public WorkflowMustBeOverseenAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
        => context.OnWorkflow((workflow, report) => Analyze(workflow, context, report));

    private static void Analyze(Workflow workflow, RuleContext context, Action<Diagnostic> report)
    {
        var hasGovernanceOwner = Answer.IsGiven(workflow.GovernanceOwner);
        if (hasGovernanceOwner && context.Waivers.OwnersList.Shared(workflow.GovernanceOwner, workflow.Owner) is { } both)
        {
            var how = SameName.Instance.Equals(both, workflow.Owner) ? "" : $", for '{both}' stands for '{workflow.GovernanceOwner}' too";
            Report(OversightProblem.OwnerOverseesItself, $"is overseen by its owner '{workflow.Owner}'{how}: GovernanceOwner names somebody else");
        }

        if (workflow.Stage is null && !GovernedCode.StepsOf(workflow, context.Symbols).Any(s => s.NeedsConfirmation))
        {
            return;
        }

        if (!hasGovernanceOwner)
        {
            Report(
                OversightProblem.NoGovernanceOwner,
                $"has no governance owner{(workflow.GovernanceOwner is { } nobody ? $", for '{nobody}' names nobody" : "")}: "
                + "write GovernanceOwner = \"…\", naming who oversees the owner");
        }

        if (Declared.Reviews(workflow.Type, context.Symbols).IsEmpty)
        {
            Report(OversightProblem.NoReview, "has no review: write [Review(\"…\", EveryDays = …)], saying what is looked at again and how often");
        }

        void Report(OversightProblem problem, string what) => report(Diagnostic.Create(
            s_rule,
            problem == OversightProblem.NoReview ? workflow.Attribute.NameLocation() : workflow.Attribute.LocationOf("GovernanceOwner"),
            RuleProperty.Of(RuleProperty.Problem, problem.ToString()),
            workflow.Id,
            what));
    }
}

/// <summary>What a workflow's oversight lacks (GVN1021).</summary>
internal enum OversightProblem
{
    OwnerOverseesItself,
    NoGovernanceOwner,
    NoReview,
}
