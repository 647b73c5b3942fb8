namespace Shop;

[GovernedWorkflow("returns", Owner = "ops", EscalateTo = "oncall")]
public sealed partial class Desk(IStepGovernor governor, Action<string> say)
{
    [WorkflowStep("task", RiskTier.Low)]
    public partial Task RunAsync(string text);

    [WorkflowStep("task-of", RiskTier.Low)]
    public partial Task<string?> FindAsync(string text);

    [WorkflowStep("value-task", RiskTier.Low)]
    public partial ValueTask Quick(string text);

    [WorkflowStep("value-task-of", RiskTier.Low)]
    public partial ValueTask<int> CountAsync(string text);

    [WorkflowStep("outcome-of", RiskTier.Low)]
    public partial Task<StepOutcome<int>> TryCountAsync(string text);

    [WorkflowStep("value-outcome-of", RiskTier.Low)]
    public partial ValueTask<StepOutcome<int>> TryQuickAsync(string text);

    [WorkflowStep("outcome", RiskTier.Low)]
    public partial Task<StepOutcome> TryAsync(string text);

    [WorkflowStep("fails", RiskTier.Low)]
    public partial Task<int> FailAsync(string text);

    // Task and ValueTask are accepted for each other.
    private ValueTask RunCoreAsync(string text)
    {
        say($"RunCore {text}");
        return default;
    }

    private ValueTask<string?> FindCoreAsync(string text) => new((string?)null);

    private Task QuickCore(string text) => Task.CompletedTask;

    private Task<int> CountCoreAsync(string text) => Task.FromResult(text.Length);

    private ValueTask<int> TryCountCoreAsync(string text) => new(text.Length);

    private Task<int> TryQuickCoreAsync(string text) => Task.FromResult(text.Length);

    private Task TryCoreAsync(string text) => Task.FromException(new InvalidOperationException("the body failed"));

    private Task<int> FailCoreAsync(string text) => throw new TimeoutException("too late");
}

public static class Scenario
{
    public static async Task RunAsync(IStepGovernor governor, Action<string> say)
    {
        var desk = new Desk(governor, say);
        await desk.RunAsync("a");
        say($"found {await desk.FindAsync("b") ?? "nothing"}");
        await desk.Quick("c");
        say($"counted {await desk.CountAsync("four")}");
        say($"outcome {(await desk.TryCountAsync("seven")).Value}");
        say($"quick outcome {(await desk.TryQuickAsync("one")).Value}");
        StepOutcome outcome = await desk.TryAsync("d");
        say($"outcome {outcome.Status}: {outcome.Reason}");
        try
        {
            await desk.FailAsync("e");
        }
        catch (TimeoutException failure)
        {
            say($"caught {failure.Message}");
        }
    }

    public static object? Service(Type type, IStepGovernor governor, Action<string> say) => type == typeof(Desk) ? new Desk(governor, say) : null;
}
