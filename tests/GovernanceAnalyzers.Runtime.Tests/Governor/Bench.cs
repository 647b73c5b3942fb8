using Governance.Testing;

namespace Governance.Tests;

/// <summary>A governor without harness: log, gate and clock are the test's own.</summary>
internal sealed class Bench
{
    public Bench(IActionLog? log = null, bool withGate = true, Action<GovernanceOptions>? configure = null, IServiceProvider? services = null)
    {
        Options = new GovernanceOptions { Actor = "refund-desk", Authority = "ticket 4711", TimeProvider = Clock };
        configure?.Invoke(Options);
        Governor = new StepGovernor(log ?? Log, withGate ? Gate : null, Options, [Escalations], services);
        Desk = new RefundDesk(Governor, Ledger);
    }

    public MemoryActionLog Log { get; } = new();

    public FakeGate Gate { get; } = new();

    public HarnessClock Clock { get; } = new();

    public GovernanceOptions Options { get; }

    public Told Escalations { get; } = new();

    public StepGovernor Governor { get; }

    public Ledger Ledger { get; } = new();

    public RefundDesk Desk { get; }

    public IEnumerable<string> States => Log.Records.Select(r => r.State);

    /// <summary>Asserts that a High step was refused, that it did not act, and why.</summary>
    public async Task<StepOutcome<Receipt>> RefusesAsync(string because, RefundRequest? request = null)
    {
        var outcome = await Desk.IssueRefundAsync(request ?? GovernedDesk.Claim);
        Assert.Equal(StepStatus.Refused, outcome.Status);
        Assert.Contains(because, outcome.Reason, StringComparison.Ordinal);
        Assert.Throws<StepRefusedException>(() => outcome.Value);
        Assert.Empty(Ledger.Acts);
        return outcome;
    }
}

internal sealed class Told : IEscalationChannel
{
    public List<Escalation> All { get; } = [];

    public ValueTask DeliverAsync(Escalation escalation, CancellationToken cancellationToken)
    {
        All.Add(escalation);
        return default;
    }
}
