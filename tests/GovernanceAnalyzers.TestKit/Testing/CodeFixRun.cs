using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit.Sdk;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Applies a test's fixes.</summary>
internal sealed class CodeFixRun(CodeFixTest test)
{
    // Enough for any test; a fix that never gets done is caught here.
    private const int Limit = 50;

    public async Task<(Project Project, CodeFixProvider? Provider, string? EquivalenceKey)> FixOneByOneAsync(Project project, CancellationToken ct)
    {
        CodeFixProvider? usedProvider = null;
        string? usedKey = null;
        for (var round = 0; round < Limit; round++)
        {
            if (await FindActionAsync(project, ct).ConfigureAwait(false) is not var (provider, action, diagnostic))
            {
                return (project, usedProvider, usedKey);
            }

            (usedProvider, usedKey) = (provider, action.EquivalenceKey ?? throw new XunitException($"The action \"{action.Title}\" has no equivalence key."));
            project = await ApplyAsync(project, action, $"The action \"{action.Title}\" for {diagnostic.Id}", ct).ConfigureAwait(false);
            if (test.CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.FixOne))
            {
                return (project, usedProvider, usedKey);
            }
        }

        throw new XunitException($"After {Limit} fixes there is still a diagnostic with a fix.");
    }

    public async Task<Project> FixAllAsync(
        Project project, CodeFixProvider provider, FixAllProvider fixAll, string equivalenceKey, FixAllScope scope, CancellationToken ct)
    {
        for (var round = 0; round < Limit; round++)
        {
            // Fixable means: the same action is still offered. A diagnostic that only a person can settle stays.
            if (await FindActionAsync(project, ct).ConfigureAwait(false) is not var (_, offered, diagnostic) || offered.EquivalenceKey != equivalenceKey)
            {
                return project;
            }

            var document = project.Solution.GetDocument(diagnostic.Location.SourceTree)!;
            var source = new DiagnosticSource(this);
            var ids = provider.FixableDiagnosticIds.Intersect(fixAll.GetSupportedFixAllDiagnosticIds(provider));
            var context = scope == FixAllScope.Document
                ? new FixAllContext(document, provider, scope, equivalenceKey, ids, source, ct)
                : new FixAllContext(project, provider, scope, equivalenceKey, ids, source, ct);
            var action = await fixAll.GetFixAsync(context).ConfigureAwait(false)
                ?? throw new XunitException($"FixAll in {scope} gives no action.");
            project = await ApplyAsync(project, action, $"FixAll in {scope}", ct).ConfigureAwait(false);
        }

        throw new XunitException($"After {Limit} rounds of FixAll in {scope} there is still a diagnostic with a fix.");
    }

    private async Task<(CodeFixProvider Provider, CodeAction Action, Diagnostic Diagnostic)?> FindActionAsync(Project project, CancellationToken ct)
    {
        var providers = test.CreateProviders();
        foreach (var diagnostic in await DiagnosticsAsync(project, ct).ConfigureAwait(false))
        {
            foreach (var provider in providers.Where(p => p.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                if (project.Solution.GetDocument(diagnostic.Location.SourceTree) is { } document and not SourceGeneratedDocument)
                {
                    var actions = await ActionsAsync(provider, document, diagnostic, ct).ConfigureAwait(false);
                    if (Choose(actions) is { } action)
                    {
                        return (provider, action, diagnostic);
                    }
                }
            }
        }

        return null;
    }

    private static async Task<List<CodeAction>> ActionsAsync(CodeFixProvider provider, Document document, Diagnostic diagnostic, CancellationToken ct)
    {
        var actions = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), ct)).ConfigureAwait(false);
        return [.. actions.SelectMany(a => a.NestedActions is { IsEmpty: false } nested ? nested : [a])];
    }

    private CodeAction? Choose(List<CodeAction> actions)
    {
        if (test.ChoosesByKey && test.CodeActionIndex == 0)
        {
            return actions.Find(a => a.EquivalenceKey == test.CodeActionEquivalenceKey);
        }

        var action = actions.ElementAtOrDefault(test.CodeActionIndex);
        return action is null || !test.ChoosesByKey || action.EquivalenceKey == test.CodeActionEquivalenceKey
            ? action
            : throw new XunitException($"Action {test.CodeActionIndex} has the equivalence key \"{action.EquivalenceKey}\".");
    }

    private async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Project project, CancellationToken ct)
    {
        var compilation = (await project.GetCompilationAsync(ct).ConfigureAwait(false))!;
        var diagnostics = await DiagnosticRun.AnalyzeAsync(project, compilation, test.CreateAnalyzers(), reportSuppressed: false, ct).ConfigureAwait(false);
        var fixable = test.CreateProviders().SelectMany(p => p.FixableDiagnosticIds).ToHashSet();
        return
        [
            .. diagnostics.Concat(compilation.GetDiagnostics(ct).Where(d => d.Id.StartsWith("CS", StringComparison.Ordinal)))
                .Where(d => fixable.Contains(d.Id) && d.Location.IsInSource)
                .OrderBy(d => d.Location.SourceTree!.FilePath, StringComparer.Ordinal)
                .ThenBy(d => d.Location.SourceSpan.Start)
                .ThenBy(d => d.Id, StringComparer.Ordinal),
        ];
    }

    private static async Task<Project> ApplyAsync(Project project, CodeAction action, string what, CancellationToken ct)
    {
        var operations = await action.GetOperationsAsync(project.Solution, new Progress<CodeAnalysisProgress>(), ct).ConfigureAwait(false);
        var changed = operations.OfType<ApplyChangesOperation>().SingleOrDefault()?.ChangedSolution
            ?? throw new XunitException($"{what} changes no solution.");
        var after = changed.GetProject(project.Id)!;
        var changes = after.GetChanges(project);
        var different = changes.GetAddedDocuments().Any() || changes.GetRemovedDocuments().Any()
            || changes.GetAddedAdditionalDocuments().Any() || changes.GetChangedAdditionalDocuments().Any();
        foreach (var id in changes.GetChangedDocuments())
        {
            var (before, now) = (await project.GetDocument(id)!.GetTextAsync(ct).ConfigureAwait(false), await after.GetDocument(id)!.GetTextAsync(ct).ConfigureAwait(false));
            different |= !before.ContentEquals(now);
        }

        return different ? after : throw new XunitException($"{what} changes nothing; such a fix must not be offered.");
    }

    private sealed class DiagnosticSource(CodeFixRun run) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken ct)
            => await run.DiagnosticsAsync(project, ct).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken ct)
        {
            var tree = await document.GetSyntaxTreeAsync(ct).ConfigureAwait(false);
            return (await run.DiagnosticsAsync(document.Project, ct).ConfigureAwait(false)).Where(d => d.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken ct)
            => Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
