using Governance;

namespace Violations.GVN2013;

// Breaks GVN2013: What a person has confirmed is what is acted on. See docs/rules/GVN2013.md
[GovernedWorkflow("gvn2013", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments")]
[Review("authority", EveryDays = 90)]
public sealed class RefundDesk(IPayments payments, IApprovals approvals, IAudit audit)
{
    [WorkflowStep("issue-refund", RiskTier.High, Rollback = nameof(ReverseRefundAsync))]
    public async Task IssueRefundAsync(string orderId, decimal amount, CancellationToken ct)
    {
        using var entry = audit.Open("issue-refund");
        if (!await approvals.AskAsync($"Refund {amount} for order {orderId}?", ct))
        {
            return;
        }

        amount *= 1.19m;
        await payments.RefundAsync(orderId, amount, ct);
    }

    private Task ReverseRefundAsync(string orderId, decimal amount, CancellationToken ct)
        => payments.CancelAsync(orderId, null, ct);
}
