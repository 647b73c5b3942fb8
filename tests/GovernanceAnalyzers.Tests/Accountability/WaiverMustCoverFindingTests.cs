using GovernanceAnalyzers.Rules.Accountability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Accountability;

public sealed class WaiverMustCoverFindingTests
{
    private const string By = "Reason = \"until 4711\", ApprovedBy = \"risk-office\", Until = \"2027-01-31\"";

    [Fact]
    public Task A_waiver_from_which_nothing_is_excepted_is_reported() => Test($$"""
        public class Desk
        {
            [GovernanceWaiver({|#0:"GVN1008"|}, {{By}})]
            [WorkflowStep("triage", RiskTier.High, Owner = "payments-ops", EscalateTo = "oncall")]
            public Task TriageAsync() => Task.CompletedTask;
        }
        """, "The waiver of GVN1008 covers nothing any more: remove it").RunAsync();

    [Theory]
    [InlineData("T:Desk", "")]
    [InlineData("T:Dekc", ", for its Target 'T:Dekc' names nothing in this assembly")]
    [InlineData("nonsense", ", for its Target 'nonsense' names nothing in this assembly")]
    [InlineData("T:System.String", ", for its Target 'T:System.String' names nothing in this assembly")]
    public Task So_is_one_on_the_assembly(string target, string why) => Test(
        $"[assembly: GovernanceWaiver({{|#0:\"GVN1008\"|}}, {By}, Target = \"{target}\")] public class Desk {{ }}",
        $"The waiver of GVN1008 covers nothing any more{why}: remove it").RunAsync();

    [Theory]
    [InlineData("[GovernanceWaiver(\"GVN1008\", " + By + ")]", "", "")]
    [InlineData("", "[GovernanceWaiver(\"GVN1008\", " + By + ")]", "")]
    [InlineData("", "", "[assembly: GovernanceWaiver(\"GVN1008\", " + By + ")]")]
    [InlineData("", "", "[assembly: GovernanceWaiver(\"GVN1008\", " + By + ", Target = \"T:Desk\")]")]
    [InlineData("", "", "[assembly: GovernanceWaiver(\"GVN1008\", " + By + ", Target = \"M:Desk.TriageAsync\")]")]
    [InlineData("[GovernanceWaiver(\"GVN1008\", " + By + ")]", "[GovernanceWaiver(\"GVN1008\", " + By + ")]", "")]
    [InlineData("[GovernanceWaiver(\"GVN1008\", Reason = \"it has ended\", ApprovedBy = \"risk-office\", Until = \"2026-01-31\")]", "", "")]
    [InlineData("[GovernanceWaiver(\"GVN1008\")]", "", "")]
    [InlineData("[GovernanceWaiver(\"GVN1008\", Reason = \"own hand\", ApprovedBy = \"payments-ops\", Until = \"2027-01-31\")]", "", "")]
    [InlineData("", "", "[assembly: Hush(\"GVN1008\", " + By + ")]")]
    public Task One_that_is_for_a_finding_is_fine_whole_or_not(string onMember, string onType, string onAssembly) => Test($$"""
        global using Hush = Governance.GovernanceWaiverAttribute;
        {{onAssembly}}

        {{onType}}
        public class Desk
        {
            {{onMember}}
            [WorkflowStep("triage", RiskTier.High, Owner = "payments-ops")]
            public Task TriageAsync() => Task.CompletedTask;
        }
        """).RunAsync();

    [Fact]
    public Task Each_waiver_is_for_its_own_place_and_rule() => Test($$"""
        public class Desk
        {
            [GovernanceWaiver("GVN1008", {{By}})]
            [GovernanceWaiver([|"GVN1001"|], {{By}})]
            [WorkflowStep("triage", RiskTier.High, Owner = "payments-ops")]
            public Task TriageAsync() => Task.CompletedTask;

            [GovernanceWaiver([|"GVN1008"|], {{By}})]
            public Task OtherAsync() => Task.CompletedTask;
        }
        """).RunAsync();

    [Fact]
    public Task What_is_said_once_for_a_step_without_any_control_is_still_excepted() => Test($$"""
        public class Desk
        {
            [GovernanceWaiver("GVN2002", {{By}})]
            [WorkflowStep("clean", RiskTier.High, Owner = "payments-ops", EscalateTo = "oncall", Irreversible = "gone")]
            public Task CleanAsync(string path) { File.Delete(path); return Task.CompletedTask; }
        }
        """).RunAsync();

    [Fact]
    public Task A_finding_that_only_a_build_makes_counts() => Test($$"""
        [GovernedWorkflow("refunds", Owner = "payments-ops")] public class Desk { }
        [GovernanceWaiver("GVN1017", {{By}})]
        [GovernedWorkflow("refunds", Owner = "payments-ops")] public class Again { }
        """).RunAsync();

    [Theory]
    [InlineData("GVN3101")]
    [InlineData("GVN3002")]
    [InlineData("GVN4711")]
    [InlineData("CS0168")]
    public Task A_waiver_that_could_never_hold_is_GVN3002s(string rule)
        => Test($"[GovernanceWaiver(\"{rule}\", {By})] public class Desk {{ }}").RunAsync();

    [Fact]
    public Task Where_it_is_for_another_target_framework_it_is_waived_itself_and_that_waiver_is_for_something() => Test($$"""
        [GovernanceWaiver("GVN1008", {{By}})]
        [GovernanceWaiver("GVN3004", {{By}})]
        public class Desk { }

        [GovernanceWaiver([|"GVN3004"|], {{By}})]
        public class Other { }
        """).RunAsync();

    [Fact]
    public async Task While_a_declaration_is_broken_nothing_is_said()
    {
        var test = Test($$"""
            public class Desk
            {
                [GovernanceWaiver("GVN1008", {{By}})]
                [WorkflowStep("triage", RiskTier.High, Owner = "payments-ops", EscalateTo = "oncall")]
                public Missing TriageAsync() => null;
            }
            """);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        await test.RunAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("M:Disk.Wipe(System.String); files.delete/High; ops; 2027-03-31")]
    public async Task A_backlog_line_behind_which_nothing_is_left_is_reported(string kept)
    {
        var test = new RuleTest<WaiverMustCoverFindingAnalyzer>
        {
            TestCode = "public static class Disk { [AutomationEntryPoint] public static void Wipe(string path) => File.Delete(path); }",
            TestState =
            {
                AdditionalFiles = { ("/0/governance.backlog.txt", $"# governance-backlog 1\nM:Disk.Gone; files.delete/High; ops; 2027-03-31\n{kept}\n") },
            },
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN3004", DiagnosticSeverity.Warning).WithSpan("/0/governance.backlog.txt", 2, 1, 2, 48)
            .WithMessage("The backlog line of M:Disk.Gone with files.delete covers nothing any more: remove it"));
        await test.RunAsync();
    }

    private static RuleTest<WaiverMustCoverFindingAnalyzer> Test(string code, string? says = null)
    {
        var test = new RuleTest<WaiverMustCoverFindingAnalyzer> { TestCode = code, BuildProperties = { ["GovernanceDate"] = "2026-11-20" } };
        if (says is not null)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN3004", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(says));
        }

        return test;
    }
}
