using GovernanceAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis.CodeActions;

namespace GovernanceAnalyzers.CodeFixes;

/// <summary>
/// Applies one choice everywhere, all edits to one editor. BatchFixer would merge texts instead, and drops one of two insertions at the same
/// place and every edit of another file.
/// </summary>
internal sealed class RuleFixAllProvider : FixAllProvider
{
    public static readonly RuleFixAllProvider Instance = new();

    private RuleFixAllProvider()
    {
    }

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(CodeAction.Create(
        $"Fix all {string.Join(", ", fixAllContext.DiagnosticIds)} in the {fixAllContext.Scope.ToString().ToLowerInvariant()}",
        cancellationToken => FixAsync(fixAllContext.WithCancellationToken(cancellationToken)),
        fixAllContext.CodeActionEquivalenceKey));

    private static async Task<Solution> FixAsync(FixAllContext context)
    {
        var edit = new SolutionEdit(context.Solution);
        foreach (var diagnostic in await DiagnosticsAsync(context).ConfigureAwait(false))
        {
            if (context.Solution.GetDocument(diagnostic.Location.SourceTree) is { } document && context.CodeFixProvider is RuleFix fix)
            {
                var offers = await fix.OffersAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false);
                if (offers.FirstOrDefault(o => o.Key == context.CodeActionEquivalenceKey) is { } offer && edit.IsFirst(offer.Once))
                {
                    await offer.Edit(edit, context.CancellationToken).ConfigureAwait(false);
                }
            }
        }

        return edit.ChangedSolution();
    }

    private static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        if (context.Scope == FixAllScope.Document)
        {
            return Ordered(await context.GetDocumentDiagnosticsAsync(context.Document!).ConfigureAwait(false));
        }

        var all = new List<Diagnostic>();
        foreach (var project in context.Scope == FixAllScope.Project ? [context.Project] : context.Solution.Projects)
        {
            all.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
        }

        return Ordered(all);
    }

    // One result, whatever the order in which the analyzers reported.
    private static List<Diagnostic> Ordered(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(d => d.Location.IsInSource).OrderBy(d => d.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start)];
}
