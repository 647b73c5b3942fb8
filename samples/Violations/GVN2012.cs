using Governance;

namespace Violations.GVN2012;

// Breaks GVN2012: Automation does not confirm itself. See docs/rules/GVN2012.md
[GovernedWorkflow("gvn2012", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments")]
[Review("authority", EveryDays = 90)]
public sealed class RefundDesk(IPayments payments, IActionLog log)
{
    [WorkflowStep("issue-refund", RiskTier.High, Rollback = nameof(ReverseRefundAsync))]
    public async Task<string> IssueRefundAsync(string orderId, decimal amount, bool confirmed, CancellationToken ct)
    {
        if (!confirmed)
        {
            return "Call again with confirmed = true.";
        }

        await log.AppendAsync(new() { Reason = orderId, State = ActionStates.Started }, ct);
        try
        {
            return await payments.RefundAsync(orderId, amount, ct);
        }
        finally
        {
            await log.AppendAsync(new() { Reason = orderId, State = ActionStates.Completed }, ct);
        }
    }

    private Task ReverseRefundAsync(string orderId, decimal amount, bool confirmed, string? receipt, CancellationToken ct)
        => payments.CancelAsync(orderId, receipt, ct);
}
