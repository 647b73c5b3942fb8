using Governance;

namespace Violations.GVN2017;

[GovernedWorkflow("gvn2017", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments")]
[Review("authority", EveryDays = 90)]
public interface IArchive
{
    [WorkflowStep("file-claim", RiskTier.Low)]
    Task FileAsync(string claim);
}

public sealed class Archive : IArchive
{
    public Task FileAsync(string claim) => Task.CompletedTask;
}

// Breaks GVN2017: Whoever implements an interface with steps stays behind its decorator. See docs/rules/GVN2017.md
public static class Archives
{
    public static IArchive Open() => new Archive();
}
