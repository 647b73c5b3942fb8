using Governance;

namespace Violations;

public interface IPayments
{
    [ConsequentialAction("payment.commit", RiskTier.High)]
    Task<string> RefundAsync(string orderId, decimal amount, CancellationToken ct);

    [ConsequentialAction("payment.commit", RiskTier.High)]
    Task CancelAsync(string orderId, string? receipt, CancellationToken ct);
}
