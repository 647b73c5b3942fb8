using Governance;

namespace Violations.GVN1018;

// Breaks GVN1018: A step parameter is an argument or a service. See docs/rules/GVN1018.md
[GovernedWorkflow("gvn1018", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments")]
public sealed partial class RefundDesk(IStepGovernor governor)
{
    [WorkflowStep("import-claims", RiskTier.Low)]
    public partial Task<int> ImportClaimsAsync(Stream claims, CancellationToken ct);

    private Task<int> ImportClaimsCoreAsync(Stream claims, CancellationToken ct) => Task.FromResult(claims.CanRead ? 1 : 0);
}
