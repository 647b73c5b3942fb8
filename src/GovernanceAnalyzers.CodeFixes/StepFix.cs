namespace GovernanceAnalyzers.CodeFixes;

/// <summary>A fix for a rule about a step.</summary>
public abstract class StepFix : RuleFix
{
    private protected StepFix(string rule, FixAllScopes scopes)
        : base(rule, scopes)
    {
    }

    internal sealed override async Task<IEnumerable<Offer>> OffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
        => await StepSite.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { } site ? Offers(site) : [];

    /// <summary>What can be done here, the safest first. Nothing is offered that would change nothing.</summary>
    private protected abstract IEnumerable<Offer> Offers(StepSite site);
}
