using Governance;

namespace Violations.GVN2009;

// Breaks GVN2009: A failure of the action log is not swallowed. See docs/rules/GVN2009.md
[GovernedWorkflow("gvn2009", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments")]
[Review("authority", EveryDays = 90)]
public sealed class RefundDesk(IPayments payments, IStepGovernor governor, IActionLog log)
{
    [WorkflowStep("issue-refund", RiskTier.High, Rollback = nameof(ReverseRefundAsync))]
    public async Task<string> IssueRefundAsync(string orderId, decimal amount, CancellationToken ct)
    {
        await governor.RequireApprovalAsync(new() { Question = $"Refund {amount} for order {orderId}?" }, ct);
        await log.AppendAsync(new() { Reason = orderId }, ct);
        try
        {
            return await payments.RefundAsync(orderId, amount, ct);
        }
        finally
        {
            await log.AppendAsync(new() { Reason = orderId, State = ActionStates.Completed }, ct);
            try
            {
                await log.AppendAsync(new() { Reason = $"{amount} for {orderId}" }, ct);
            }
            catch (IOException)
            {
            }
        }
    }

    private Task ReverseRefundAsync(string orderId, decimal amount, string? receipt, CancellationToken ct)
        => payments.CancelAsync(orderId, receipt, ct);
}
