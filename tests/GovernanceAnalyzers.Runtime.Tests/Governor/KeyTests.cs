namespace Governance.Tests;

public sealed class KeyTests
{
    [Fact]
    public async Task The_same_key_and_arguments_are_one_request_and_then_one_outcome()
    {
        await using var g = new GovernedDesk();
        await g.Desk.IssueRefundAsync(GovernedDesk.Claim);
        await g.Desk.IssueRefundAsync(GovernedDesk.Claim);
        var first = await g.RefundAsync(GovernedDesk.Claim);
        var second = await g.Desk.IssueRefundAsync(GovernedDesk.Claim);
        Assert.Equal(first.Value, second.Value);
        Assert.Single(g.Ledger.Acts);
        Assert.Equal(["requested", "confirmed", "started", "completed"], g.States);
    }

    [Fact]
    public async Task Other_arguments_under_the_same_key_are_refused()
    {
        await using var g = new GovernedDesk();
        await g.RefundAsync(GovernedDesk.Claim);
        var other = await g.Desk.IssueRefundAsync(GovernedDesk.Claim with { Amount = 4000m });
        Assert.Equal(StepStatus.Refused, other.Status);
        Assert.Contains("other arguments", other.Reason, StringComparison.Ordinal);
        Assert.Single(g.Ledger.Acts);
        Assert.Equal("refused", g.States.Last());
    }

    [Fact]
    public async Task Parallel_calls_with_one_key_act_once()
    {
        await using var g = new GovernedDesk();
        await g.Desk.IssueRefundAsync(GovernedDesk.Claim);
        g.Harness.Approve(RefundDesk.IssueRefund, by: "dana");
        g.Ledger.On = (_, _) => Task.Delay(20);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => g.Desk.IssueRefundAsync(GovernedDesk.Claim))));
        Assert.All(outcomes, o => Assert.Equal("r-1", o.Value.Id));
        Assert.Single(g.Ledger.Acts);
    }

    [Fact]
    public async Task The_operation_key_stands_in_where_the_step_declares_none()
    {
        await using var g = new GovernedDesk();
        using var context = AutomationContext.Begin("agent", "ticket 4711", key: "op-1");
        Assert.True((await g.Desk.RouteClaimAsync("c-1")).IsPending);
        g.Harness.Approve(RefundDesk.RouteClaim, by: "dana");
        Assert.True((await g.Desk.RouteClaimAsync("c-1")).IsCompleted);
        Assert.True((await g.Desk.RouteClaimAsync("c-1")).IsCompleted);
        Assert.Equal(["routed c-1"], g.Ledger.Acts);
        Assert.Equal(StepStatus.Refused, (await g.Desk.RouteClaimAsync("c-2")).Status);
    }

    [Fact]
    public async Task Without_a_key_equal_open_requests_are_joined_and_a_later_call_is_a_new_act()
    {
        await using var g = new GovernedDesk();
        var first = await g.Desk.RouteClaimAsync("c-1");
        var joined = await g.Desk.RouteClaimAsync("c-1");
        Assert.Equal(first.RequestId, joined.RequestId);
        g.Harness.Approve(RefundDesk.RouteClaim, by: "dana");
        Assert.True((await g.Desk.RouteClaimAsync("c-1")).IsCompleted);
        var later = await g.Desk.RouteClaimAsync("c-1");
        Assert.True(later.IsPending);
        Assert.NotEqual(first.RequestId, later.RequestId);
    }

    [Fact]
    public async Task A_key_without_content_is_refused()
    {
        await using var g = new GovernedDesk();
        var outcome = await g.Desk.IssueRefundAsync(new RefundRequest("", " ", 1m, "EUR"));
        Assert.Equal(StepStatus.Refused, outcome.Status);
        Assert.Contains("empty", outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_act_is_not_retried_under_its_key_and_a_person_is_asked_again_after_a_day()
    {
        await using var g = new GovernedDesk();
        g.Ledger.On = (_, _) => throw new InvalidOperationException("bank is away");
        var failed = await g.RefundAsync(GovernedDesk.Claim);
        g.Ledger.On = null;
        var retried = await g.Desk.IssueRefundAsync(GovernedDesk.Claim);
        Assert.Equal(StepStatus.Failed, retried.Status);
        Assert.Equal(failed.RequestId, retried.RequestId);
        Assert.Empty(g.Ledger.Acts);
        g.Harness.Clock.Advance(TimeSpan.FromHours(24));
        var asked = await g.Desk.IssueRefundAsync(GovernedDesk.Claim);
        Assert.True(asked.IsPending);
        Assert.Contains($"request {failed.RequestId} with the same key failed", g.Harness.Pending[0].Question, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_that_cannot_be_given_back_is_not_made_again()
    {
        await using var g = new GovernedDesk();
        var plan = new StepPlan<Ledger, Action>
        {
            Step = new StepDescriptor { Workflow = "w", Step = "s", Tier = RiskTier.Low, Key = "k", Digest = "d" },
            Body = static async (ledger, _, _) =>
            {
                await ledger.ActAsync("acted");
                return () => { };
            },
            WriteArguments = static (_, _) => { },
        };
        var call = new StepCall<Ledger, Action>(plan, g.Ledger);
        Assert.True((await g.Harness.Governor.RunAsync(call, default)).IsCompleted);
        Assert.Contains("$unserializable", g.Harness.Records[0].Output, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StepAlreadyCompletedException>(() => g.Harness.Governor.RunAsync(call, default));
        Assert.Single(g.Ledger.Acts);
    }
}
