using Governance;

namespace Violations.GVN2010;

// Breaks GVN2010: A step whose action fails, fails. See docs/rules/GVN2010.md
[GovernedWorkflow("gvn2010", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments")]
[Review("authority", EveryDays = 90)]
public sealed partial class RefundDesk(IPayments payments, IStepGovernor governor)
{
    [WorkflowStep("issue-refund", RiskTier.High, Rollback = nameof(ReverseRefundAsync), Key = "{orderId}", Question = "Refund {amount} for order {orderId}?")]
    public partial Task<bool> IssueRefundAsync(string orderId, decimal amount, CancellationToken ct);

    private async Task<bool> IssueRefundCoreAsync(string orderId, decimal amount, CancellationToken ct)
    {
        try
        {
            await payments.RefundAsync(orderId, amount, ct);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private Task ReverseRefundAsync(string orderId, decimal amount, bool done, CancellationToken ct)
        => payments.CancelAsync(orderId, null, ct);
}
