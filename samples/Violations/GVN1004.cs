using Governance;

namespace Violations.GVN1004;

// Breaks GVN1004: A step declares its risk tier. See docs/rules/GVN1004.md
[GovernedWorkflow("gvn1004", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments")]
public sealed partial class RefundDesk(IPayments payments, IStepGovernor governor)
{
    [WorkflowStep("issue-refund", Rollback = nameof(ReverseRefundAsync))]
    public partial Task<string> IssueRefundAsync(string orderId, decimal amount, CancellationToken ct);

    private Task<string> IssueRefundCoreAsync(string orderId, decimal amount, CancellationToken ct)
        => payments.RefundAsync(orderId, amount, ct);

    private Task ReverseRefundAsync(string orderId, decimal amount, string? receipt, CancellationToken ct)
        => payments.CancelAsync(orderId, receipt, ct);
}
