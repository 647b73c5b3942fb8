using Governance;

namespace Violations.GVN2005;

// Breaks GVN2005: Nobody goes round a step to its Core body or rollback handler. See docs/rules/GVN2005.md
[GovernedWorkflow("gvn2005", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments")]
[Review("authority", EveryDays = 90)]
public sealed partial class RefundDesk(IPayments payments, IStepGovernor governor)
{
    [WorkflowStep("issue-refund", RiskTier.High, Rollback = nameof(ReverseRefundAsync),
                  Key = "{orderId}", Question = "Refund {amount} for order {orderId}?")]
    public partial Task<string> IssueRefundAsync(string orderId, decimal amount, CancellationToken ct);

    public Task<string> IssueNowAsync(string orderId, CancellationToken ct) => IssueRefundCoreAsync(orderId, 10m, ct);

    private Task<string> IssueRefundCoreAsync(string orderId, decimal amount, CancellationToken ct)
        => payments.RefundAsync(orderId, amount, ct);

    private Task ReverseRefundAsync(string orderId, decimal amount, string? receipt, CancellationToken ct)
        => payments.CancelAsync(orderId, receipt, ct);
}
