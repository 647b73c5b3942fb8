namespace Shop;

public readonly record struct Price(decimal Amount, string Currency);

[GovernedWorkflow("copies", Owner = "ops", EscalateTo = "oncall")]
public sealed partial class Desk(IStepGovernor governor, Action<string> say)
{
    [WorkflowStep("in", RiskTier.Low, Key = "{price.Currency}")]
    public partial Task<decimal> PayAsync(in Price price, in int? times = null, in CancellationToken ct = default);

    [WorkflowStep("read-only", RiskTier.Medium, Rollback = nameof(UndoAsync))]
    public partial ValueTask KeepAsync(ref readonly Price price, scoped in string note);

    [WorkflowStep("outcome", RiskTier.Low)]
    public partial Task<StepOutcome> TryAsync(in Price price);

    [WorkflowStep("value-outcome", RiskTier.Low)]
    public partial ValueTask<StepOutcome> TryQuickAsync(in Price price);

    [WorkflowStep("params", RiskTier.Low)]
    public partial Task<int> SumAsync(params IReadOnlyList<int> numbers);

    [WorkflowStep("defaults", RiskTier.Low)]
    public partial Task DefaultsAsync(
        decimal rate = 1.50m, double size = double.NaN, char mark = '\'', string text = "line\n\"two\"", DayOfWeek? day = DayOfWeek.Friday, Price price = default);

    // The value is copied, so a body may wait; one that does not may take it by reference, too.
    private async Task<decimal> PayCoreAsync(Price price, int? times, CancellationToken ct)
    {
        await Task.Yield();
        return price.Amount * (times ?? 1);
    }

    private Task KeepCoreAsync(Price price, in string note)
    {
        say($"keep {price} {note}");
        return Task.CompletedTask;
    }

    private Task UndoAsync(Price price, string note)
    {
        say($"undo {price} {note}");
        return Task.CompletedTask;
    }

    private Task TryCoreAsync(in Price price) => Task.CompletedTask;

    private Task TryQuickCoreAsync(Price price) => throw new TimeoutException("too late");

    private Task<int> SumCoreAsync(IReadOnlyList<int> numbers) => Task.FromResult(numbers.Sum());

    private Task DefaultsCoreAsync(decimal rate, double size, char mark, string text, DayOfWeek? day, Price price) => Task.CompletedTask;
}

public static class Scenario
{
    public static async Task RunAsync(IStepGovernor governor, Action<string> say)
    {
        var desk = new Desk(governor, say);
        var price = new Price(2, "EUR");
        var paying = desk.PayAsync(price, 3);
        price = new Price(99, "EUR");
        say($"paid {await paying}");
        await desk.KeepAsync(in price, "n");
        say($"outcome {(await desk.TryAsync(price)).Status}");
        say($"quick outcome {(await desk.TryQuickAsync(price)).Status}");
        say($"sum {await desk.SumAsync(1, 2, 3)}");
        await desk.DefaultsAsync(size: 2);
    }

    public static object? Service(Type type, IStepGovernor governor, Action<string> say) => type == typeof(Desk) ? new Desk(governor, say) : null;
}
