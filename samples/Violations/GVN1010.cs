using Governance;

namespace Violations.GVN1010;

// Breaks GVN1010: A step has a shape that controls can be written round. See docs/rules/GVN1010.md
[GovernedWorkflow("gvn1010", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments")]
[Review("authority", EveryDays = 90)]
public sealed partial class RefundDesk(IPayments payments, IStepGovernor governor)
{
    [WorkflowStep("issue-refund", RiskTier.High, Rollback = nameof(ReverseRefundAsync),
                  Key = "{orderId}", Question = "Refund {amount} for order {orderId}?")]
    public partial string IssueRefund(string orderId, decimal amount);

    private string IssueRefundCore(string orderId, decimal amount)
        => payments.RefundAsync(orderId, amount, default).Result;

    private Task ReverseRefundAsync(string orderId, decimal amount)
        => payments.CancelAsync(orderId, null, default);
}
