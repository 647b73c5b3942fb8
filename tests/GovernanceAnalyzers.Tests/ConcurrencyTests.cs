using System.Collections.Immutable;
using GovernanceAnalyzers.Tests.Fuzz;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GovernanceAnalyzers.Tests;

/// <summary>
/// The analyzers of one compilation share what they have worked out about it. Whoever asks first, and however many ask at once, all get the same.
/// </summary>
public sealed class ConcurrencyTests
{
    private const int Compilations = 4;
    private const int AtOnce = 6;

    [Theory]
    [InlineData("Violations/GVN2004.cs")]
    [InlineData("Violations/GVN2007.cs")]
    [InlineData("Violations/GVN2016.cs")]
    [InlineData("OpsServer/DiskTools.cs")]
    public async Task All_rules_at_once_many_times_find_what_one_finds_alone(string file)
    {
        var project = SampleFile.Open(file).Project;
        var alone = await FindingsAsync(await project.GetCompilationAsync(), project, isConcurrent: false);
        Assert.NotEmpty(alone);

        for (var round = 0; round < Compilations; round++)
        {
            // A compilation of its own has nothing worked out yet: what is shared is made while all ask for it.
            var compilation = (await project.GetCompilationAsync())!.Clone();
            using var start = new Barrier(AtOnce);
            var runs = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return FindingsAsync(compilation, project, isConcurrent: true);
                },
                default, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));
            Assert.All(runs, run => Assert.Equal(alone, run));
        }
    }

    private static async Task<IEnumerable<string>> FindingsAsync(Compilation? compilation, Project project, bool isConcurrent)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = [.. AllRules.AnalyzerTypes.Select(AllRules.Create)];
        var options = new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions, (failure, _, _) => throw failure, concurrentAnalysis: isConcurrent, logAnalyzerExecutionTime: false);
        var found = await compilation!.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync();
        return [.. found.Select(d => $"{d.Location.GetLineSpan()} {d.AdditionalLocations.Count} {d}").Order(StringComparer.Ordinal)];
    }
}
