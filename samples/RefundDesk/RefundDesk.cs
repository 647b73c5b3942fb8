using Governance;

namespace Shop.Refunds;

/// <summary>The refund desk: judges alone, files cases with anybody's consent, and moves money only when a person says so.</summary>
[GovernedWorkflow("refunds", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments",
                  Stage = WorkflowStage.Pilot, Runbook = "samples/RefundDesk/README.md")]
[Baseline("cycle-time", 6.2, Unit = "h", Target = 2.5, Kill = 8)]
[Baseline("error-rate", 3.1, Unit = "%", Target = 1.5, Kill = 4)]
[Baseline("rework-rate", 7, Unit = "%", Target = 4, Kill = 9)]
[Baseline("cost-per-unit", NotApplicable = "the desk's people are salaried; no cost moves with a case")]
[FailureMode("unreadable-request", Response = "the case is put before people, in the queue missing-data")]
[Review("authority", EveryDays = 90)]
public sealed partial class RefundDesk(IPaymentLedger ledger, ICaseQueues queues, IStepGovernor governor)
{
    /// <summary>Judges a request by the shop's rules. Changes nothing.</summary>
    [WorkflowStep("triage-request", RiskTier.Low)]
    public partial Task<Triage> TriageAsync(RefundRequest request, CancellationToken cancellationToken = default);

    private async Task<Triage> TriageCoreAsync(RefundRequest request, CancellationToken cancellationToken)
        => RefundPolicy.Judge(
            request, request.OrderId is { } order ? await ledger.FindPaymentAsync(order, cancellationToken) : null);

    /// <summary>Puts a request that the rules do not cover before people.</summary>
    [WorkflowStep("route-case", RiskTier.Medium, Rollback = nameof(TakeBackAsync), Key = "{request.CaseNo}/{triage.Queue}",
                  Question = "Put case {request.CaseNo} into {triage.Queue}, because {triage.Why}?")]
    public partial Task<StepOutcome<string>> RouteAsync(
        RefundRequest request, Triage triage, CancellationToken cancellationToken = default);

    private async Task<string> RouteCoreAsync(RefundRequest request, Triage triage, CancellationToken cancellationToken)
    {
        var queue = triage.Queue ?? throw new InvalidOperationException("This case can be refunded, it needs no queue.");
        await queues.AddAsync(queue, request.CaseNo, triage.Why, cancellationToken);
        return queue;
    }

    private Task TakeBackAsync(RefundRequest request, Triage triage, string? queue, CancellationToken cancellationToken)
        => queues.RemoveAsync(queue ?? triage.Queue ?? "", request.CaseNo, cancellationToken);

    /// <summary>Gives the money back.</summary>
    [FailureMode("duplicate-claim", Response = "the ledger refuses, and the people on call are told")]
    [WorkflowStep("issue-refund", RiskTier.High, Rollback = nameof(ReverseRefundAsync), Key = "{request.OrderId}/{request.ClaimNo}", Allows = "payment.commit",
                  Question = "Refund {request.Amount} {request.Currency} for order {request.OrderId} to {request.Customer}?")]
    public partial Task<StepOutcome<Receipt>> IssueRefundAsync(RefundRequest request, CancellationToken cancellationToken = default);

    private Task<Receipt> IssueRefundCoreAsync(RefundRequest request, StepRun run, CancellationToken cancellationToken)
        => request is { OrderId: { } order, Amount: { } amount, Currency: { } currency }
            ? ledger.RefundAsync(order, amount, currency, run.Key, cancellationToken)
            : throw new InvalidOperationException("Order, amount and currency must be known before a refund.");

    // By key and not by receipt: it also undoes a refund of which nobody knows whether it happened.
    private Task ReverseRefundAsync(RefundRequest request, StepRun run, CancellationToken cancellationToken)
        => ledger.ReverseAsync(run.Key, cancellationToken);
}
