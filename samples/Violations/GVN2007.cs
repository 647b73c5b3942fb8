using Governance;

namespace Violations.GVN2007;

// Breaks GVN2007: One confirmation covers one action, or all that its question names. See docs/rules/GVN2007.md
[GovernedWorkflow("gvn2007", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments")]
[Review("authority", EveryDays = 90)]
public sealed class RefundDesk(IPayments payments, IApprovals approvals, IAudit audit)
{
    [WorkflowStep("issue-refund", RiskTier.High, Rollback = nameof(ReverseRefundAsync))]
    public async Task IssueRefundAsync(string[] orderIds, CancellationToken ct)
    {
        using var entry = audit.Open("issue-refund");
        if (!await approvals.AskAsync("Refund the orders?", ct))
        {
            return;
        }

        foreach (var orderId in orderIds)
        {
            await payments.RefundAsync(orderId, 9.99m, ct);
        }
    }

    private Task ReverseRefundAsync(string[] orderIds, CancellationToken ct)
        => payments.CancelAsync(string.Join(',', orderIds), null, ct);
}
