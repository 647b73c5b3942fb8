using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using GovernanceAnalyzers.Generation;
using GovernanceAnalyzers.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GovernanceAnalyzers.Benchmarks;

/// <summary>
/// The generator on 1,000 steps in 200 files, in a process in which it ran before: from nothing, as when a project is built, and again after an edit, as while somebody types.
/// What the first run in a process costs is <see cref="ColdBenchmark"/>'s.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 10, iterationCount: 20)]
public class GeneratorBenchmark
{
    private readonly CSharpCompilation _opened = LargeProject.Compile();
    private GeneratorDriver _ran = null!;
    private CSharpCompilation _project = null!;

    [GlobalSetup]
    public void Open() => _ran = NewDriver().RunGenerators(_opened);

    [IterationSetup(Target = nameof(FromNothing))]
    public void OpenAnew() => _project = LargeProject.Compile();

    [IterationSetup(Target = nameof(NothingEdited))]
    public void EditNothing() => _project = _opened.Clone();

    [IterationSetup(Target = nameof(OneBodyEdited))]
    public void EditBody() => _project = LargeProject.Edit(_opened, 77, "return request.Id.Length + 3;", "return 3;");

    [IterationSetup(Target = nameof(OneStepEdited))]
    public void EditStep() => _project = LargeProject.Edit(_opened, 77, "\"step-3\", RiskTier.High", "\"step-3\", RiskTier.Medium");

    [Benchmark(Baseline = true)]
    public GeneratorDriver FromNothing() => NewDriver().RunGenerators(_project);

    [Benchmark]
    public GeneratorDriver NothingEdited() => _ran.RunGenerators(_project);

    [Benchmark]
    public GeneratorDriver OneBodyEdited() => _ran.RunGenerators(_project);

    [Benchmark]
    public GeneratorDriver OneStepEdited() => _ran.RunGenerators(_project);

    private static GeneratorDriver NewDriver() => CSharpGeneratorDriver.Create(new GovernanceGenerator());
}
