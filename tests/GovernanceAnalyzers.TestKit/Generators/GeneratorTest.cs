using Microsoft.CodeAnalysis.CSharp;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Testing;
using VerifyXunit;
using Xunit.Sdk;

namespace GovernanceAnalyzers.TestKit;

/// <summary>A test of a source generator. Every test is also a caching test.</summary>
/// <typeparam name="TGenerator">The generator.</typeparam>
/// <param name="stepNames">A static class whose string constants are the tracking names of the pipeline's steps.</param>
public class GeneratorTest<TGenerator>(Type stepNames) : AnalyzerTest
    where TGenerator : IIncrementalGenerator
{
    /// <summary>Steps that need not run for this input, because nothing in it concerns them.</summary>
    public List<string> AbsentSteps { get; } = [];

    /// <summary>Runs the generator, checks the caching, and that what it wrote compiles with the input.</summary>
    /// <returns>The driver and the compilation with the generated sources.</returns>
    public GeneratorRun Run()
    {
        var project = CreateProject(TestState, TestState.ParseSources(), []);
        var compilation = project.GetCompilationAsync().GetAwaiter().GetResult()!;
        var options = project.AnalyzerOptions;
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [GeneratorInstance.Create(typeof(TGenerator))], options.AdditionalFiles, (CSharpParseOptions)project.ParseOptions!,
            options.AnalyzerConfigOptionsProvider, new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        driver = new CachingCheck(stepNames, AbsentSteps).Run(driver, compilation);
        var trees = driver.GetRunResult().GeneratedTrees;
        var output = compilation.AddSyntaxTrees(trees);
        AssertCompiles(output, trees);
        return new GeneratorRun(driver, output);
    }

    /// <summary>Runs, and compares each generated file with its snapshot in <c>_snapshots</c> beside the test's source.</summary>
    public async Task VerifyAsync([CallerFilePath] string testFile = "", [CallerMemberName] string testMethod = "")
        => await Verifier.Verify(Run().Driver, testFile, testMethod).ConfigureAwait(false);

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [];

    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(TGenerator)];

    private void AssertCompiles(Compilation output, ImmutableArray<SyntaxTree> generated)
    {
        // Warnings in what was generated count too: a user with warnings as errors would be stopped by them.
        var bad = output.GetDiagnostics()
            .Where(d => CompilerDiagnostics != CompilerDiagnostics.None
                && (d.Severity == DiagnosticSeverity.Error
                    || (d.Severity == DiagnosticSeverity.Warning && d.Location.SourceTree is { } tree && generated.Contains(tree))))
            .ToList();
        if (bad.Count > 0)
        {
            throw new XunitException(
                $"The generated code does not compile cleanly:\n{string.Join("\n", bad)}\n" +
                string.Concat(generated.Select(tree => $"--- {tree.FilePath}\n{tree}\n")));
        }
    }
}

/// <summary>What a generator did.</summary>
public sealed record GeneratorRun(GeneratorDriver Driver, Compilation Output)
{
    /// <summary>The generated source of that hint name.</summary>
    public string Source(string hintName)
        => Driver.GetRunResult().Results.Single().GeneratedSources.Single(s => s.HintName == hintName).SourceText.ToString();
}
