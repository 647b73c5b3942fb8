using Governance;

namespace Violations.GVN3002;

// Breaks GVN3002: A waiver has a reason, an approver and an end date. See docs/rules/GVN3002.md
[GovernedWorkflow("gvn3002", Owner = "payments-ops", GovernanceOwner = "risk-office")]
[Review("authority", EveryDays = 90)]
public sealed partial class RefundDesk(IPayments payments, IStepGovernor governor)
{
    [GovernanceWaiver("GVN1008", Reason = "the rota starts in January, ticket 4711")]
    [WorkflowStep("issue-refund", RiskTier.High, Rollback = nameof(ReverseRefundAsync),
                  Key = "{orderId}", Question = "Refund {amount} for order {orderId}?")]
    public partial Task<string> IssueRefundAsync(string orderId, decimal amount, CancellationToken ct);

    private Task<string> IssueRefundCoreAsync(string orderId, decimal amount, CancellationToken ct)
        => payments.RefundAsync(orderId, amount, ct);

    private Task ReverseRefundAsync(string orderId, decimal amount, string? receipt, CancellationToken ct)
        => payments.CancelAsync(orderId, receipt, ct);
}
