using Governance;

namespace Violations.GVN4006;

// Breaks GVN4006: A workflow calls no workflow of an earlier stage. See docs/rules/GVN4006.md
[GovernedWorkflow("gvn4006", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments", Stage = WorkflowStage.Pilot)]
[Baseline("cycle-time", 6.2, Unit = "h", Target = 2.5, Kill = 8)]
[Baseline("error-rate", 3.1, Unit = "%", Target = 1.5, Kill = 4)]
[Baseline("rework-rate", 7, Unit = "%", Target = 4, Kill = 9)]
[Baseline("cost-per-unit", NotApplicable = "the desk's people are salaried; no cost moves with a case")]
[Review("authority", EveryDays = 90)]
public sealed partial class RefundDesk(IPayments payments, Letters letters, IStepGovernor governor)
{
    [WorkflowStep("issue-refund", RiskTier.High, Rollback = nameof(ReverseRefundAsync), Key = "{orderId}",
                  Question = "Refund {amount} for order {orderId}?")]
    public partial Task<string> IssueRefundAsync(string orderId, decimal amount, CancellationToken ct);

    private async Task<string> IssueRefundCoreAsync(string orderId, decimal amount, CancellationToken ct)
    {
        await letters.FileAsync($"Refund of {amount}", ct);
        return await payments.RefundAsync(orderId, amount, ct);
    }

    private Task ReverseRefundAsync(string orderId, decimal amount, string? receipt, CancellationToken ct)
        => payments.CancelAsync(orderId, receipt, ct);
}

[GovernedWorkflow("letters", Owner = "payments-ops", GovernanceOwner = "risk-office")]
public sealed partial class Letters(IStepGovernor governor)
{
    [WorkflowStep("file-letter", RiskTier.Low)]
    public partial Task FileAsync(string text, CancellationToken ct);

    private Task FileCoreAsync(string text, CancellationToken ct) => Task.CompletedTask;
}
