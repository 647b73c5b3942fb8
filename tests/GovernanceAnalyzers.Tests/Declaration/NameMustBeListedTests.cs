using GovernanceAnalyzers.Rules.Declaration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class NameMustBeListedTests
{
    public const string Owners = "# governance-owners 1\npayments-ops = dana, lee\nrisk-office\noncall-payments\n";

    [Theory]
    [InlineData("Owner = {|#0:\"paymets-ops\"|}", "Owner 'paymets-ops' of step 'triage' is not on the owners list: write 'payments-ops', or add a line to governance.owners")]
    [InlineData("Owner = {|#0:\" kim \"|}", "Owner 'kim' of step 'triage' is not on the owners list: write a name that is, or add a line to governance.owners")]
    [InlineData("EscalateTo = {|#0:\"oncall\"|}", "EscalateTo 'oncall' of step 'triage' is not on the owners list: write a name that is, or add a line to governance.owners")]
    public Task A_step_names_somebody_else(string argument, string says) => Test(OnStep(argument), says).RunAsync();

    [Theory]
    [InlineData("[GovernedWorkflow(\"refunds\", Owner = {|#0:\"ops\"|})]", "Owner 'ops' of workflow 'refunds'")]
    [InlineData("[GovernedWorkflow(\"refunds\", GovernanceOwner = {|#0:\"audit\"|})]", "GovernanceOwner 'audit' of workflow 'refunds'")]
    [InlineData("[GovernedWorkflow(\"refunds\", EscalateTo = {|#0:\"oncall\"|})]", "EscalateTo 'oncall' of workflow 'refunds'")]
    [InlineData("[GovernanceWaiver(\"GVN1008\", ApprovedBy = {|#0:\"audit\"|})]", "ApprovedBy 'audit' of the waiver of GVN1008")]
    [InlineData("[assembly: GovernanceWaiver(\"GVN1008\", ApprovedBy = {|#0:\"audit\"|})]", "ApprovedBy 'audit' of the waiver of GVN1008")]
    public Task So_do_a_workflow_and_a_waiver(string attribute, string says)
        => Test(attribute + "\npublic class Desk { }", says + " is not on the owners list: write a name that is, or add a line to governance.owners").RunAsync();

    [Fact]
    public Task What_is_neither_step_nor_workflow_is_told_by_its_name()
        => Test("public class Desk { [FailureMode(\"late\", EscalateTo = {|#0:\"oncall\"|})] public void Run() { } }",
                "EscalateTo 'oncall' of 'Run' is not on the owners list: write a name that is, or add a line to governance.owners").RunAsync();

    [Theory]
    [InlineData("Owner = \"payments-ops\"")]
    [InlineData("Owner = \" Payments-Ops \"")]
    [InlineData("Owner = \"dana\"")]
    [InlineData("Owner = \"lee\", EscalateTo = \"oncall-payments\"")]
    [InlineData("Owner = \"\"")]
    [InlineData("Owner = \"TODO\"")]
    [InlineData("Owner = null")]
    public Task Who_is_listed_and_who_is_nobody_are_fine(string arguments) => Test(OnStep(arguments)).RunAsync();

    [Fact]
    public async Task Without_a_list_anybody_is_fine()
    {
        var test = Test(OnStep("Owner = \"kim\""));
        test.TestState.AdditionalFiles.Clear();
        await test.RunAsync();
    }

    [Fact]
    public Task The_attributes_of_others_are_not_ours() => Test("""
        public class Desk { [Other(Owner = "kim")] public void Run() { } }
        public sealed class OtherAttribute : Attribute { public string? Owner { get; set; } }
        """).RunAsync();

    [Fact]
    public Task A_step_in_two_parts_is_reported_once() => Test("""
        public partial class Desk(IStepGovernor governor)
        {
            [WorkflowStep("triage", RiskTier.Low, Owner = [|"kim"|])] public partial Task TriageAsync();
            private Task TriageCoreAsync() => Task.CompletedTask;
        }
        """).RunAsync();

    [Theory]
    [InlineData("2026-11-20", "\"kim\"")]
    [InlineData("2027-02-01", "[|\"kim\"|]")]
    public async Task A_waiver_holds_until_it_ends(string today, string owner)
    {
        var test = Test($$"""
            public class Desk
            {
                [GovernanceWaiver("GVN1002", Reason = "kim joins in January", ApprovedBy = "risk-office", Until = "2027-01-31")]
                [WorkflowStep("triage", RiskTier.Low, Owner = {{owner}})]
                public Task TriageAsync() => Task.CompletedTask;
            }
            """);
        test.BuildProperties["GovernanceDate"] = today;
        await test.RunAsync();
    }

    [Fact]
    public Task A_waiver_does_not_let_its_own_approver_pass() => Test("""
        [GovernanceWaiver("GVN1002", Reason = "kim joins in January", ApprovedBy = [|"kim"|], Until = "2027-01-31")]
        public class Desk { }
        """).RunAsync();

    [Theory]
    [InlineData("[WorkflowStep(\"triage\", Owner = ")]
    [InlineData("[WorkflowStep(\"triage\", Owner = \"kim")]
    [InlineData("[WorkflowStep(\"triage\", Owner = Names.)] public void Run() { }")]
    public async Task Half_typed_nothing_is_said(string member)
    {
        var test = Test("public class Desk { " + member + " }");
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        await test.RunAsync();
    }

    private static string OnStep(string arguments)
        => "public class Desk { [WorkflowStep(\"triage\", RiskTier.Low, " + arguments + ")] public Task TriageAsync() => Task.CompletedTask; }";

    private static RuleTest<NameMustBeListedAnalyzer> Test(string code, string? says = null)
    {
        var test = new RuleTest<NameMustBeListedAnalyzer> { TestCode = code, TestState = { AdditionalFiles = { ("/0/governance.owners", Owners) } } };
        if (says is not null)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN1002", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(says));
        }

        return test;
    }
}
