using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;

namespace GovernanceAnalyzers.CodeFixes.Stages;

/// <summary>GVN4003: adds <c>Runbook = ""</c>, to be filled in; an empty one counts as missing. There is no FixAll, for each has its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WorkflowMustHaveRunbookFix)), Shared]
public sealed class WorkflowMustHaveRunbookFix : WorkflowFix
{
    /// <summary>Makes the fix.</summary>
    public WorkflowMustHaveRunbookFix()
        : base("GVN4003", FixAllScopes.None)
    {
    }

    private protected override IEnumerable<Offer> Offers(WorkflowSite site)
        => site.Attribute.NamedArgument("Runbook") is null ? [site.AddArgument("Runbook", nameof(WorkflowMustHaveRunbookFix))] : [];
}
