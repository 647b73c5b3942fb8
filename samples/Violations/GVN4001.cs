using Governance;

namespace Violations.GVN4001;

// Breaks GVN4001: A workflow in a stage has its baselines. See docs/rules/GVN4001.md
[GovernedWorkflow("gvn4001", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments", Stage = WorkflowStage.Pilot)]
[Baseline("error-rate", 3.1, Unit = "%", Target = 1.5, Kill = 4)]
[Baseline("rework-rate", 7, Unit = "%", Target = 4, Kill = 9)]
[Baseline("cost-per-unit", NotApplicable = "the desk's people are salaried; no cost moves with a case")]
[Review("authority", EveryDays = 90)]
public sealed partial class RefundDesk(IPayments payments, IStepGovernor governor)
{
    [WorkflowStep("issue-refund", RiskTier.High, Rollback = nameof(ReverseRefundAsync), Key = "{orderId}",
                  Question = "Refund {amount} for order {orderId}?")]
    public partial Task<string> IssueRefundAsync(string orderId, decimal amount, CancellationToken ct);

    private Task<string> IssueRefundCoreAsync(string orderId, decimal amount, CancellationToken ct)
        => payments.RefundAsync(orderId, amount, ct);

    private Task ReverseRefundAsync(string orderId, decimal amount, string? receipt, CancellationToken ct)
        => payments.CancelAsync(orderId, receipt, ct);
}
