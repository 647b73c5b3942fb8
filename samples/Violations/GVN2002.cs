using Governance;

namespace Violations.GVN2002;

// Breaks GVN2002: A Medium or High action, or a call of a model, is on record before it runs and after. See docs/rules/GVN2002.md
[GovernedWorkflow("gvn2002", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments")]
[Review("authority", EveryDays = 90)]
public sealed partial class RefundDesk(IPayments payments, IStepGovernor governor)
{
    [WorkflowStep("issue-refund", RiskTier.High, Rollback = nameof(ReverseRefundAsync))]
    public async Task<string> IssueRefundAsync(string orderId, decimal amount, CancellationToken ct)
    {
        await governor.RequireApprovalAsync(
            new ConfirmationRequest
            {
                Workflow = "gvn2002", Step = "issue-refund", Tier = RiskTier.High,
                Question = $"Refund {amount} for order {orderId}?",
                Arguments = [new("orderId", $"\"{orderId}\""), new("amount", $"{amount}")],
            },
            ct);
        return await payments.RefundAsync(orderId, amount, ct);
    }

    private Task ReverseRefundAsync(string orderId, decimal amount, string? receipt, CancellationToken ct)
        => payments.CancelAsync(orderId, receipt, ct);
}
