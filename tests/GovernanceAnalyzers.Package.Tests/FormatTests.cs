using GovernanceAnalyzers.Package.Tests.Rig;

namespace GovernanceAnalyzers.Package.Tests;

[Collection(Packed.Name)]
public sealed class FormatTests(PackedPackages packages)
{
    private const string WithoutBodies = """
        using Governance;

        namespace Shop;

        [GovernedWorkflow("refunds", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments")]
        public sealed partial class RefundDesk(IStepGovernor governor)
        {
            [WorkflowStep("summarise", RiskTier.Low)]
            public partial Task<string> SummariseAsync(string text, CancellationToken ct = default);

            [WorkflowStep("tidy", RiskTier.Low)]
            public partial Task TidyAsync(int days, CancellationToken ct = default);
        }
        """;

    [Fact]
    public void Dotnet_format_applies_our_fixes_everywhere_and_the_project_builds()
    {
        var work = packages.Workspace("format").Project("Shop.csproj").Write("Desk.cs", WithoutBodies);
        work.Build(".").FailedWith("GVN1009", "Desk.cs(9,").FailedWith("GVN1009", "Desk.cs(12,");
        work.Run("format", "analyzers", "Shop.csproj", "--no-restore", "--diagnostics", "GVN1009").Succeeded();
        var fixedCode = File.ReadAllText(work["Desk.cs"]);
        Assert.Contains("Task<string> SummariseCoreAsync(string text, CancellationToken ct", fixedCode, StringComparison.Ordinal);
        Assert.Contains("Task TidyCoreAsync(int days, CancellationToken ct", fixedCode, StringComparison.Ordinal);
        work.Build(".", "--no-restore").Silent();
    }
}
