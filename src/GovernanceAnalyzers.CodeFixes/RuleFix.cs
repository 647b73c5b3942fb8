using GovernanceAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis.CodeActions;

namespace GovernanceAnalyzers.CodeFixes;

/// <summary>Owns the ceremony of a fix; a fix is a constructor and the list of what it offers at a place.</summary>
public abstract class RuleFix : CodeFixProvider
{
    private readonly FixAllScopes _scopes;

    private protected RuleFix(string rule, FixAllScopes scopes)
    {
        _scopes = scopes;
        FixableDiagnosticIds = [rule];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider? GetFixAllProvider() => _scopes == FixAllScopes.None ? null : RuleFixAllProvider.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var offer in await OffersAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
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

    /// <summary>What can be done about this diagnostic, the safest first. Nothing is offered that would change nothing.</summary>
    internal abstract Task<IEnumerable<Offer>> OffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken);
}

/// <summary>Whether a fix may be applied to many places at once.</summary>
internal enum FixAllScopes
{
    /// <summary>The fix needs a fact that only a person knows, place by place.</summary>
    None,

    /// <summary>The fix is mechanical: document, project and solution.</summary>
    All,
}
