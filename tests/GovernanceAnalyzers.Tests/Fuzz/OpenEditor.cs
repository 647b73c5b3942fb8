using System.Collections.Concurrent;
using System.Collections.Immutable;
using GovernanceAnalyzers.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Tests.Fuzz;

/// <summary>An editor with one file open: after each edit it runs the generator, every analyzer and every fix offered, as an IDE does.</summary>
internal sealed class OpenEditor
{
    // An IDE makes each of them once, too.
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers = [.. AllRules.AnalyzerTypes.Select(AllRules.Create)];
    private static readonly CodeFixProvider[] s_fixes = [.. AllRules.FixTypes.Select(t => (CodeFixProvider)Activator.CreateInstance(t)!)];

    private readonly SampleFile _file;
    private readonly GeneratorDriver _driver;
    private readonly Compilation _written;

    private OpenEditor(SampleFile file, SyntaxNode root, Compilation written)
    {
        (_file, Root, _written) = (file, root, written);
        _driver = CSharpGeneratorDriver.Create(
            [new GovernanceGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)file.Project.ParseOptions!,
            optionsProvider: file.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider).RunGenerators(written);
    }

    /// <summary>The file as it was opened.</summary>
    public SyntaxNode Root { get; }

    public static async Task<OpenEditor> OpenAsync(string file)
    {
        var open = SampleFile.Open(file);
        var compilation = (await open.Project.GetCompilationAsync())!;
        var generated = await Task.WhenAll((await open.Project.GetSourceGeneratedDocumentsAsync()).Select(d => d.GetSyntaxTreeAsync()));
        return new(open, (await open.Project.GetDocument(open.Document)!.GetSyntaxRootAsync())!, compilation.RemoveSyntaxTrees(generated!));
    }

    /// <summary>Sets the text and looks at everything. What one of ours throws is thrown.</summary>
    public async Task<Look> EditAsync(string text)
    {
        var times = new List<(string What, TimeSpan Time)>();
        var project = _file.Project.Solution.WithDocumentText(_file.Document, SourceText.From(text)).GetProject(_file.Project.Id)!;
        var document = project.GetDocument(_file.Document)!;
        var tree = (await document.GetSyntaxTreeAsync())!;
        var written = _written.ReplaceSyntaxTree(Root.SyntaxTree, tree);

        var start = Environment.CpuUsage.TotalTime;
        _driver.RunGeneratorsAndUpdateCompilation(written, out _, out var fromGenerator);
        Took("The generator");

        var compilation = (await project.GetCompilationAsync())!;
        start = Environment.CpuUsage.TotalTime;
        var fromAnalyzers = await DiagnosticsOfAsync(compilation);
        Took("The analyzers");

        var titles = new List<(string Fix, string Title)>();
        foreach (var diagnostic in fromAnalyzers.Where(d => d.Location.SourceTree == tree))
        {
            foreach (var fix in s_fixes.Where(f => f.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                start = Environment.CpuUsage.TotalTime;
                titles.AddRange((await ApplyAsync(fix, document, diagnostic)).Select(title => (fix.GetType().Name, title)));
                Took(fix.GetType().Name);
            }
        }

        return new(compilation, tree, fromAnalyzers.AddRange(fromGenerator), titles, times);

        void Took(string what) => times.Add((what, Environment.CpuUsage.TotalTime - start));
    }

    private async Task<ImmutableArray<Diagnostic>> DiagnosticsOfAsync(Compilation compilation)
    {
        var crashes = new ConcurrentQueue<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            _file.Project.AnalyzerOptions, (exception, _, _) => crashes.Enqueue(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers(s_analyzers, options).GetAnalyzerDiagnosticsAsync();
        return crashes.TryPeek(out var crash) ? throw new InvalidOperationException("An analyzer threw.", crash) : diagnostics;
    }

    private static async Task<IEnumerable<string>> ApplyAsync(CodeFixProvider fix, Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), default));
        foreach (var action in actions)
        {
            var operations = await action.GetOperationsAsync(document.Project.Solution, new Progress<CodeAnalysisProgress>(), default);
            Assert.Single(operations.OfType<ApplyChangesOperation>());
        }

        return actions.Select(a => a.Title);
    }
}

/// <summary>What an editor shows after an edit.</summary>
/// <param name="Compilation">The project, with what was generated.</param>
/// <param name="File">The file that was edited.</param>
/// <param name="Diagnostics">Of the analyzers and the generator.</param>
/// <param name="Titles">Of the fixes offered.</param>
/// <param name="Times">How much processor time each of ours took.</param>
internal sealed record Look(
    Compilation Compilation, SyntaxTree File, ImmutableArray<Diagnostic> Diagnostics, IReadOnlyList<(string Fix, string Title)> Titles, IReadOnlyList<(string What, TimeSpan Time)> Times);
