using System.Composition;

namespace GovernanceAnalyzers.CodeFixes.Stages;

/// <summary>GVN4001: adds the missing key figure by name. Its value, or why it has none, stays to be written (GVN1015), so all can be added at once.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WorkflowMustHaveBaselinesFix)), Shared]
public sealed class WorkflowMustHaveBaselinesFix : WorkflowFix
{
    /// <summary>Makes the fix.</summary>
    public WorkflowMustHaveBaselinesFix()
        : base("GVN4001", FixAllScopes.All)
    {
    }

    private protected override IEnumerable<Offer> Offers(WorkflowSite site)
    {
        if (site.Property(RuleProperty.Suggestion) is { } metric)
        {
            yield return site.AddAttribute(
                $"Add baseline '{metric}' to the workflow '{site.Workflow.Type.Name}'", nameof(WorkflowMustHaveBaselinesFix), "Baseline", metric);
        }
    }
}
