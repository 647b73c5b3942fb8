namespace Governance.Tests;

public sealed class NestingTests
{
    private static readonly RefundRequest s_first = GovernedDesk.Claim;
    private static readonly RefundRequest s_second = new("B-2", "9", 7m, "EUR");

    [Fact]
    public async Task An_outer_confirmation_never_covers_an_inner_step_and_completed_inner_steps_are_not_run_again()
    {
        await using var g = new GovernedDesk();
        Assert.True((await g.Desk.SettleDayAsync(s_first, s_second)).IsPending);
        Assert.Empty(g.Ledger.Acts);
        g.Harness.Approve(RefundDesk.SettleDay, by: "dana");

        var inner = await g.Desk.SettleDayAsync(s_first, s_second);
        Assert.True(inner.IsPending);
        Assert.Equal(g.Harness.Pending.Single().RequestId, inner.RequestId);
        Assert.Equal(["settling", "triaged note"], g.Ledger.Acts);
        Assert.Equal("suspended", g.States.Last());

        g.Harness.Approve(RefundDesk.IssueRefund, by: "dana");
        Assert.True((await g.Desk.SettleDayAsync(s_first, s_second)).IsPending);
        g.Harness.Approve(RefundDesk.IssueRefund, by: "dana");
        Assert.Equal(2, (await g.Desk.SettleDayAsync(s_first, s_second)).Value);

        // The body runs three times; each step inside it once, and the two equal triages are two acts.
        Assert.Equal(
            ["settling", "triaged note", "settling", "refunded A-17 40.00 A-17/1", "triaged note", "settling", "refunded B-2 7 B-2/9"], g.Ledger.Acts);
        Assert.Empty(g.Harness.Escalations);
        var outer = g.Harness.Records[0].RequestId;
        Assert.All(g.Harness.Records.Where(r => r.Step is "issue-refund" or "triage"), r => Assert.Equal(outer, r.ParentRequestId));
    }

    [Fact]
    public async Task Two_equal_calls_inside_a_run_are_two_acts()
    {
        var bench = new Bench();
        var plan = new StepPlan<RefundDesk, int>
        {
            Step = new StepDescriptor { Workflow = "w", Step = "twice", Tier = RiskTier.Low, Digest = "d" },
            Body = static async (desk, _, ct) =>
            {
                await desk.TriageAsync("x", ct);
                await desk.TriageAsync("x", ct);
                await desk.RouteClaimAsync("c", ct);
                await desk.RouteClaimAsync("c", ct);
                return 0;
            },
            WriteArguments = static (_, _) => { },
        };
        Assert.True((await bench.Governor.RunAsync(new StepCall<RefundDesk, int>(plan, bench.Desk), default)).IsCompleted);
        Assert.Equal(["triaged x", "triaged x", "routed c", "routed c"], bench.Ledger.Acts);
        Assert.Equal(2, bench.Gate.Asked.Select(r => r.RequestId).Distinct().Count());
    }

    [Fact]
    public async Task A_suspended_step_whose_confirmation_ended_does_not_go_on()
    {
        await using var g = new GovernedDesk();
        await g.Desk.SettleDayAsync(s_first, s_second);
        g.Harness.Approve(RefundDesk.SettleDay, by: "dana");
        await g.Desk.SettleDayAsync(s_first, s_second);
        g.Harness.Clock.Advance(TimeSpan.FromHours(24));
        var outcome = await g.Desk.SettleDayAsync(s_first, s_second);
        Assert.Equal(StepStatus.Expired, outcome.Status);
        Assert.Equal(["settling", "triaged note"], g.Ledger.Acts);
    }

    [Fact]
    public async Task A_denied_inner_step_fails_the_outer_one()
    {
        await using var g = new GovernedDesk();
        await g.Desk.SettleDayAsync(s_first, s_second);
        g.Harness.Approve(RefundDesk.SettleDay, by: "dana");
        await g.Desk.SettleDayAsync(s_first, s_second);
        g.Harness.Deny(RefundDesk.IssueRefund, by: "dana", reason: "no");
        var outcome = await g.Desk.SettleDayAsync(s_first, s_second);
        Assert.Equal(StepStatus.Failed, outcome.Status);
        Assert.IsType<StepDeniedException>(outcome.Failure);
    }

    [Fact]
    public async Task An_operation_key_names_the_outer_call_and_not_the_calls_inside_it()
    {
        await using var g = new GovernedDesk();
        var plan = new StepPlan<RefundDesk, int>
        {
            Step = new StepDescriptor { Workflow = "w", Step = "batch", Tier = RiskTier.Low, Digest = "d" },
            Body = static async (desk, _, ct) =>
            {
                await desk.TriageAsync("one", ct);
                await desk.TriageAsync("two", ct);
                return 2;
            },
            WriteArguments = static (_, _) => { },
        };
        using var context = AutomationContext.Begin("agent", "job", key: "batch-1");
        var call = new StepCall<RefundDesk, int>(plan, g.Desk);
        Assert.Equal(2, (await g.Harness.Governor.RunAsync(call, default)).Value);
        Assert.Equal(2, (await g.Harness.Governor.RunAsync(call, default)).Value);
        Assert.Equal(["triaged one", "triaged two"], g.Ledger.Acts);
    }

    [Fact]
    public async Task A_step_that_calls_itself_with_its_own_key_is_refused_and_does_not_hang()
    {
        await using var g = new GovernedDesk();
        StepOutcome<Receipt>? inner = null;
        g.Ledger.On = async (_, ct) => inner ??= await g.Desk.IssueRefundAsync(GovernedDesk.Claim, ct);
        Assert.True((await g.RefundAsync(GovernedDesk.Claim).WaitAsync(TimeSpan.FromSeconds(30))).IsCompleted);
        Assert.Equal(StepStatus.Refused, inner!.Status);
    }
}
