using GovernanceAnalyzers.Generation;
using GovernanceAnalyzers.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GovernanceAnalyzers.Tests.Generation;

/// <summary>A thousand steps in two hundred files: what was not touched is not read and not written again.</summary>
public sealed class LargeProjectTests
{
    private static readonly CSharpCompilation s_project = LargeProject.Compile();

    /// <summary>Each step of the pipeline runs here, and none again on a clone or after an edit elsewhere.</summary>
    [Fact]
    public void After_an_edit_elsewhere_nothing_runs_again()
        => new CachingCheck(typeof(StepNames), []).Run(Driver(), s_project);

    [Theory]
    [InlineData("return request.Id.Length + 3;", "return 3;", "")]
    [InlineData("Step3CoreAsync(Request77 request, CancellationToken ct)", "Step3CoreAsync(Request77 request, StepRun run, CancellationToken ct)", "Large.Desk77.Steps.g.cs")]
    [InlineData("\"step-3\", RiskTier.High", "\"step-3\", RiskTier.Medium", "Governance.Manifest.g.cs Large.Desk77.Steps.g.cs")]
    public void An_edit_of_one_step_writes_one_file_of_two_hundred(string from, string to, string written)
    {
        var first = Driver().RunGenerators(s_project);
        var second = first.RunGenerators(LargeProject.Edit(s_project, 77, from, to));

        var before = Texts(first);
        Assert.True(before.Count > LargeProject.Files);
        Assert.Equal(written, string.Join(' ', Texts(second).Where(now => before[now.Key] != now.Value).Select(now => now.Key).Order(StringComparer.Ordinal)));

        // The manifest is one file of the assembly; what else ran again is the one type's.
        var outputs = second.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs);
        Assert.Equal(written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, outputs.Count(o => o.Reason is not IncrementalStepRunReason.Cached));
    }

    private static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new GovernanceGenerator().AsSourceGenerator()],
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static Dictionary<string, string> Texts(GeneratorDriver driver)
        => driver.GetRunResult().Results.Single().GeneratedSources.ToDictionary(s => s.HintName, s => s.SourceText.ToString());
}
