namespace Governance.Tests;

public sealed class LifeOfAStepTests
{
    [Fact]
    public async Task A_refund_runs_only_after_a_person_said_yes()
    {
        await using var g = new GovernedDesk();
        var first = await g.Desk.IssueRefundAsync(GovernedDesk.Claim);
        Assert.True(first.IsPending);
        Assert.Empty(g.Ledger.Acts);
        g.Harness.Approve(RefundDesk.IssueRefund, by: "dana");
        var second = await g.Desk.IssueRefundAsync(GovernedDesk.Claim);
        Assert.Equal("r-1", second.Value.Id);
        Assert.Equal(first.RequestId, second.RequestId);
        Assert.Equal(["requested", "confirmed", "started", "completed"], g.States);
        Assert.All(g.Harness.Records, r => Assert.True(r.NotEvidence));
        Assert.Equal("dana", g.Harness.Records[1].Approver);
        Assert.Equal("""{"Id":"r-1"}""", g.Harness.Records[3].Output);
        Assert.Equal("""{"request":{"Amount":40.00,"ClaimNo":"1","Currency":"EUR","OrderId":"A-17"}}""", g.Harness.Records[0].Input);
    }

    [Fact]
    public async Task Pending_is_an_exception_where_the_step_returns_its_result()
    {
        await using var g = new GovernedDesk();
        var pending = await Assert.ThrowsAsync<StepPendingException>(() => g.Desk.IssueRefundOrThrowAsync(GovernedDesk.Claim));
        Assert.Equal(g.Harness.Clock.GetUtcNow() + TimeSpan.FromHours(24), pending.Until);
    }

    [Fact]
    public async Task A_low_step_runs_alone_and_its_outcome_is_recorded()
    {
        await using var g = new GovernedDesk();
        Assert.Equal("HI", (await g.Desk.TriageAsync("hi")).Value);
        Assert.Equal("HI", (await g.Desk.TriageAsync("hi")).Value);
        Assert.Equal(["completed", "completed"], g.States);
        Assert.Equal(["triaged hi", "triaged hi"], g.Ledger.Acts);
        Assert.Equal(2, g.Harness.Records.Select(r => r.RequestId).Distinct().Count());
    }

    [Fact]
    public async Task A_failure_is_recorded_and_escalated_with_the_order_that_undoes_it()
    {
        await using var g = new GovernedDesk();
        g.Ledger.On = (_, _) => throw new InvalidOperationException("bank is away");
        var outcome = await g.RefundAsync(GovernedDesk.Claim);
        Assert.Equal(StepStatus.Failed, outcome.Status);
        Assert.Throws<InvalidOperationException>(() => outcome.Value);
        Assert.Equal(["requested", "confirmed", "started", "failed", "escalated"], g.States);
        var escalation = Assert.Single(g.Harness.Escalations);
        Assert.Equal("oncall-payments", escalation.Target);
        Assert.Contains($"RollbackAsync(\"{outcome.RequestId}\"", escalation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_low_step_may_be_tried_again()
    {
        await using var g = new GovernedDesk();
        g.Ledger.On = (_, _) => throw new InvalidOperationException("model is away");
        using (AutomationContext.Begin("agent", "job 1", key: "k1"))
        {
            Assert.Equal(StepStatus.Failed, (await g.Desk.TriageAsync("hi")).Status);
            g.Ledger.On = null;
            Assert.Equal("HI", (await g.Desk.TriageAsync("hi")).Value);
        }
    }

    [Fact]
    public async Task Cancelling_a_running_body_is_recorded_as_failure_and_thrown()
    {
        await using var g = new GovernedDesk();
        using var stop = new CancellationTokenSource();
        await g.Desk.IssueRefundAsync(GovernedDesk.Claim);
        g.Harness.Approve(RefundDesk.IssueRefund, by: "dana");
        g.Ledger.On = async (_, ct) =>
        {
            await stop.CancelAsync();
            ct.ThrowIfCancellationRequested();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => g.Desk.IssueRefundAsync(GovernedDesk.Claim, stop.Token));
        Assert.Equal(["requested", "confirmed", "started", "failed", "escalated"], g.States);
    }

    [Fact]
    public async Task A_call_waits_for_the_decision_as_long_as_it_is_told_to()
    {
        await using var g = new GovernedDesk(o => (o.WaitForDecision, o.TimeProvider) = (TimeSpan.FromSeconds(30), TimeProvider.System));
        var waiting = g.Desk.IssueRefundAsync(GovernedDesk.Claim);
        await Task.Delay(100);
        Assert.False(waiting.IsCompleted);
        g.Harness.Approve(RefundDesk.IssueRefund, by: "dana");
        Assert.Equal("r-1", (await waiting).Value.Id);
    }
}
