using Governance;

namespace Violations.GVN2019;

public interface ILedger
{
    [ConsequentialAction("payment.commit", RiskTier.High, OnlyFromSteps = true)]
    Task BookAsync(string orderId, CancellationToken ct);
}

// Breaks GVN2019: An action for steps only is taken by a step. See docs/rules/GVN2019.md
public sealed class NightlyJob(ILedger ledger)
{
    public Task RunAsync(CancellationToken ct) => ledger.BookAsync("o-1", ct);
}
