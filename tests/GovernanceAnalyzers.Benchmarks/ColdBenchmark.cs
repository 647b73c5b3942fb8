using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using GovernanceAnalyzers.Generation;
using GovernanceAnalyzers.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GovernanceAnalyzers.Benchmarks;

/// <summary>
/// The first time in a process, with what the run time compiles on the way: one call and no warm-up, again and again in processes of their own. What a project needs to be
/// open has run before it: the parser for the generator, the generator for the keystrokes.
/// </summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 5, warmupCount: 0, iterationCount: 1, invocationCount: 1)]
public class ColdBenchmark
{
    private CSharpCompilation _steps = null!;
    private Keystroke _keystroke = null!;

    [GlobalSetup(Target = nameof(Generator))]
    public void OpenSteps() => _steps = LargeProject.Compile();

    [GlobalSetup(Targets = [nameof(KeystrokeForAnEmptyAnalyzer), nameof(KeystrokeForAllRules)])]
    public void OpenLarge() => _keystroke = new(GeneratedProject.Compile(lines: 300_000, steps: 200));

    [Benchmark]
    public GeneratorDriver Generator() => CSharpGeneratorDriver.Create(new GovernanceGenerator()).RunGenerators(_steps);

    [Benchmark]
    public ImmutableArray<Diagnostic> KeystrokeForAnEmptyAnalyzer() => _keystroke.Type(Analyzers.Empty, Extent.File);

    [Benchmark]
    public ImmutableArray<Diagnostic> KeystrokeForAllRules() => _keystroke.Type(Analyzers.AllRules, Extent.File);
}
