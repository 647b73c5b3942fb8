using Governance.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests;

public sealed class ResumeTests
{
    private static (GovernanceHarness Harness, Ledger Ledger) Hosted()
    {
        var ledger = new Ledger();
        GovernanceHarness harness = null!;
        var services = new ServiceCollection().AddSingleton(ledger).AddSingleton(_ => harness.Governor).AddTransient<RefundDesk>()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        harness = new GovernanceHarness(services: services);
        return (harness, ledger);
    }

    [Fact]
    public async Task An_approved_request_is_taken_up_though_nobody_calls_again()
    {
        var (harness, ledger) = Hosted();
        await using var _ = harness;
        var desk = new RefundDesk(harness.Governor, ledger);
        StepOutcome<Receipt> asked;
        using (AutomationContext.Begin("agent-7", "ticket 9", onBehalfOf: "lena"))
        {
            asked = await desk.IssueRefundAsync(GovernedDesk.Claim);
        }

        Assert.Empty(await harness.Resumer.ResumeApprovedAsync(default));
        harness.Approve(RefundDesk.IssueRefund, by: "dana");
        Assert.Equal([asked.RequestId], await harness.Resumer.ResumeApprovedAsync(default));
        Assert.Single(ledger.Acts);
        Assert.Equal(["requested", "confirmed", "started", "completed"], harness.Records.Select(r => r.State));
        Assert.All(harness.Records, r => Assert.Equal(("agent-7", "lena"), (r.Actor, r.OnBehalfOf)));
        Assert.Empty(await harness.Resumer.ResumeApprovedAsync(default));
    }

    [Fact]
    public async Task A_suspended_step_goes_on_only_when_something_inside_it_is_decided()
    {
        var (harness, ledger) = Hosted();
        await using var _ = harness;
        await new RefundDesk(harness.Governor, ledger).SettleDayAsync(GovernedDesk.Claim, new("B-2", "9", 7m, "EUR"));
        harness.Approve(RefundDesk.SettleDay, by: "dana");
        await harness.Resumer.ResumeApprovedAsync(default);
        await harness.Resumer.ResumeApprovedAsync(default);
        Assert.Single(ledger.Acts, a => a == "settling");
        harness.Approve(RefundDesk.IssueRefund, by: "dana");
        await harness.Resumer.ResumeApprovedAsync(default);
        harness.Approve(RefundDesk.IssueRefund, by: "dana");
        await harness.Resumer.ResumeApprovedAsync(default);
        Assert.Equal("completed", harness.Records.Last().State);
        Assert.Equal(2, ledger.Acts.Count(a => a.StartsWith("refunded", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_denied_request_is_recorded_and_an_overdue_one_expires()
    {
        var (harness, ledger) = Hosted();
        await using var _ = harness;
        var desk = new RefundDesk(harness.Governor, ledger);
        await desk.RouteClaimAsync("c");
        harness.Deny(RefundDesk.RouteClaim, by: "dana", reason: "no");
        await desk.IssueRefundAsync(GovernedDesk.Claim);
        await harness.Resumer.ResumeApprovedAsync(default);
        Assert.Equal("denied", harness.Records.Last(r => r.Step == "route-claim" && r.State != "escalated").State);
        harness.Clock.Advance(TimeSpan.FromHours(24));
        await harness.Resumer.ResumeApprovedAsync(default);
        Assert.Equal("expired", harness.Records.Last(r => r.Step == "issue-refund" && r.State != "escalated").State);
        Assert.Empty(ledger.Acts);
    }
}
