using GovernanceAnalyzers.Rules.Declaration;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class StepMustHaveEscalationPathTests
{
    [Fact]
    public Task A_High_step_that_tells_nobody_is_reported() => Test(
        """[GovernedWorkflow("refunds", Owner = "payments-ops")]""",
        """[{|#0:WorkflowStep|}("issue-refund", RiskTier.High)]""",
        "High step 'refunds/issue-refund' has no escalation path: write EscalateTo = \"…\" here or on [GovernedWorkflow] of 'RefundDesk', naming who is told "
        + "when the step is denied, expires or fails");

    [Fact]
    public Task Outside_a_workflow_only_the_step_can_tell_somebody() => Test(
        "",
        """[{|#0:WorkflowStep|}("issue-refund", RiskTier.High)]""",
        "High step 'issue-refund' has no escalation path: write EscalateTo = \"…\" here, naming who is told when the step is denied, expires or fails");

    [Fact]
    public Task A_placeholder_tells_nobody() => Test(
        """[GovernedWorkflow("refunds", EscalateTo = "oncall-payments")]""",
        """[WorkflowStep("issue-refund", RiskTier.Medium, EscalateTo = {|#0:"TBD"|})]""",
        "Medium step 'refunds/issue-refund' has no escalation path, for 'TBD' names nobody: write EscalateTo = \"…\" here or on [GovernedWorkflow] of "
        + "'RefundDesk', naming who is told when the step is denied, expires or fails");

    [Theory]
    [InlineData("""[GovernedWorkflow("refunds", EscalateTo = "oncall-payments")]""", """[WorkflowStep("issue-refund", RiskTier.High)]""")]
    [InlineData("", """[WorkflowStep("issue-refund", RiskTier.High, EscalateTo = "oncall-payments")]""")]
    [InlineData("", """[WorkflowStep("triage", RiskTier.Low)]""")]
    [InlineData("", """[WorkflowStep("triage")]""")]
    public Task Told_or_harmless_or_still_without_tier(string workflow, string step) => Test(workflow, step);

    [Theory]
    [InlineData("", "WorkflowStep")]
    [InlineData("await log.AppendAsync(new ActionRecord(), default); ", "[|WorkflowStep|]")]
    public Task A_self_governed_step_without_any_control_hears_of_that_first(string control, string step) => new RuleTest<StepMustHaveEscalationPathAnalyzer>
    {
        TestCode = $$"""
            public class Desk(IActionLog log)
            {
                public IActionLog Log => log;

                [{{step}}("clean-up", RiskTier.High)]
                public async Task CleanUpAsync(string path) { {{control}}File.Delete(path); await Task.Yield(); }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task A_waiver_holds_but_not_the_owners_own() => new RuleTest<StepMustHaveEscalationPathAnalyzer>
    {
        TestCode = """
            public class RefundDesk
            {
                [GovernanceWaiver("GVN1008", Reason = "rota starts in January", ApprovedBy = "risk-office", Until = "2027-01-31")]
                [WorkflowStep("issue-refund", RiskTier.High, Owner = "payments-ops")]
                public Task IssueAsync() => Task.CompletedTask;

                [GovernanceWaiver("GVN1008", Reason = "rota starts in January", ApprovedBy = "Payments-Ops ", Until = "2027-01-31")]
                [[|WorkflowStep|]("reverse-refund", RiskTier.High, Owner = "payments-ops")]
                public Task ReverseAsync() => Task.CompletedTask;
            }
            """,
    }.RunAsync();

    private static Task Test(string workflow, string step, string? says = null)
    {
        var test = new StepTest<StepMustHaveEscalationPathAnalyzer>
        {
            TestCode = $"{workflow} public class RefundDesk {{ {step} public Task IssueAsync() => Task.CompletedTask; }}",
        };
        if (says is not null)
        {
            test.Says = says;
        }

        return test.RunAsync();
    }
}
