using Governance;

namespace Violations.GVN2004;

// Breaks GVN2004: A confirmation that is asked for gates the action. See docs/rules/GVN2004.md
[GovernedWorkflow("gvn2004", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments")]
[Review("authority", EveryDays = 90)]
public sealed class RefundDesk(IPayments payments, IApprovals approvals, IAudit audit)
{
    [WorkflowStep("issue-refund", RiskTier.High, Rollback = nameof(ReverseRefundAsync))]
    public async Task IssueRefundAsync(string orderId, decimal amount, CancellationToken ct)
    {
        using var entry = audit.Open("issue-refund");
        await approvals.AskAsync($"Refund {amount} for order {orderId}?", ct);
        await payments.RefundAsync(orderId, amount, ct);
    }

    private Task ReverseRefundAsync(string orderId, decimal amount, CancellationToken ct)
        => payments.CancelAsync(orderId, null, ct);
}
