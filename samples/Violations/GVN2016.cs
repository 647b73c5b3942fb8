using Governance;

namespace Violations.GVN2016;

public interface IStore
{
    Task RemoveAsync(string path);
}

public sealed class DiskStore : IStore
{
    public async Task RemoveAsync(string path)
    {
        await Task.Yield();
        File.Delete(path);
    }
}

public sealed class NoStore : IStore
{
    public Task RemoveAsync(string path) => Task.CompletedTask;
}

// Breaks GVN2016: A member that may act says so. See docs/rules/GVN2016.md
[GovernedWorkflow("gvn2016", Owner = "it-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-it")]
[Review("authority", EveryDays = 90)]
public sealed partial class Memory(IStore store, IStepGovernor governor)
{
    [WorkflowStep("forget", RiskTier.Low)]
    public partial Task ForgetAsync(string path, CancellationToken ct);

    private Task ForgetCoreAsync(string path, CancellationToken ct) => store.RemoveAsync(path);
}
