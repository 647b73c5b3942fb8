using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests;

public sealed class RollbackTests
{
    [Fact]
    public async Task A_person_orders_it_and_order_and_end_are_recorded()
    {
        await using var g = new GovernedDesk();
        var done = await g.RefundAsync(GovernedDesk.Claim);
        using (AutomationContext.Begin("omar", "incident 12"))
        {
            Assert.True((await g.Harness.Governor.RollbackAsync(done.RequestId, "wrong order", default)).IsCompleted);
        }

        Assert.Equal("reversed A-17 r-1", g.Ledger.Acts.Last());
        var records = g.Harness.Records.TakeLast(2).ToList();
        Assert.Equal(["rollback-ordered", "rolled-back"], records.Select(r => r.State));
        Assert.All(records, r => Assert.Equal(("omar", "wrong order"), (r.Approver, r.Reason)));
        var again = await g.Harness.Governor.RollbackAsync(done.RequestId, "again", default);
        Assert.Equal(StepStatus.Refused, again.Status);
        Assert.Equal(StepStatus.Failed, (await g.Desk.IssueRefundAsync(GovernedDesk.Claim)).Status);
    }

    [Fact]
    public async Task A_failed_run_can_be_undone_without_a_result()
    {
        await using var g = new GovernedDesk();
        g.Ledger.On = (act, _) => act.StartsWith("refunded", StringComparison.Ordinal) ? throw new TimeoutException() : Task.CompletedTask;
        var failed = await g.RefundAsync(GovernedDesk.Claim);
        Assert.True((await g.Harness.Governor.RollbackAsync(failed.RequestId, "unknown state", default)).IsCompleted);
        Assert.Equal(["reversed A-17 (unknown)"], g.Ledger.Acts);
    }

    [Fact]
    public async Task A_rollback_that_fails_is_recorded_escalated_and_can_be_ordered_again()
    {
        await using var g = new GovernedDesk();
        var done = await g.RefundAsync(GovernedDesk.Claim);
        g.Ledger.On = (_, _) => throw new TimeoutException("bank is away");
        Assert.Equal(StepStatus.Failed, (await g.Harness.Governor.RollbackAsync(done.RequestId, "r", default)).Status);
        Assert.Equal("rollback-failed", g.Harness.Escalations.Single().State);
        g.Ledger.On = null;
        Assert.True((await g.Harness.Governor.RollbackAsync(done.RequestId, "r", default)).IsCompleted);
    }

    [Fact]
    public async Task What_has_not_run_cannot_be_undone_nor_what_nobody_knows_nor_what_is_irreversible()
    {
        await using var g = new GovernedDesk();
        var pending = await g.Desk.IssueRefundAsync(GovernedDesk.Claim);
        Assert.Contains("nothing to undo", (await g.Harness.Governor.RollbackAsync(pending.RequestId, "r", default)).Reason, StringComparison.Ordinal);
        Assert.Contains("knows no request", (await g.Harness.Governor.RollbackAsync("R-NONE", "r", default)).Reason, StringComparison.Ordinal);
        await g.Desk.RouteClaimAsync("c");
        g.Harness.Approve(RefundDesk.RouteClaim, by: "dana");
        var routed = await g.Desk.RouteClaimAsync("c");
        Assert.Contains("routing leaves the desk", (await g.Harness.Governor.RollbackAsync(routed.RequestId, "r", default)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_automation_does_not_order_it()
    {
        var bench = new Bench();
        var done = await bench.Desk.IssueRefundAsync(GovernedDesk.Claim);
        async Task RefusesAsync() => Assert.Equal(StepStatus.Refused, (await bench.Governor.RollbackAsync(done.RequestId, "r", default)).Status);
        await RefusesAsync();
        using (AutomationContext.Begin("refund-desk", "t"))
        {
            await RefusesAsync();
        }

        using (AutomationContext.Begin("some-agent", "t", onBehalfOf: "lena"))
        {
            await RefusesAsync();
        }

        Assert.DoesNotContain("rollback-ordered", bench.States);
    }

    [Fact]
    public async Task Nothing_is_undone_when_the_order_cannot_be_recorded()
    {
        var bench = new Bench(new FailingLog(ActionStates.RollbackOrdered));
        var done = await bench.Desk.IssueRefundAsync(GovernedDesk.Claim);
        using var context = AutomationContext.Begin("omar", "incident 12");
        Assert.Equal(StepStatus.Refused, (await bench.Governor.RollbackAsync(done.RequestId, "r", default)).Status);
        Assert.Single(bench.Ledger.Acts);
    }

    [Fact]
    public async Task Another_process_undoes_it_through_the_step_table()
    {
        var first = new Bench();
        var done = await first.Desk.IssueRefundAsync(GovernedDesk.Claim);
        var ledger = new Ledger();
        await using var services = new ServiceCollection().AddSingleton(ledger).AddSingleton<IStepGovernor>(first.Governor)
            .AddTransient<RefundDesk>().BuildServiceProvider();
        var second = new Bench(first.Log, services: services, configure: o => new RefundTable().Entries.ToList().ForEach(o.Steps.Add));
        using var context = AutomationContext.Begin("omar", "incident 12");
        Assert.True((await second.Governor.RollbackAsync(done.RequestId, "wrong order", default)).IsCompleted);
        Assert.Equal(["reversed A-17 r-1"], ledger.Acts);
    }
}
