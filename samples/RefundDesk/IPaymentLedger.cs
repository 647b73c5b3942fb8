using Governance;

namespace Shop.Refunds;

/// <summary>Where the money moves.</summary>
/// <remarks>What each member does to the world is declared here, so that no step can hide it behind the interface.</remarks>
public interface IPaymentLedger
{
    /// <summary>Looks up what was paid for an order.</summary>
    [ConsequentialAction("files.read", RiskTier.Low, Because = "reads the shop's own ledger")]
    Task<Payment?> FindPaymentAsync(string orderId, CancellationToken cancellationToken);

    /// <summary>Gives money back. A second call with the same key returns the first one's receipt.</summary>
    [ConsequentialAction("payment.commit", RiskTier.High, Because = "money leaves the shop")]
    Task<Receipt> RefundAsync(string orderId, decimal amount, string currency, string idempotencyKey, CancellationToken cancellationToken);

    /// <summary>Takes the refund with this key back; does nothing where there is none.</summary>
    [ConsequentialAction("payment.commit", RiskTier.High, Because = "takes money back from a customer")]
    Task ReverseAsync(string idempotencyKey, CancellationToken cancellationToken);
}
