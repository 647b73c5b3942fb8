namespace Governance.Tests;

public sealed class DenialTests
{
    [Fact]
    public async Task A_denial_ends_the_call_and_is_escalated()
    {
        await using var g = new GovernedDesk();
        await g.Desk.IssueRefundAsync(GovernedDesk.Claim);
        g.Harness.Deny(RefundDesk.IssueRefund, by: "dana", reason: "no claim on file");
        var outcome = await g.Desk.IssueRefundAsync(GovernedDesk.Claim);
        Assert.Equal("no claim on file", Assert.Throws<StepDeniedException>(() => outcome.Value).Reason);
        Assert.Equal(["requested", "denied", "escalated"], g.States);
        Assert.Empty(g.Ledger.Acts);
    }

    [Fact]
    public async Task A_denial_sticks_for_a_day_and_the_third_repeat_is_escalated()
    {
        await using var g = new GovernedDesk();
        await g.Desk.RouteClaimAsync("c");
        g.Harness.Deny(RefundDesk.RouteClaim, by: "dana", reason: "no");
        await g.Desk.RouteClaimAsync("c");
        for (var repeat = 1; repeat <= 4; repeat++)
        {
            var again = await g.Desk.RouteClaimAsync("c");
            Assert.Equal(StepStatus.Denied, again.Status);
            Assert.StartsWith("repeated", again.Reason, StringComparison.Ordinal);
            Assert.Equal(repeat >= 3 ? 2 : 1, g.Harness.Escalations.Count);
        }

        Assert.Empty(g.Harness.Pending);
        g.Harness.Clock.Advance(TimeSpan.FromHours(24));
        Assert.True((await g.Desk.RouteClaimAsync("c")).IsPending);
    }

    [Fact]
    public async Task A_denial_holds_for_another_actor_and_under_another_operation_key()
    {
        await using var g = new GovernedDesk();
        await g.Desk.RouteClaimAsync("c");
        g.Harness.Deny(RefundDesk.RouteClaim, by: "dana", reason: "no");
        await g.Desk.RouteClaimAsync("c");
        using var context = AutomationContext.Begin("another-agent", "t", key: "k9");
        Assert.Equal(StepStatus.Denied, (await g.Desk.RouteClaimAsync("c")).Status);
        Assert.True((await g.Desk.RouteClaimAsync("another claim")).IsPending);
    }

    [Fact]
    public async Task Nobody_decides_in_time()
    {
        await using var g = new GovernedDesk();
        await g.Desk.IssueRefundAsync(GovernedDesk.Claim);
        g.Harness.Clock.Advance(TimeSpan.FromHours(24));
        var outcome = await g.Desk.IssueRefundAsync(GovernedDesk.Claim);
        Assert.Equal(StepStatus.Expired, outcome.Status);
        Assert.Throws<StepExpiredException>(() => outcome.Value);
        Assert.Equal(["requested", "expired", "escalated"], g.States);
        Assert.True((await g.Desk.IssueRefundAsync(GovernedDesk.Claim)).IsPending);
    }
}
