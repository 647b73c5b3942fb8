using Governance;

namespace Violations.GVN1002;

// Breaks GVN1002: Whoever a declaration names is on the owners list. See docs/rules/GVN1002.md
[GovernedWorkflow("gvn1002", Owner = "paymets-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments")]
public sealed partial class RefundDesk(IStepGovernor governor)
{
    [WorkflowStep("triage", RiskTier.Low)]
    public partial Task<string> TriageAsync(string orderId, CancellationToken ct);

    private Task<string> TriageCoreAsync(string orderId, CancellationToken ct) => Task.FromResult(orderId);
}
