using GovernanceAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis.CodeActions;

namespace GovernanceAnalyzers.CodeFixes;

/// <summary>Owns the ceremony of a fix for a step's rule; a fix is a constructor and the list of what it offers.</summary>
public abstract class StepFix : CodeFixProvider
{
    private readonly FixAllScopes _scopes;

    private protected StepFix(string rule, FixAllScopes scopes)
    {
        _scopes = scopes;
        FixableDiagnosticIds = [rule];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider? GetFixAllProvider() => _scopes == FixAllScopes.None ? null : StepFixAllProvider.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await StepSite.FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } site)
            {
                continue;
            }

            foreach (var offer in Offers(site))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        offer.Title,
                        async cancellationToken =>
                        {
                            var edit = new SolutionEdit(context.Document.Project.Solution);
                            await offer.Edit(edit, cancellationToken).ConfigureAwait(false);
                            return edit.ChangedSolution();
                        },
                        offer.Key),
                    diagnostic);
            }
        }
    }

    /// <summary>What can be done here, the safest first. Nothing is offered that would change nothing.</summary>
    private protected abstract IEnumerable<Offer> Offers(StepSite site);

    internal Offer? OfferFor(StepSite site, string? key) => Offers(site).FirstOrDefault(offer => offer.Key == key);
}

/// <summary>Whether a fix may be applied to many places at once.</summary>
internal enum FixAllScopes
{
    /// <summary>The fix needs a fact that only a person knows, place by place.</summary>
    None,

    /// <summary>The fix is mechanical: document, project and solution.</summary>
    All,
}
