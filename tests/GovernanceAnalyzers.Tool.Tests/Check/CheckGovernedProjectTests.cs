namespace GovernanceAnalyzers.Tool.Tests.Check;

/// <summary>A project that declares steps: the attached generator plumbs them, and the summary says how they are controlled.</summary>
public sealed class CheckGovernedProjectTests : IDisposable
{
    private readonly TempFolder _folder = new TempFolder()
        .With("Desk.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><RunAnalyzers>false</RunAnalyzers></PropertyGroup>
              <ItemGroup>
                <Reference Include="GovernanceAnalyzers.Abstractions"><HintPath>{Path.Combine(AppContext.BaseDirectory, "GovernanceAnalyzers.Abstractions.dll")}</HintPath></Reference>
              </ItemGroup>
            </Project>
            """);

    [Fact]
    public void Findings_are_grouped_by_step_and_the_summary_counts_tiers_and_controls()
    {
        _folder.With("Desk.cs", """
            using System.IO;
            using System.Threading;
            using System.Threading.Tasks;
            using Governance;

            [GovernedWorkflow("archive", GovernanceOwner = "risk-office", EscalateTo = "oncall-archive"), Review("authority", EveryDays = 90)]
            public sealed partial class Desk(IStepGovernor governor)
            {
                [WorkflowStep("purge", RiskTier.High, Irreversible = "deleted files are gone", Key = "{path}", Question = "Delete {path}?")]
                public partial Task PurgeAsync(string path, CancellationToken ct);

                private Task PurgeCoreAsync(string path, CancellationToken ct)
                {
                    File.Delete(path);
                    return Task.CompletedTask;
                }

                [WorkflowStep("count", RiskTier.Low, Owner = "archive-ops")]
                public partial Task<int> CountAsync(string path, CancellationToken ct);

                private Task<int> CountCoreAsync(string path, CancellationToken ct) => Task.FromResult(path.Length);
            }
            """);
        var manifests = Path.Combine(_folder.Data, "manifests");
        var run = GovernanceTool.Run(_folder, "check", ".", "--manifest-out", manifests);
        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.Equal("Step archive/purge  High", run.Lines[0]);
        Assert.StartsWith("  error GVN1001: ", run.Lines[1]);
        Assert.Contains(run.Lines, l => l.StartsWith("  error GVN3101: Desk.csproj switches analysis off", StringComparison.Ordinal));
        Assert.Contains("Workflows       1: archive", run.Lines);
        Assert.Contains("Steps           2: 1 High, 1 Low", run.Lines);
        Assert.Contains("Actions         files.delete (High) by PurgeAsync → File.Delete: plumbed [Desk.cs:14]", run.Lines);
        var manifest = Path.Combine(manifests, "Desk.governance.json");
        Assert.Contains($"Manifest        {manifest}", run.Lines);

        // What the analysis found is in the kept manifest, so a page of it says so.
        var page = GovernanceTool.Run(_folder, "show", manifest);
        Assert.True(page.ExitCode == 0, page.ToString());
        Assert.Contains("    purge (High)", page.Lines);
        Assert.Contains("      reaches           files.delete (High) by PurgeAsync → File.Delete [Desk.cs:14]", page.Lines);
    }

    public void Dispose() => _folder.Dispose();
}
