namespace GovernanceAnalyzers.CodeFixes;

/// <summary>A fix for a rule about a workflow.</summary>
public abstract class WorkflowFix : RuleFix
{
    private protected WorkflowFix(string rule, FixAllScopes scopes)
        : base(rule, scopes)
    {
    }

    internal sealed override async Task<IEnumerable<Offer>> OffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
        => await WorkflowSite.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { } site ? Offers(site) : [];

    /// <summary>What can be done here, the safest first. Nothing is offered that would change nothing.</summary>
    private protected abstract IEnumerable<Offer> Offers(WorkflowSite site);
}
