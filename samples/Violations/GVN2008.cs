using Governance;

namespace Violations.GVN2008;

// Breaks GVN2008: An action is waited for. See docs/rules/GVN2008.md
[GovernedWorkflow("gvn2008", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments")]
[Review("authority", EveryDays = 90)]
public sealed partial class RefundDesk(IPayments payments, IStepGovernor governor)
{
    [WorkflowStep("issue-refund", RiskTier.High, Rollback = nameof(ReverseRefundAsync), Key = "{orderId}", Question = "Refund {amount} for order {orderId}?")]
    public partial Task IssueRefundAsync(string orderId, decimal amount, CancellationToken ct);

    private Task IssueRefundCoreAsync(string orderId, decimal amount, CancellationToken ct)
    {
        // The log says completed before anybody knows.

        _ = payments.RefundAsync(orderId, amount, ct);
        return Task.CompletedTask;
    }

    private Task ReverseRefundAsync(string orderId, decimal amount, CancellationToken ct)
        => payments.CancelAsync(orderId, null, ct);
}
