using Governance.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Governance.Tests;

public sealed class AddGovernedTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly Ledger _ledger = new();

    public void Dispose() => _folder.Dispose();

    private HostApplicationBuilder Host(Action<IServiceCollection> register)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Services.AddSingleton(_ledger);
        builder.Services.AddGovernance(g => g.UseJournal(_folder.Journal).ConfirmThroughInbox().ActAs("queue", "ticket 4711"));
        register(builder.Services);
        return builder;
    }

    private void Approve(string requestId) => new ConfirmationInbox(_folder.Journal, null, () => "dana").Approve(requestId);

    [Fact]
    public async Task A_step_of_an_interface_asks_runs_when_approved_is_taken_up_from_the_log_and_undone()
    {
        string requestId;
        using (var host = Host(s => s.AddGoverned<ICaseQueue, CaseQueue>()).Build())
        {
            await host.StartAsync();
            requestId = (await host.Services.GetRequiredService<ICaseQueue>().RouteAsync("c-1")).RequestId;
            Assert.Empty(_ledger.Acts);
            await host.StopAsync();
        }

        Approve(requestId);
        using (var host = Host(s => s.AddGoverned<ICaseQueue, CaseQueue>(ServiceLifetime.Scoped)).Build())
        {
            await host.StartAsync();
            Assert.Equal([requestId], await host.Services.GetRequiredService<IStepResumer>().ResumeApprovedAsync(default));
            using (AutomationContext.Begin("omar", "incident 12"))
            {
                Assert.True((await host.Services.GetRequiredService<IStepGovernor>().RollbackAsync(requestId, "wrong claim", default)).IsCompleted);
            }
        }

        Assert.Equal(["disposed", "routed c-1 c-1", "disposed", "unrouted c-1 2", "disposed"], _ledger.Acts);
        Assert.Equal(
            ["requested", "confirmed", "started", "completed", "rollback-ordered", "rolled-back"],
            JournalVerifier.ReadRecords(_folder.Journal).Select(a => a.Record.State));
    }

    [Theory]
    [InlineData(ServiceLifetime.Singleton, true, true)]
    [InlineData(ServiceLifetime.Scoped, true, false)]
    [InlineData(ServiceLifetime.Transient, false, false)]
    public void Both_live_as_long_as_was_said_and_the_implementation_is_nobodys(ServiceLifetime lifetime, bool sameInScope, bool sameOutside)
    {
        using (var host = Host(s => s.AddGoverned<ICaseQueue>(p => new CaseQueue(p.GetRequiredService<Ledger>()), lifetime)).Build())
        {
            using var one = host.Services.CreateScope();
            using var other = host.Services.CreateScope();
            var first = one.ServiceProvider.GetRequiredService<ICaseQueue>();
            Assert.IsType<GovernedCaseQueue>(first);
            Assert.Equal(sameInScope, ReferenceEquals(first, one.ServiceProvider.GetRequiredService<GovernedCaseQueue>()));
            Assert.Equal(sameOutside, ReferenceEquals(first, other.ServiceProvider.GetRequiredService<ICaseQueue>()));
            Assert.Null(one.ServiceProvider.GetService<CaseQueue>());
        }

        Assert.NotEmpty(_ledger.Acts);
        Assert.All(_ledger.Acts, act => Assert.Equal("disposed", act));
    }

    [Fact]
    public void Two_implementations_are_two()
    {
        using var host = Host(s => s.AddGoverned<ICaseQueue, CaseQueue>().AddGoverned<ICaseQueue, CaseQueue>(ServiceLifetime.Singleton)).Build();
        Assert.Equal(2, host.Services.GetServices<ICaseQueue>().Distinct().Count());
    }

    /// <summary>Why there is no AddKeyedGoverned: a request is known by its step and key, and the service key is in neither.</summary>
    [Fact]
    public async Task Two_implementations_under_keys_are_one_workflow_and_share_their_requests()
    {
        using var host = Host(s =>
        {
            foreach (var key in new[] { "eu", "us" })
            {
                s.AddKeyedSingleton<ICaseQueue>(key, (p, _) => new GovernedCaseQueue(new CaseQueue(_ledger), p.GetRequiredService<IStepGovernor>()));
            }
        }).Build();
        await host.StartAsync();
        var (eu, us) = (host.Services.GetRequiredKeyedService<ICaseQueue>("eu"), host.Services.GetRequiredKeyedService<ICaseQueue>("us"));
        Assert.NotSame(eu, us);

        Approve((await eu.RouteAsync("c-1")).RequestId);
        var routed = await us.RouteAsync("c-1");
        Assert.True(routed.IsCompleted);
        Assert.Equal(routed.RequestId, (await eu.RouteAsync("c-1")).RequestId);
        Assert.Equal(["routed c-1 c-1"], _ledger.Acts);
    }

    public static TheoryData<string, Action<IServiceCollection>> Bare => new()
    {
        { "by type", s => s.AddSingleton<ICaseQueue, CaseQueue>() },
        { "as an instance", s => s.AddSingleton<ICaseQueue>(new CaseQueue(new Ledger())) },
        { "beside the governed one", s => s.AddGoverned<ICaseQueue, CaseQueue>().AddTransient<ICaseQueue, CaseQueue>() },
        { "by key", s => s.AddKeyedScoped<ICaseQueue, CaseQueue>("eu") },
        { "as an instance by key", s => s.AddKeyedSingleton<ICaseQueue>("eu", new CaseQueue(new Ledger())) },
    };

    [Theory, MemberData(nameof(Bare))]
    public async Task A_bare_registration_stops_the_start(string how, Action<IServiceCollection> register)
    {
        using var host = Host(register).Build();
        var failure = await Assert.ThrowsAsync<GovernanceConfigurationException>(() => host.StartAsync());
        Assert.True(
            failure.Message.Contains("Governance.Tests.ICaseQueue has steps, and Governance.Tests.CaseQueue is registered as it without their controls. "
                                   + "Call services.AddGoverned<ICaseQueue, CaseQueue>().", StringComparison.Ordinal),
            how + ": " + failure.Message);
    }

    [Fact]
    public async Task A_generic_interface_is_registered_with_its_decorator_and_found_bare_too()
    {
        using (var host = Host(s => s.AddGoverned<IShelf<int>, Shelf>((inner, _) => new GovernedShelf<int>(inner))
                                      .AddSingleton<IShelf<string>, GovernedShelf<string>>()).Build())
        {
            await host.StartAsync();
            Assert.IsType<GovernedShelf<int>>(host.Services.GetRequiredService<IShelf<int>>());
        }

        using var bare = Host(s => s.AddSingleton<IShelf<int>, Shelf>()).Build();
        Assert.Contains("Shelf is registered", (await Assert.ThrowsAsync<GovernanceConfigurationException>(() => bare.StartAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_no_decorator_is_refused_at_once()
    {
        var services = new ServiceCollection();
        Assert.Contains("Governance.Tests.Bench has no generated decorator", Throws(() => services.AddGoverned<Bench, Bench>()), StringComparison.Ordinal);
        Assert.Contains("new GovernedShelf<…>(inner, governor)", Throws(() => services.AddGoverned<IShelf<int>, Shelf>()), StringComparison.Ordinal);
        Assert.Empty(services);

        static string Throws(Action register) => Assert.Throws<InvalidOperationException>(register).Message;
    }

    [Fact]
    public void Without_a_governor_it_says_what_is_missing()
    {
        using var services = new ServiceCollection().AddSingleton(_ledger).AddGoverned<ICaseQueue, CaseQueue>().BuildServiceProvider();
        Assert.Contains("Call AddGovernance", Assert.Throws<InvalidOperationException>(services.GetRequiredService<ICaseQueue>).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_that_are_made_by_hand_are_named_by_their_interface()
    {
        using var host = Host(s => s.AddTransient<CaseQueue>()
            .AddTransient(p => new GovernedCaseQueue(p.GetRequiredService<CaseQueue>(), p.GetRequiredService<IStepGovernor>()))
            .AddTransient<ICaseQueue>(p => p.GetRequiredService<GovernedCaseQueue>())
            .AddGovernance(g => g.AddSteps<ICaseQueue>())).Build();
        await host.StartAsync();
        var asked = await host.Services.GetRequiredService<ICaseQueue>().RouteAsync("c-1");
        Approve(asked.RequestId);
        Assert.Equal([asked.RequestId], await host.Services.GetRequiredService<IStepResumer>().ResumeApprovedAsync(default));
    }

    [Fact]
    public async Task The_harness_governs_an_implementation()
    {
        await using var harness = new GovernanceHarness();
        var queue = harness.Govern<ICaseQueue>(new CaseQueue(_ledger));
        Assert.True((await queue.RouteAsync("c-1")).IsPending);
        harness.Approve(GovernedCaseQueue.Route, by: "dana");
        Assert.Equal(1, (await queue.RouteAsync("c-1")).Value);
        await Assert.ThrowsAsync<InvalidOperationException>(() => queue.UnrouteAsync("c-1", 1, default));
        Assert.Throws<InvalidOperationException>(() => harness.Govern<IDisposable>(new CaseQueue(_ledger)));
    }
}
