using Governance;

namespace Violations.GVN3005;

// Breaks GVN3005: A waiver is approved by somebody else than the owner. See docs/rules/GVN3005.md
[GovernedWorkflow("gvn3005", Owner = "payments-ops", GovernanceOwner = "risk-office")]
[Review("authority", EveryDays = 90)]
public sealed partial class RefundDesk(IPayments payments, IStepGovernor governor)
{
    [GovernanceWaiver("GVN1008", Reason = "the rota starts in January, ticket 4711",
                  ApprovedBy = "payments-ops", Until = "2027-01-31")]
    [WorkflowStep("issue-refund", RiskTier.High, Rollback = nameof(ReverseRefundAsync),
                  Key = "{orderId}", Question = "Refund {amount} for order {orderId}?")]
    public partial Task<string> IssueRefundAsync(string orderId, decimal amount, CancellationToken ct);

    private Task<string> IssueRefundCoreAsync(string orderId, decimal amount, CancellationToken ct)
        => payments.RefundAsync(orderId, amount, ct);

    private Task ReverseRefundAsync(string orderId, decimal amount, string? receipt, CancellationToken ct)
        => payments.CancelAsync(orderId, receipt, ct);
}
