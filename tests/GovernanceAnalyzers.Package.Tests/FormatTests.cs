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

    [Fact]
    public void Every_mechanical_fix_goes_through_dotnet_format_and_no_other_does()
    {
        var work = packages.Workspace("format-all").Project("Shop.csproj").Write("Desk.cs", Mixed);
        work.Build(".").FailedWith("GVN1006").FailedWith("GVN1009").FailedWith("GVN1011").FailedWith("GVN2003").FailedWith("GVN1001");
        var fixes = new[] { "GVN1001", "GVN1004", "GVN1005", "GVN1006", "GVN1008", "GVN1009", "GVN1010", "GVN1011", "GVN1020", "GVN2003", "GVN2006" };
        work.Run(["format", "analyzers", "Shop.csproj", "--no-restore", "--diagnostics", .. fixes]).Succeeded();
        var fixedCode = File.ReadAllText(work["Desk.cs"]);
        var build = work.Build(".", "--no-restore").FailedWith("GVN1001");
        foreach (var mechanical in new[] { "GVN1006", "GVN1009", "GVN1010", "GVN1011", "GVN2003" })
        {
            Assert.DoesNotContain(build.Errors, e => e.Contains(mechanical, StringComparison.Ordinal));
        }

        // What a person has to say is not said by a tool.
        Assert.DoesNotContain("EscalateTo", fixedCode, StringComparison.Ordinal);
        Assert.DoesNotContain("Irreversible", fixedCode, StringComparison.Ordinal);
        Assert.Contains("[WorkflowStep(\"pay\", RiskTier.High, Rollback = nameof(UndoAsync)", fixedCode, StringComparison.Ordinal);
        Assert.Contains("Key = \"{day}\", Question = \"Close with day {day}?\")]", fixedCode, StringComparison.Ordinal);
        Assert.Contains("RefundDesk(IPayments payments, IStepGovernor governor)", fixedCode, StringComparison.Ordinal);
        Assert.Contains("public partial Task<int> Count(string text);", fixedCode, StringComparison.Ordinal);
    }

    /// <summary>dotnet format runs the rule of a fix alone: whether a waiver is idle must not depend on which other rules run.</summary>
    [Fact]
    public void Of_the_waivers_it_removes_those_that_cover_nothing_and_no_name_is_put_in_place_of_another()
    {
        var work = packages.Workspace("format-waivers").Project("Shop.csproj").Write("governance.owners", "# governance-owners 1\npayments-ops\nrisk-office\n").Write("Desk.cs", """
            using Governance;

            namespace Shop;

            [GovernedWorkflow("refunds", Owner = "paymets-ops", GovernanceOwner = "risk-office")]
            public sealed partial class RefundDesk(IStepGovernor governor)
            {
                [GovernanceWaiver("GVN1008", Reason = "the rota starts in January", ApprovedBy = "risk-office", Until = "2027-01-31")]
                [GovernanceWaiver("GVN1005", Reason = "it cannot be undone", ApprovedBy = "risk-office", Until = "2027-01-31")]
                [WorkflowStep("close", RiskTier.Medium, Irreversible = "a closed case stays closed", Key = "{id}")]
                public partial Task CloseAsync(string id);

                private Task CloseCoreAsync(string id) => Task.CompletedTask;
            }
            """);
        work.Run("restore").Succeeded();
        work.Run("format", "analyzers", "Shop.csproj", "--no-restore", "--diagnostics", "GVN3004", "GVN1002").Succeeded();
        var fixedCode = File.ReadAllText(work["Desk.cs"]);
        Assert.DoesNotContain("GVN1005", fixedCode, StringComparison.Ordinal);
        Assert.Contains("    [GovernanceWaiver(\"GVN1008\"", fixedCode, StringComparison.Ordinal);
        Assert.Contains("Owner = \"paymets-ops\"", fixedCode, StringComparison.Ordinal);
    }

    private const string Mixed = """
        using Governance;

        namespace Shop;

        public interface IPayments
        {
            [ConsequentialAction("payment.commit", RiskTier.High)]
            Task PayAsync(string orderId);
        }

        [GovernedWorkflow("refunds")]
        public sealed partial class RefundDesk(IPayments payments)
        {
            [WorkflowStep("pay", RiskTier.Low, Rollback = nameof(UndoAsync))]
            public partial Task PayAsync(string order);

            private Task PayCoreAsync(string order) => payments.PayAsync(order);

            public void UndoAsync(string order) => Console.WriteLine(order);

            [WorkflowStep("tidy", RiskTier.Low)]
            public partial Task TidyAsync(int days);

            [WorkflowStep("close", RiskTier.High, Rollback = nameof(ReopenAsync), Key = "{day}")]
            public partial Task CloseAsync(int day);

            private Task CloseCoreAsync(int day) => Console.Out.WriteLineAsync($"closed {day}");

            private Task ReopenAsync(int day) => payments.PayAsync($"reopened {day}");

            [WorkflowStep("count", RiskTier.Low)]
            public partial int Count(string text);

            private int CountCore(string text) => text.Length;
        }
        """;
}
