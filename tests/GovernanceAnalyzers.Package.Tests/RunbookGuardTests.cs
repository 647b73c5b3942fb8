using GovernanceAnalyzers.Package.Tests.Rig;

namespace GovernanceAnalyzers.Package.Tests;

/// <summary>Whether the runbook is there is asked by the build and not by the compiler (GVN4003).</summary>
[Collection(Packed.Name)]
public sealed class RunbookGuardTests(PackedPackages packages)
{
    private const string Model = """
        [Baseline("cycle-time", 6.2, Unit = "h", Target = 2.5, Kill = 8)]
        [Baseline("error-rate", 3.1, Unit = "%", Target = 1.5, Kill = 4)]
        [Baseline("rework-rate", 7, Unit = "%", Target = 4, Kill = 9)]
        [Baseline("cost-per-unit", NotApplicable = "the desk's people are salaried")]
        [FailureMode("duplicate-request", Response = "deny, and tell the one who claims twice")]
        [Review(
        """;

    private static readonly string s_desk = Code.Desk
        .Replace("Runbook =", "Stage = WorkflowStage.Harden, Runbook =", StringComparison.Ordinal)
        .Replace("[Review(", Model, StringComparison.Ordinal);

    [Fact]
    public void A_runbook_that_is_not_there_is_reported_where_it_is_named_in_every_build()
    {
        var work = packages.Workspace("runbooks").Project("src/Shop.csproj").Write("src/Desk.cs", s_desk);
        var line = Array.FindIndex(s_desk.Split('\n'), l => l.Contains("docs/refunds.md", StringComparison.Ordinal)) + 1;

        // Only a part of the repository may be here.
        Assert.Contains($"Desk.cs({line},", Assert.Single(work.Build("src").Succeeded().Warnings, w => w.Contains("GVN4003", StringComparison.Ordinal)), StringComparison.Ordinal);

        Directory.CreateDirectory(work[".git"]);
        work.Build("src", "--no-restore").FailedWith("error GVN4003", $"Desk.cs({line},", "runbook 'docs/refunds.md'", "/GVN4003.md");

        work.Write("docs/refunds.md", "# Refunds").Build("src", "--no-restore").Silent();

        File.Delete(work["docs/refunds.md"]);
        var again = work.Run("build", "src", "--no-restore", "-v", "normal");
        again.FailedWith("error GVN4003");
        Assert.Contains("Skipping target \"CoreCompile\"", again.Output, StringComparison.Ordinal);
    }
}
