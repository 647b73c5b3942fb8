using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GovernanceAnalyzers.Benchmarks;

/// <summary>All that the compiler and the analyzers say of a project, the generator's files being there: the difference to an analyzer that does nothing is the analyzers'.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 3, iterationCount: 10)]
public class AnalysisBenchmark
{
    private Compilation _project = null!;

    [Params(30_000)]
    public int Lines { get; set; }

    [Params(0, 10, 200)]
    public int Steps { get; set; }

    // What is measured of a project that is not right would be worth nothing.
    [GlobalSetup]
    public void Open()
    {
        _project = GeneratedProject.Compile(Lines, Steps);
        if (AllRules().FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } error)
        {
            throw new InvalidOperationException(error.ToString());
        }
    }

    [Benchmark(Baseline = true)]
    public ImmutableArray<Diagnostic> AnEmptyAnalyzer() => Analyze(Analyzers.Empty);

    [Benchmark]
    public ImmutableArray<Diagnostic> AllRules() => Analyze(Analyzers.AllRules);

    // A clone has nothing bound yet.
    private ImmutableArray<Diagnostic> Analyze(ImmutableArray<DiagnosticAnalyzer> analyzers)
        => _project.Clone().WithAnalyzers(analyzers).GetAllDiagnosticsAsync().GetAwaiter().GetResult();
}
