using Governance;

namespace Violations.GVN1014;

// Breaks GVN1014: A declaration has an effect. See docs/rules/GVN1014.md
[GovernedWorkflow("gvn1014", Owner = "it-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-it")]
public sealed partial class AccessDesk(IStepGovernor governor)
{
    [WorkflowStep("count-logins", RiskTier.Low)]
    public partial Task<int> CountLoginsAsync(string user, CancellationToken ct);

    private Task<int> CountLoginsCoreAsync([Redacted] string user, CancellationToken ct) => Task.FromResult(user.Length);
}
