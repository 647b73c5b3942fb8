using Governance;

namespace Violations.GVN3003;

// Breaks GVN3003: A rule is waived, not suppressed. See docs/rules/GVN3003.md
#pragma warning disable GVN1008
[GovernedWorkflow("gvn3003", Owner = "payments-ops", GovernanceOwner = "risk-office")]
[Review("authority", EveryDays = 90)]
public sealed partial class RefundDesk(IPayments payments, IStepGovernor governor)
{
    [WorkflowStep("issue-refund", RiskTier.High, Rollback = nameof(ReverseRefundAsync),
                  Key = "{orderId}", Question = "Refund {amount} for order {orderId}?")]
    public partial Task<string> IssueRefundAsync(string orderId, decimal amount, CancellationToken ct);

    private Task<string> IssueRefundCoreAsync(string orderId, decimal amount, CancellationToken ct)
        => payments.RefundAsync(orderId, amount, ct);

    private Task ReverseRefundAsync(string orderId, decimal amount, string? receipt, CancellationToken ct)
        => payments.CancelAsync(orderId, receipt, ct);
}
