using Microsoft.CodeAnalysis.CodeFixes;
using Xunit.Sdk;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// Applies fixes one at a time until no diagnostic has one, compares the text, and does the same through FixAll in document, project and
/// solution. Without a fixed source the test says that no fix is offered.
/// </summary>
public abstract class CodeFixTest : AnalyzerTest
{
    /// <summary>Adds a source of the fixed state, markup included: what it marks is still reported.</summary>
    public string FixedCode
    {
        set => FixedState.Sources.Add(value);
    }

    /// <summary>The source after FixAll, where that differs from fixing one at a time.</summary>
    public string BatchFixedCode
    {
        set => BatchFixedState.Sources.Add(value);
    }

    /// <summary>Only its sources and expected diagnostics are read; the rest is the test state's.</summary>
    public SolutionState FixedState { get; } = new();

    public SolutionState BatchFixedState { get; } = new();

    /// <summary>Which of the offered actions is taken.</summary>
    public int CodeActionIndex { get; set; }

    /// <summary>The key the chosen action has; with an index it is compared, alone it chooses.</summary>
    public string? CodeActionEquivalenceKey { get; set; }

    public CodeFixTestBehaviors CodeFixTestBehaviors { get; set; }

    internal bool ChoosesByKey => CodeActionEquivalenceKey is not null;

    /// <summary>Only applies the fixes, one at a time until none is offered, and compares nothing.</summary>
    public async Task<Project> FixAsync(CancellationToken cancellationToken = default)
    {
        var project = CreateProject(TestState, TestState.ParseSources(), [new GeneratorReference(CreateGenerators())]);
        return (await new CodeFixRun(this).FixOneByOneAsync(project, cancellationToken).ConfigureAwait(false)).Project;
    }

    protected abstract IEnumerable<CodeFixProvider> GetCodeFixProviders();

    internal ImmutableArray<CodeFixProvider> CreateProviders() => [.. GetCodeFixProviders()];

    protected override async Task RunImplAsync(CancellationToken cancellationToken)
    {
        await base.RunImplAsync(cancellationToken).ConfigureAwait(false);
        var fixedState = FixedState.Sources.Count > 0 ? FixedState : TestState;
        if (fixedState != TestState)
        {
            await VerifyAsync(fixedState, TestState, "FixedState", cancellationToken).ConfigureAwait(false);
        }

        var project = CreateProject(TestState, TestState.ParseSources(), [new GeneratorReference(CreateGenerators())]);
        var own = TestState.Sources.Select(s => s.FileName).ToHashSet();
        var added = project.Documents.Select(d => d.FilePath ?? d.Name).Where(path => !own.Contains(path)).ToHashSet();
        var run = new CodeFixRun(this);
        var one = await run.FixOneByOneAsync(project, cancellationToken).ConfigureAwait(false);
        await CompareAsync(fixedState, one.Project, added, "Fixed one at a time", cancellationToken).ConfigureAwait(false);
        if (one.EquivalenceKey is null || CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.SkipFixAllCheck)
            || CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.FixOne) || one.Provider!.GetFixAllProvider() is not { } fixAll)
        {
            return;
        }

        foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution })
        {
            if (fixAll.GetSupportedFixAllScopes().Contains(scope))
            {
                var all = await run.FixAllAsync(project, one.Provider, fixAll, one.EquivalenceKey, scope, cancellationToken).ConfigureAwait(false);
                var state = BatchFixedState.Sources.Count > 0 ? BatchFixedState : fixedState;
                await CompareAsync(state, all, added, $"FixAll in {scope}", cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task CompareAsync(SolutionState expected, Project actual, HashSet<string> added, string what, CancellationToken ct)
    {
        var documents = actual.Documents.ToDictionary(d => d.FilePath ?? d.Name);
        foreach (var source in expected.ParseSources())
        {
            if (!documents.Remove(source.Path, out var document))
            {
                throw new XunitException($"{what}: there is no file {source.Path}.");
            }

            var text = (await document.GetTextAsync(ct).ConfigureAwait(false)).ToString();
            if (text != source.Text)
            {
                throw new XunitException(TextDifference.Explain($"{what}: {source.Path}", source.Text, text));
            }
        }

        // What a transform added to the project is no part of the comparison.
        if (documents.Keys.Any(path => !added.Contains(path)))
        {
            throw new XunitException($"{what}: not expected: {string.Join(", ", documents.Keys)}.");
        }
    }
}
