using GovernanceAnalyzers.Rules.Declaration;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class StepMustDeclareRollbackTests
{
    private const string Advice = ": write Rollback = nameof(RollbackIssueRefundAsync) and a private method of that name, or Irreversible = \"why\"";

    [Theory]
    [InlineData("Medium")]
    [InlineData("High")]
    public Task A_step_without_a_way_back_is_reported(string tier) => Test(
        "[{|#0:WorkflowStep|}(\"issue-refund\", RiskTier." + tier + ")]",
        $"{tier} step 'refunds/issue-refund' has neither a rollback handler nor a reason why it cannot be undone" + Advice);

    [Fact]
    public Task A_step_of_an_interface_is_undone_by_a_member() => new RuleTest<StepMustDeclareRollbackAnalyzer>
    {
        TestCode = "[GovernedWorkflow(\"desk\")] public interface IDesk { [{|#0:WorkflowStep|}(\"issue\", RiskTier.High)] Task IssueAsync(); }",
        ExpectedDiagnostics =
        {
            new DiagnosticResult("GVN1005", Microsoft.CodeAnalysis.DiagnosticSeverity.Error).WithLocation(0)
                .WithArguments("High", "desk/issue", "", "RollbackIssueAsync", "member"),
        },
    }.RunAsync();

    [Fact]
    public Task A_placeholder_is_no_reason() => Test(
        """[WorkflowStep("issue-refund", RiskTier.High, Irreversible = {|#0:"TODO"|})]""",
        "High step 'refunds/issue-refund' has neither a rollback handler nor a reason why it cannot be undone, for 'TODO' is no reason" + Advice);

    [Fact]
    public Task An_empty_handler_is_no_handler() => Test(
        """[WorkflowStep("issue-refund", RiskTier.High, Rollback = {|#0:" "|})]""",
        "High step 'refunds/issue-refund' has neither a rollback handler nor a reason why it cannot be undone" + Advice);

    [Theory]
    [InlineData("""[WorkflowStep("issue-refund", RiskTier.High, Irreversible = "mail cannot be unsent")]""")]
    [InlineData("""[WorkflowStep("issue-refund", RiskTier.High, Rollback = nameof(ReverseAsync))]""")]
    [InlineData("""[WorkflowStep("issue-refund", RiskTier.High, Rollback = "NotThereYet")]""")]
    [InlineData("""[WorkflowStep("issue-refund", RiskTier.Low)]""")]
    [InlineData("""[WorkflowStep("issue-refund")]""")]
    public Task A_way_back_a_reason_or_no_need(string step) => Test(step, null);

    [Theory]
    [InlineData("""[WorkflowStep("issue-refund", RiskTier.High, Rollback = nameof(NotThereYet))]""")]
    [InlineData("""[WorkflowStep("issue-refund", RiskTier.High, Rollback = nameof())]""")]
    [InlineData("""[WorkflowStep("issue-refund", RiskTier.High, Irrev""")]
    public Task While_it_is_typed_nothing_is_said(string step) => new StepTest<StepMustDeclareRollbackAnalyzer>
    {
        Members = step + "\npublic Task IssueRefundAsync() => Task.CompletedTask;",
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    [Theory]
    [InlineData("", "WorkflowStep")]
    [InlineData("await log.AppendAsync(new ActionRecord(), default); ", "[|WorkflowStep|]")]
    [InlineData("", "[|WorkflowStep|]", "[GovernanceWaiver(\"GVN2001\", Reason = \"4711\", ApprovedBy = \"risk-office\", Until = \"2027-01-31\")]")]
    public Task A_self_governed_step_without_any_control_hears_of_that_first(string control, string step, string waiver = "")
        => new RuleTest<StepMustDeclareRollbackAnalyzer>
        {
            TestCode = $$"""
                public class Desk(IActionLog log)
                {
                    public IActionLog Log => log;

                    {{waiver}}
                    [{{step}}("clean-up", RiskTier.High)]
                    public async Task CleanUpAsync(string path) { {{control}}File.Delete(path); await Task.Yield(); }
                }
                """,
        }.RunAsync();

    [Fact]
    public Task A_waiver_holds() => Test(
        """
        [GovernanceWaiver("GVN1005", Reason = "handler comes with ticket 4711", ApprovedBy = "risk-office", Until = "2027-01-31")]
        [WorkflowStep("issue-refund", RiskTier.High)]
        """,
        null);

    private static Task Test(string step, string? says)
    {
        var test = new StepTest<StepMustDeclareRollbackAnalyzer>
        {
            Members = step + "\npublic partial Task IssueRefundAsync();\nprivate Task IssueRefundCoreAsync() => Task.CompletedTask;\n"
                    + "private Task ReverseAsync() => Task.CompletedTask;",
        };
        if (says is not null)
        {
            test.Says = says;
        }

        return test.RunAsync();
    }
}
