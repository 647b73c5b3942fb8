using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GovernanceAnalyzers.Benchmarks;

/// <summary>From a keystroke in the body of a step to what is found, as in an editor that has been open for a minute: two hundred keystrokes come before those that count.</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 20, iterationCount: 15, invocationCount: 10)]
public class KeystrokeBenchmark
{
    private Keystroke _keystroke = null!;

    [Params(300_000)]
    public int Lines { get; set; }

    [ParamsAllValues]
    public Extent Extent { get; set; }

    [GlobalSetup]
    public void Open() => _keystroke = new(GeneratedProject.Compile(Lines, steps: 200));

    // The compiler binds what is asked for either way.
    [Benchmark(Baseline = true)]
    public ImmutableArray<Diagnostic> AnEmptyAnalyzer() => _keystroke.Type(Analyzers.Empty, Extent);

    [Benchmark]
    public ImmutableArray<Diagnostic> AllRules() => _keystroke.Type(Analyzers.AllRules, Extent);
}
