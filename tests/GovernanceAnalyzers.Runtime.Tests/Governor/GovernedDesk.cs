using Governance.Testing;

namespace Governance.Tests;

/// <summary>A desk under the harness, and the words tests use about it.</summary>
internal sealed class GovernedDesk : IAsyncDisposable
{
    public GovernedDesk(Action<GovernanceOptions>? configure = null)
    {
        Harness = new GovernanceHarness(configure);
        Desk = new RefundDesk(Harness.Governor, Ledger);
    }

    public static RefundRequest Claim { get; } = new("A-17", "1", 40.00m, "EUR");

    public GovernanceHarness Harness { get; }

    public Ledger Ledger { get; } = new();

    public RefundDesk Desk { get; }

    public IEnumerable<string> States => Harness.Records.Select(r => r.State);

    /// <summary>Asks, lets dana approve, and asks again.</summary>
    public async Task<StepOutcome<Receipt>> RefundAsync(RefundRequest request)
    {
        Assert.True((await Desk.IssueRefundAsync(request)).IsPending);
        Harness.Approve(RefundDesk.IssueRefund, by: "dana");
        return await Desk.IssueRefundAsync(request);
    }

    public ValueTask DisposeAsync() => Harness.DisposeAsync();
}
