using System.Collections.Immutable;
using GovernanceAnalyzers;
using GovernanceAnalyzers.Benchmarks;
using GovernanceAnalyzers.Benchmarks.Compiler;
using GovernanceAnalyzers.Generation;
using GovernanceAnalyzers.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

switch (args)
{
    case ["compiler", .. var rest]:
        // Short: what the two promises are about, and nothing else. Beside: what we are compared with, and nothing else.
        CompilerBenchmark.Run(
            Number(rest, 0, 300_000),
            Number(rest, 1, 5),
            inServer: rest.Contains("--server"),
            withStrangers: !rest.Contains("--beside"),
            withRivals: !rest.Contains("--alone") && !rest.Contains("--short"),
            steps: rest.Contains("--short") || rest.Contains("--beside") ? [200] : [0, 10, 200]);
        break;
    case ["keystroke", .. var rest]:
        KeystrokeBenchmark.Run(Number(rest, 0, 300_000), Number(rest, 1, 20));
        break;
    case [] or [_]:
        MeasureGenerator(Number(args, 0, 10));
        break;
    default:
        Console.Error.WriteLine("benchmarks [TIMES] | benchmarks compiler [LINES [ROUNDS]] [--alone | --short | --beside] [--server] | benchmarks keystroke [LINES [TIMES]]");
        return 2;
}

return 0;

static int Number(IReadOnlyList<string> words, int at, int otherwise) => at < words.Count && int.TryParse(words[at], out var number) ? number : otherwise;

static void MeasureGenerator(int times)
{
    // 1,000 steps in 200 files. "First" is the first call in this process, with what the run time compiles on the way.
    Console.WriteLine(Measurement.Header);

    // The generator: a new compilation and a new driver, as when a project is opened or built; then the driver again.
    Console.WriteLine(new Measurement("generator, cold").Run(times, LargeProject.Compile, project => Driver().RunGenerators(project)));
    var project = LargeProject.Compile();
    var ran = Driver().RunGenerators(project);
    Console.WriteLine(new Measurement("generator, nothing edited").Run(times, project.Clone, again => ran.RunGenerators(again)));
    Console.WriteLine(new Measurement("generator, the body of one method edited").Run(
        times, () => LargeProject.Edit(project, 77, "return request.Id.Length + 3;", "return 3;"), edited => ran.RunGenerators(edited)));
    Console.WriteLine(new Measurement("generator, one step edited").Run(
        times, () => LargeProject.Edit(project, 77, "\"step-3\", RiskTier.High", "\"step-3\", RiskTier.Medium"), edited => ran.RunGenerators(edited)));

    // Everything the compiler says, with an analyzer that does nothing and with all of ours: the difference is ours.
    ImmutableArray<DiagnosticAnalyzer> ours =
    [
        .. typeof(GovernanceAnalyzer).Assembly.GetTypes().Where(t => !t.IsAbstract && typeof(GovernanceAnalyzer).IsAssignableFrom(t))
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];
    Console.WriteLine(new Measurement("compiler and an empty analyzer").Run(times, Generated, compilation => Analyze(compilation, [new EmptyAnalyzer()])));
    Console.WriteLine(new Measurement("compiler and our analyzers").Run(times, Generated, compilation => Analyze(compilation, ours)));
}

static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(new GovernanceGenerator());

static Compilation Generated()
{
    Driver().RunGeneratorsAndUpdateCompilation(LargeProject.Compile(), out var compilation, out _);
    return compilation;
}

static void Analyze(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    => compilation.WithAnalyzers(analyzers).GetAllDiagnosticsAsync().GetAwaiter().GetResult();
