using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Governance.Tests;

public sealed class AddGovernanceTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private HostApplicationBuilder Host(Action<GovernanceBuilder> configure)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Services.AddSingleton<Ledger>();
        builder.Services.AddGovernance(configure);
        return builder;
    }

    private static async Task<string> FailsToStartAsync(HostApplicationBuilder builder)
    {
        using var host = builder.Build();
        return (await Assert.ThrowsAsync<GovernanceConfigurationException>(() => host.StartAsync())).Message;
    }

    [Fact]
    public async Task A_step_asks_through_the_inbox_runs_when_approved_and_leaves_an_intact_journal()
    {
        using (var host = Host(g => g.AddSteps<RefundDesk>().UseJournal(_folder.Journal).ConfirmThroughInbox().ActAs("refund-desk", "ticket 4711")).Build())
        {
            await host.StartAsync();
            var desk = host.Services.GetRequiredService<RefundDesk>();
            var asked = await desk.IssueRefundAsync(GovernedDesk.Claim);
            new ConfirmationInbox(_folder.Journal, null, () => "dana").Approve(asked.RequestId);
            Assert.Equal("r-1", (await desk.IssueRefundAsync(GovernedDesk.Claim)).Value.Id);
            using (AutomationContext.Begin("omar", "incident 12"))
            {
                var governor = host.Services.GetRequiredService<IStepGovernor>();
                Assert.True((await governor.RollbackAsync(asked.RequestId, "wrong order", default)).IsCompleted);
            }

            await host.StopAsync();
        }

        Assert.True(JournalVerifier.Verify(_folder.Journal).IsIntact);
        Assert.Equal(["requested", "confirmed", "started", "completed", "rollback-ordered", "rolled-back"],
            JournalVerifier.ReadRecords(_folder.Journal).Select(a => a.Record.State));
        await FileJournal.Open(_folder.Journal).DisposeAsync();
    }

    [Fact]
    public async Task A_completed_call_is_answered_from_the_journal_after_a_restart()
    {
        for (var start = 1; start <= 2; start++)
        {
            using var host = Host(g => g.AddSteps<RefundDesk>().UseJournal(_folder.Journal).ConfirmThrough(_ => new FakeGate()).ActAs("a", "t")).Build();
            await host.StartAsync();
            Assert.Equal("r-1", (await host.Services.GetRequiredService<RefundDesk>().IssueRefundAsync(GovernedDesk.Claim)).Value.Id);
            Assert.Equal(2 - start, host.Services.GetRequiredService<Ledger>().Acts.Count);
        }
    }

    [Fact]
    public async Task Changed_arguments_are_not_undone_with()
    {
        using var host = Host(g => g.AddSteps<RefundDesk>().UseJournal(_folder.Journal).ConfirmThrough(_ => new FakeGate()).ActAs("a", "t")).Build();
        await host.StartAsync();
        var done = await host.Services.GetRequiredService<RefundDesk>().IssueRefundAsync(GovernedDesk.Claim);
        var digest = JournalVerifier.ReadRecords(_folder.Journal)[0].InputDigest!;
        var payload = Path.Combine(_folder.Journal, "payloads", digest[..2], digest + ".json");
        File.WriteAllText(payload, File.ReadAllText(payload).Replace("A-17", "Z-99", StringComparison.Ordinal));
        using var context = AutomationContext.Begin("omar", "incident 12");
        var outcome = await host.Services.GetRequiredService<IStepGovernor>().RollbackAsync(done.RequestId, "r", default);
        Assert.Equal(StepStatus.Refused, outcome.Status);
        Assert.Contains("was changed after it was written", outcome.Reason, StringComparison.Ordinal);
        Assert.Single(host.Services.GetRequiredService<Ledger>().Acts);
    }

    [Fact]
    public async Task Everything_that_is_missing_is_an_error_at_the_start()
    {
        var said = await FailsToStartAsync(Host(g => g.AddSteps<RefundDesk>()));
        Assert.Contains("There is no action log. Call UseJournal", said, StringComparison.Ordinal);
        Assert.Contains("Nobody can be asked, but refunds/issue-refund, refunds/route-claim", said, StringComparison.Ordinal);
        Assert.Contains("The inbox has no folder", await FailsToStartAsync(Host(g => g.ConfirmThroughInbox())), StringComparison.Ordinal);
        Assert.Contains("has no generated steps", await FailsToStartAsync(Host(g => g.AddSteps<Bench>().UseJournal(_folder.Journal))), StringComparison.Ordinal);
        Assert.Contains("ExpireAfter", await FailsToStartAsync(
            Host(g => g.UseJournal(_folder.Journal).Configure(o => o.ExpireAfter = TimeSpan.Zero))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_console_nobody_sits_at_is_an_error_at_the_start()
    {
        var said = await FailsToStartAsync(Host(g => g.AddSteps<RefundDesk>().UseJournal(_folder.Journal)
            .ConfirmThrough(_ => new ConsoleConfirmationGate(TextReader.Null, TextWriter.Null, isRedirected: true, TimeProvider.System, "dana"))));
        Assert.Contains("standard input is redirected", said, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Records));
    }

    [Fact]
    public async Task A_journal_that_cannot_be_opened_is_an_error_at_the_start()
    {
        File.WriteAllText(_folder.Journal, "a file");
        using var host = Host(g => g.AddSteps<RefundDesk>().UseJournal(_folder.Journal).ConfirmThrough(_ => new FakeGate())).Build();
        await Assert.ThrowsAsync<JournalException>(() => host.StartAsync());
    }

    [Fact]
    public void Without_a_host_the_error_comes_when_the_governor_is_first_asked_for()
    {
        using var services = new ServiceCollection().AddGovernance(g => g.AddSteps<RefundDesk>()).BuildServiceProvider();
        Assert.Throws<GovernanceConfigurationException>(services.GetRequiredService<IStepGovernor>);
    }

    [Fact]
    public void Without_a_host_and_without_logging_it_works()
    {
        using var services = new ServiceCollection().AddSingleton<Ledger>()
            .AddGovernance(g => g.AddSteps<RefundDesk>().UseJournal(_folder.Journal))
            .AddGovernance(g => g.ConfirmThroughInbox()).BuildServiceProvider();
        Assert.Same(services.GetRequiredService<IStepGovernor>(), services.GetRequiredService<IStepResumer>());
        Assert.IsType<FileJournal>(services.GetRequiredService<IActionLog>());
    }

    [Fact]
    public void A_second_log_or_gate_is_an_error()
    {
        var services = new ServiceCollection();
        Assert.Throws<InvalidOperationException>(() => services.AddGovernance(g => g.UseJournal("a").UseJournal("b")));
        Assert.Throws<InvalidOperationException>(() => services.AddGovernance(g => g.ConfirmAtConsole().ConfirmThroughInbox()));
    }

    [Fact]
    public async Task A_host_takes_up_what_was_approved()
    {
        var told = new Told();
        using var host = Host(g => g.AddSteps<RefundDesk>().UseJournal(_folder.Journal).ConfirmThroughInbox().ActAs("refund-desk", "t")
            .EscalateThrough(_ => told).ResumeApprovedEvery(TimeSpan.FromMilliseconds(20))).Build();
        await host.StartAsync();
        var asked = await host.Services.GetRequiredService<RefundDesk>().IssueRefundAsync(GovernedDesk.Claim);
        var denied = await host.Services.GetRequiredService<RefundDesk>().RouteClaimAsync("c");
        var inbox = new ConfirmationInbox(_folder.Journal, null, () => "dana");
        inbox.Approve(asked.RequestId);
        inbox.Deny(denied.RequestId, "no");
        var ledger = host.Services.GetRequiredService<Ledger>();
        for (var i = 0; i < 3000 && (ledger.Acts.Count == 0 || told.All.Count == 0); i++)
        {
            await Task.Delay(10);
        }

        Assert.Equal(["refunded A-17 40.00 A-17/1"], ledger.Acts);
        Assert.Equal(("denied", "oncall-payments"), (told.All.Single().State, told.All.Single().Target));
        await host.StopAsync();
    }

    [Fact]
    public async Task A_channel_that_fails_changes_no_outcome_and_is_on_record()
    {
        using var host = Host(g => g.AddSteps<RefundDesk>().UseJournal(_folder.Journal).ActAs("refund-desk", "t")
            .ConfirmThrough(_ => new FakeGate { Answer = r => FakeGate.Decision(r, ConfirmationVerdict.Denied, reason: "no") })
            .EscalateThrough(_ => new Broken())).Build();
        await host.StartAsync();
        Assert.Equal(StepStatus.Denied, (await host.Services.GetRequiredService<RefundDesk>().RouteClaimAsync("c")).Status);
        var escalated = JournalVerifier.ReadRecords(_folder.Journal).Single(a => a.Record.State == "escalated").Record;
        Assert.Contains("Broken did not deliver", escalated.Error, StringComparison.Ordinal);
    }

    private sealed class Broken : IEscalationChannel
    {
        public ValueTask DeliverAsync(Escalation escalation, CancellationToken cancellationToken) => throw new HttpRequestException("pager is away");
    }
}
