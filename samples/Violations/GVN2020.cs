using Governance;

namespace Violations.GVN2020;

// Breaks GVN2020: A step acts after the inner steps that may wait for a person. See docs/rules/GVN2020.md
[GovernedWorkflow("gvn2020", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments")]
[Review("authority", EveryDays = 90)]
public sealed partial class RefundDesk(IPayments payments, IStepGovernor governor)
{
    [WorkflowStep("close-case", RiskTier.High, Rollback = nameof(ReopenCaseAsync), Key = "{orderId}", Question = "Close the case of order {orderId}?")]
    public partial Task CloseCaseAsync(string orderId, CancellationToken ct);

    private async Task CloseCaseCoreAsync(string orderId, CancellationToken ct)
    {
        await payments.CancelAsync(orderId, null, ct);
        await IssueRefundAsync(orderId, ct);
    }

    private Task ReopenCaseAsync(string orderId, CancellationToken ct) => payments.CancelAsync(orderId, null, ct);

    [WorkflowStep("issue-refund", RiskTier.High, Rollback = nameof(ReverseRefundAsync), Key = "{orderId}", Question = "Refund order {orderId}?")]
    public partial Task IssueRefundAsync(string orderId, CancellationToken ct);

    private Task IssueRefundCoreAsync(string orderId, CancellationToken ct) => payments.RefundAsync(orderId, 9.99m, ct);

    private Task ReverseRefundAsync(string orderId, CancellationToken ct) => payments.CancelAsync(orderId, null, ct);
}
