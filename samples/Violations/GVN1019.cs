using Governance;

namespace Violations.GVN1019;

// Breaks GVN1019: A Medium or High step says what makes two calls the same act. See docs/rules/GVN1019.md
[GovernedWorkflow("gvn1019", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments")]
[Review("authority", EveryDays = 90)]
public sealed partial class RefundDesk(IPayments payments, IStepGovernor governor)
{
    [WorkflowStep("issue-refund", RiskTier.High, Rollback = nameof(ReverseRefundAsync),
                  Question = "Refund {amount} for order {orderId}?")]
    public partial Task<string> IssueRefundAsync(string orderId, decimal amount, CancellationToken ct);

    private Task<string> IssueRefundCoreAsync(string orderId, decimal amount, CancellationToken ct)
        => payments.RefundAsync(orderId, amount, ct);

    private Task ReverseRefundAsync(string orderId, decimal amount, string? receipt, CancellationToken ct)
        => payments.CancelAsync(orderId, receipt, ct);
}
