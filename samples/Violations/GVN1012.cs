using Governance;

namespace Violations.GVN1012;

// Breaks GVN1012: A secret is redacted. See docs/rules/GVN1012.md
[GovernedWorkflow("gvn1012", Owner = "it-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-it")]
public sealed partial class AccessDesk(IStepGovernor governor)
{
    [WorkflowStep("check-login", RiskTier.Low)]
    public partial Task<bool> CheckLoginAsync(string user, string password, CancellationToken ct);

    private Task<bool> CheckLoginCoreAsync(string user, string password, CancellationToken ct) => Task.FromResult(user != password);
}
