namespace Shop;

public sealed record Order(string Id);

[GovernedWorkflow("rollbacks", Owner = "ops", EscalateTo = "oncall")]
public sealed partial class Desk(IStepGovernor governor, Action<string> say)
{
    [WorkflowStep("everything", RiskTier.High, Rollback = nameof(UndoEverythingAsync))]
    public partial Task<StepOutcome<decimal>> EverythingAsync(Order order, IServiceProvider services, int count, CancellationToken ct);

    [WorkflowStep("no-result", RiskTier.Medium, Rollback = nameof(UndoNoResult))]
    public partial Task NoResultAsync(Order order);

    [WorkflowStep("reference-result", RiskTier.Medium, Rollback = "UndoReferenceAsync")]
    public partial Task<Order> ReferenceAsync(Order order, [StepService] Action<string> log);

    [WorkflowStep("plain-result", RiskTier.Medium, Rollback = nameof(UndoPlainAsync))]
    public partial ValueTask<int> PlainAsync(int number);

    private Task<decimal> EverythingCoreAsync(Order order, IServiceProvider services, int count, StepRun run, CancellationToken ct)
        => Task.FromResult(count * 1.5m);

    private ValueTask UndoEverythingAsync(Order order, IServiceProvider services, int count, decimal? result, StepRun run, CancellationToken ct)
    {
        say($"undo {order.Id} {count} {result?.ToString() ?? "unknown"} {run.RequestId}");
        return default;
    }

    private Task NoResultCoreAsync(Order order) => Task.CompletedTask;

    private Task UndoNoResult(Order order)
    {
        say($"undo {order.Id}");
        return Task.CompletedTask;
    }

    private Task<Order> ReferenceCoreAsync(Order order, Action<string> log) => Task.FromResult(order);

    private Task UndoReferenceAsync(Order order, Order? result)
    {
        say($"undo {order.Id} {result?.Id ?? "unknown"}");
        return Task.CompletedTask;
    }

    private Task<int> PlainCoreAsync(int number) => Task.FromResult(number + 1);

    private Task UndoPlainAsync(int number, int result, CancellationToken ct)
    {
        say($"undo {number} {result}");
        return Task.CompletedTask;
    }
}

public static class Scenario
{
    public static async Task RunAsync(IStepGovernor governor, Action<string> say)
    {
        var desk = new Desk(governor, say);
        await desk.EverythingAsync(new("o-1"), null!, 2, default);
        await desk.NoResultAsync(new("o-2"));
        await desk.ReferenceAsync(new("o-3"), say);
        await desk.PlainAsync(3);
    }

    public static object? Service(Type type, IStepGovernor governor, Action<string> say) => type == typeof(Desk) ? new Desk(governor, say) : null;
}
