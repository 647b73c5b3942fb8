namespace Shop.Refunds;

/// <summary>The shop's rules: what can be refunded as it is, and what people have to look at first.</summary>
public static class RefundPolicy
{
    private const int DaysToClaim = 90;

    /// <summary>Judges one request against the payment it is about.</summary>
    /// <param name="request">The request.</param>
    /// <param name="payment">The payment; null where the ledger has none.</param>
    public static Triage Judge(RefundRequest request, Payment? payment) => request switch
    {
        { ClaimNo: null } => new("missing-data", "no claim number"),
        { OrderId: null } => new("missing-data", "no order is named"),
        { Amount: null } => new("missing-data", "no amount that can be read"),
        { Currency: null } => new("missing-data", "no currency is named"),
        { ReceivedOn: null } => new("missing-data", "no day of receipt that can be read"),
        { Amount: <= 0 } => new("fraud-review", "the amount is not above zero"),
        _ when payment is null => new("fraud-review", "the ledger has no such order"),
        _ when request.Currency != payment.Currency => new("currency-desk", $"asked in {request.Currency}, paid in {payment.Currency}"),
        _ when request.Amount > payment.Paid => new("fraud-review", "more is asked than was paid"),
        _ when decimal.Round(request.Amount.Value, 2) != request.Amount => new("fraud-review", "the amount has fractions of a cent"),
        _ when request.ReceivedOn < payment.PaidOn => new("fraud-review", "claimed before it was paid"),
        _ when request.ReceivedOn.Value.DayNumber - payment.PaidOn.DayNumber > DaysToClaim
            => new("late-claims", $"claimed after {DaysToClaim} days"),
        _ => new(null, "within the rules"),
    };
}
