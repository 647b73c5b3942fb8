using System.Collections.Concurrent;
using System.Diagnostics;
using GovernanceAnalyzers.Evaluation.Sources;
using GovernanceAnalyzers.Generation;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Evaluation.Verdicts;

/// <summary>What the shipped analyzers say of one compilation, with what the generator adds to it where it has steps.</summary>
internal sealed record Analysis(SourceProject Project, Compilation Compilation, ImmutableArray<Finding> Findings, ImmutableArray<string> Failures, TimeSpan Took)
{
    public static ImmutableArray<DiagnosticAnalyzer> Shipped { get; } =
    [
        .. typeof(GovernanceAnalyzer).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(t))
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];

    public static Analysis Of(SourceProject project, Compilation compilation, ImmutableArray<string> additional, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        if (compilation.GetTypesByMetadataName("Governance.WorkflowStepAttribute").Length > 0)
        {
            CSharpGeneratorDriver.Create([new GovernanceGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees.First().Options)
                .RunGeneratorsAndUpdateCompilation(compilation, out compilation, out _);
        }

        var failures = new ConcurrentBag<string>();
        var clock = Stopwatch.StartNew();
        var found = compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([.. additional.Select(a => new FileText(a))]),
                onAnalyzerException: (failure, analyzer, _) => failures.Add(
                    $"AD0001 {analyzer.GetType().Name} in {project.AssemblyName}: {failure.GetType().Name}: {failure.Message.ReplaceLineEndings(" ")}"),
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        var took = clock.Elapsed;
        var findings = found.Where(d => d.Id != "AD0001" && !d.IsSuppressed).Select(d => new Finding(d))
            .OrderBy(f => f.Diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(f => f.Diagnostic.Location.SourceSpan.Start)
            .ThenBy(f => f.Id, StringComparer.Ordinal).ToImmutableArray();
        return new(
            project, compilation, findings,
            [.. failures.Order(StringComparer.Ordinal), .. findings.Where(f => f.Id == "GVN9099").Select(f => $"GVN9099 in {project.AssemblyName}: {f.Message}")],
            took);
    }

    private sealed class FileText(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default)
        {
            using var stream = File.OpenRead(path);
            return SourceText.From(stream);
        }
    }
}
