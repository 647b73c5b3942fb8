using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;
using GovernanceAnalyzers.Rules.Declaration;

namespace GovernanceAnalyzers.CodeFixes.Declaration;

/// <summary>
/// GVN1021: adds <c>GovernanceOwner = ""</c> or <c>[Review("")]</c>, to be filled in. Who oversees, and how often, is for a person to write, workflow by
/// workflow, so there is no FixAll.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WorkflowMustBeOverseenFix)), Shared]
public sealed class WorkflowMustBeOverseenFix : WorkflowFix
{
    /// <summary>Makes the fix.</summary>
    public WorkflowMustBeOverseenFix()
        : base("GVN1021", FixAllScopes.None)
    {
    }

    private protected override IEnumerable<Offer> Offers(WorkflowSite site) => site.Property(RuleProperty.Problem) switch
    {
        nameof(OversightProblem.NoGovernanceOwner) when site.Attribute.NamedArgument("GovernanceOwner") is null
            => [site.AddArgument("GovernanceOwner", "WorkflowMustBeOverseenFix:owner")],
        nameof(OversightProblem.NoReview)
            => [site.AddAttribute($"Add a review to the workflow '{site.Workflow.Type.Name}'", "WorkflowMustBeOverseenFix:review", "Review", "")],
        _ => [],
    };
}
