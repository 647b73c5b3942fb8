using Governance;

namespace Violations.GVN1003;

// Breaks GVN1003: A workflow or step id is made of lower-case words. See docs/rules/GVN1003.md
[GovernedWorkflow("gvn1003", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments")]
[Review("authority", EveryDays = 90)]
public sealed partial class RefundDesk(IPayments payments, IStepGovernor governor)
{
    [WorkflowStep("Issue Refund", RiskTier.High, Rollback = nameof(ReverseRefundAsync),
                  Key = "{orderId}", Question = "Refund {amount} for order {orderId}?")]
    public partial Task<string> IssueRefundAsync(string orderId, decimal amount, CancellationToken ct);

    private Task<string> IssueRefundCoreAsync(string orderId, decimal amount, CancellationToken ct)
        => payments.RefundAsync(orderId, amount, ct);

    private Task ReverseRefundAsync(string orderId, decimal amount, string? receipt, CancellationToken ct)
        => payments.CancelAsync(orderId, receipt, ct);
}
