using Governance;

namespace Violations.GVN1009;

// Breaks GVN1009: A plumbed step has a Core body. See docs/rules/GVN1009.md
[GovernedWorkflow("gvn1009", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments")]
[Review("authority", EveryDays = 90)]
public sealed partial class RefundDesk(IPayments payments, IStepGovernor governor)
{
    [WorkflowStep("issue-refund", RiskTier.High, Rollback = nameof(ReverseRefundAsync),
                  Key = "{orderId}", Question = "Refund {amount} for order {orderId}?")]
    public partial Task<string> IssueRefundAsync(string orderId, decimal amount, CancellationToken ct);

    private Task ReverseRefundAsync(string orderId, decimal amount, string? receipt, CancellationToken ct)
        => payments.CancelAsync(orderId, receipt, ct);
}
