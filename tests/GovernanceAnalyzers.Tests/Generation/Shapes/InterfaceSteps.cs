namespace Shop;

public sealed record Order(string Id);

/// <summary>What steps return, take and are undone by.</summary>
[GovernedWorkflow("desk", Owner = "ops", EscalateTo = "oncall")]
public interface IDesk
{
    [WorkflowStep("outcome", RiskTier.High, Rollback = nameof(UndoOutcomeAsync), Key = "{order.Id}", Question = "Do {order.Id} {count} times?")]
    Task<StepOutcome<decimal>> OutcomeAsync(Order order, int count = 2, StepRun? run = null, CancellationToken ct = default);

    Task UndoOutcomeAsync(Order order, int count, decimal? result, StepRun run, CancellationToken ct);

    [WorkflowStep("outcome-only", RiskTier.Medium, Irreversible = "sent is sent")]
    ValueTask<StepOutcome> OutcomeOnlyAsync(string text);

    [WorkflowStep("no-result", RiskTier.Medium, Rollback = "UndoNoResult")]
    Task NoResultAsync([StepService] Action<string> log, IServiceProvider? services, params string[] parts);

    ValueTask UndoNoResult(string[] parts);

    [WorkflowStep("value", RiskTier.Low)]
    ValueTask<Order?> ValueAsync(Order? order, CancellationToken first, CancellationToken last);

    [WorkflowStep("value-only", RiskTier.Low)]
    ValueTask ValueOnlyAsync(IStepGovernor governor);

    [WorkflowStep("default-body", RiskTier.Low)]
    Task<string> DefaultAsync(string _inner) => Task.FromResult("by default " + _inner);

    [WorkflowStep("overload", RiskTier.Low)]
    Task<string> SameAsync(int number);

    [WorkflowStep("overload-text", RiskTier.Low)]
    Task<string> SameAsync(string @class);

    Task<string> SameAsync(bool isNoStep);
}

public sealed class Desk(Action<string> say) : IDesk
{
    public Task<StepOutcome<decimal>> OutcomeAsync(Order order, int count, StepRun? run, CancellationToken ct)
    {
        say($"do {order.Id} with {run?.Key ?? "no run"}, cancellable {ct.CanBeCanceled}");
        return Task.FromResult(StepOutcome.Done(count * 1.5m));
    }

    public Task UndoOutcomeAsync(Order order, int count, decimal? result, StepRun run, CancellationToken ct) => Said($"undo {order.Id} {count} {result} {run.RequestId}");

    public ValueTask<StepOutcome> OutcomeOnlyAsync(string text) => new(text == "fail"
        ? StepOutcome.NotCompleted(StepStatus.Refused, "inner", "R-0", "an inner step was refused")
        : StepOutcome.Done());

    public Task NoResultAsync(Action<string> log, IServiceProvider? services, params string[] parts) => Said($"no result {parts.Length}");

    public ValueTask UndoNoResult(string[] parts) => new(Said($"undo {parts.Length}"));

    public ValueTask<Order?> ValueAsync(Order? order, CancellationToken first, CancellationToken last)
    {
        say($"value, first {first.CanBeCanceled}, last {last.CanBeCanceled}");
        return new(order);
    }

    // An implementation may be explicit.
    ValueTask IDesk.ValueOnlyAsync(IStepGovernor governor) => default;

    public Task<string> SameAsync(int number) => Task.FromResult($"number {number}");

    public Task<string> SameAsync(string @class) => Task.FromResult($"text {@class}");

    public Task<string> SameAsync(bool isNoStep) => Task.FromResult($"no step {isNoStep}");

    private Task Said(string what)
    {
        say(what);
        return Task.CompletedTask;
    }
}

public static class Scenario
{
    public static async Task RunAsync(IStepGovernor governor, Action<string> say)
    {
        IDesk desk = new GovernedDesk(new Desk(say), governor);
        say($"outcome {(await desk.OutcomeAsync(new("o-1"))).Value}");
        say($"outcome only {(await desk.OutcomeOnlyAsync("fail")).Status}, then {(await desk.OutcomeOnlyAsync("x")).Status}");
        await desk.NoResultAsync(say, null, "a", "b");
        say($"value {await desk.ValueAsync(new("o-2"), default, default)}");
        await desk.ValueOnlyAsync(governor);
        say(await desk.DefaultAsync("x"));
        say($"{await desk.SameAsync(1)}, {await desk.SameAsync("a")}, {await desk.SameAsync(true)}");
        try
        {
            await desk.UndoOutcomeAsync(new("o-1"), 1, 2, null!, default);
        }
        catch (InvalidOperationException refused)
        {
            say(refused.Message);
        }
    }

    public static object? Service(Type type, IStepGovernor governor, Action<string> say)
        => type == typeof(GovernedDesk) ? new GovernedDesk(new Desk(say), governor) : type == typeof(IStepGovernor) ? governor : null;
}
