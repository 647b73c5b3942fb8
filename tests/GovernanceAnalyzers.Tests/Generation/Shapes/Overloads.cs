namespace Shop;

[GovernedWorkflow("overloads", Owner = "ops", EscalateTo = "oncall")]
public sealed partial class Desk(IStepGovernor governor, Action<string> say)
{
    [WorkflowStep("by-number", RiskTier.Medium, Rollback = nameof(UndoAsync))]
    public partial Task<string> CancelAsync(int number, CancellationToken ct = default);

    [WorkflowStep("by-name", RiskTier.Medium, Rollback = nameof(UndoAsync))]
    public partial Task<string> CancelAsync(string name, CancellationToken ct = default);

    // UndoAsync(int, string) could be its handler, too: a step whose handler is not told by its parameters gives it a name of its own.
    [WorkflowStep("by-both", RiskTier.Medium, Rollback = nameof(UndoBothAsync))]
    public partial Task<string> CancelAsync(int number, string name);

    [WorkflowStep("by-item", RiskTier.Low)]
    public partial Task<string> CancelAsync<T>(T item) where T : struct;

    // Not a step: it has the name and nothing else of one.
    public Task<string> CancelAsync() => CancelAsync("everything");

    [WorkflowStep("without-async", RiskTier.Low)]
    public partial Task<string> Cancel(int number);

    private Task<string> CancelCoreAsync(string name, StepRun run, CancellationToken ct) => Task.FromResult($"name {name} {run.Step.Step}");

    private Task<string> CancelCoreAsync(int number, string name) => Task.FromResult($"both {number} {name}");

    private Task<string> CancelCoreAsync(int number, CancellationToken ct) => Task.FromResult($"number {number}");

    private Task<string> CancelCoreAsync<T>(T item) where T : struct => Task.FromResult($"item {item}");

    private Task<string> CancelCore(int number) => Task.FromResult($"without {number}");

    private Task UndoAsync(string name, string? result) => Say($"undo name {name}: {result}");

    private Task UndoAsync(int number, string? result) => Say($"undo number {number}: {result}");

    private Task UndoBothAsync(int number, string name, string? result) => Say($"undo both {number} {name}: {result}");

    private Task Say(string what)
    {
        say(what);
        return Task.CompletedTask;
    }
}

public static class Scenario
{
    public static async Task RunAsync(IStepGovernor governor, Action<string> say)
    {
        var desk = new Desk(governor, say);
        // Without the name, C# prefers the overload that needs no default value.
        say(await desk.CancelAsync(number: 1));
        say(await desk.CancelAsync());
        say(await desk.CancelAsync(2, "two"));
        say(await desk.CancelAsync<Guid>(default));
        say(await desk.Cancel(3));
    }

    public static object? Service(Type type, IStepGovernor governor, Action<string> say) => type == typeof(Desk) ? new Desk(governor, say) : null;
}
