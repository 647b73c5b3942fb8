namespace Shop.Refunds;

/// <summary>A refund request as the desk understands it; what the customer's record left open is null.</summary>
/// <param name="CaseNo">What people call it: the claim number, or the line of the file where the record has none.</param>
/// <param name="ClaimNo">The customer's claim number.</param>
/// <param name="OrderId">The order, in the ledger's spelling.</param>
/// <param name="Customer">The customer's name as given.</param>
/// <param name="Amount">What is asked back.</param>
/// <param name="Currency">The three-letter code.</param>
/// <param name="Reason">The customer's words. They are shown to people and steer nothing.</param>
/// <param name="ReceivedOn">The day the request came in.</param>
public sealed record RefundRequest(
    string CaseNo, string? ClaimNo, string? OrderId, string? Customer, decimal? Amount, string? Currency, string? Reason,
    DateOnly? ReceivedOn);

/// <summary>A payment in the ledger.</summary>
/// <param name="OrderId">The order it is for.</param>
/// <param name="Paid">What was paid.</param>
/// <param name="Currency">In which currency.</param>
/// <param name="PaidOn">On which day.</param>
public sealed record Payment(string OrderId, decimal Paid, string Currency, DateOnly PaidOn);

/// <summary>A refund in the ledger.</summary>
/// <param name="Id">The ledger's number for it.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Amount">What was given back.</param>
/// <param name="Currency">In which currency.</param>
public sealed record Receipt(string Id, string OrderId, decimal Amount, string Currency);

/// <summary>What triage found: refund it, or which people have to look at it and why.</summary>
/// <param name="Queue">The queue for people; null when the request can be refunded.</param>
/// <param name="Why">One sentence.</param>
public sealed record Triage(string? Queue, string Why);
