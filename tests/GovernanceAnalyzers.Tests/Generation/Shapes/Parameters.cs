namespace Shop;

public enum Mood { Good, Bad }

[StepService]
public sealed class Clock
{
    public int Hour => 12;
}

[GovernedWorkflow("parameters", Owner = "ops")]
public sealed partial class Desk(IStepGovernor governor, Action<string> say)
{
    [WorkflowStep("optional", RiskTier.Low)]
    public partial Task OptionalAsync(string? text = "a \"quoted\" default", int? count = null, Mood mood = Mood.Bad, CancellationToken ct = default);

    [WorkflowStep("many", RiskTier.Low)]
    public partial Task ManyAsync(decimal rate, params string?[] names);

    [WorkflowStep("shapes", RiskTier.Low)]
    public partial Task ShapesAsync((int Number, string? Name) pair, Dictionary<string, List<int?>> map, byte[]? bytes, Uri link, DateTimeOffset at);

    [WorkflowStep("keywords", RiskTier.Low)]
    public partial Task @event(string @class, int @await, bool record);

    [WorkflowStep("services", RiskTier.Low)]
    public partial Task<string> ServicesAsync(IServiceProvider services, Clock clock, CancellationToken first, int number, IProgress<int>? progress, CancellationToken last);

    private Task OptionalCoreAsync(string? text, int? count, Mood mood, CancellationToken ct)
    {
        say($"token can be cancelled: {ct.CanBeCanceled}");
        return Task.CompletedTask;
    }

    private Task ManyCoreAsync(decimal rate, params string?[] names) => Task.CompletedTask;

    private Task ShapesCoreAsync((int Number, string? Name) pair, Dictionary<string, List<int?>> map, byte[]? bytes, Uri link, DateTimeOffset at)
        => Task.CompletedTask;

    private Task eventCore(string @class, int @await, bool record) => Task.CompletedTask;

    private Task<string> ServicesCoreAsync(
        IServiceProvider services, Clock clock, CancellationToken first, int number, IProgress<int>? progress, StepRun run, CancellationToken last)
        => Task.FromResult($"{services.GetType().Name} {clock.Hour} {first.IsCancellationRequested} {number} {progress is null} {run.Key} {last.CanBeCanceled}");
}

public static class Scenario
{
    public static async Task RunAsync(IStepGovernor governor, Action<string> say)
    {
        var desk = new Desk(governor, say);
        await desk.OptionalAsync();
        await desk.ManyAsync(0.5m, "a", null);
        await desk.ShapesAsync((1, null), new() { ["x"] = [1, null] }, [1, 2], new("https://shop.example/"), new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero));
        await desk.@event("c", 2, true);
        say(await desk.ServicesAsync(new NoServices(), new Clock(), new CancellationToken(true), 7, null, default));
    }

    public static object? Service(Type type, IStepGovernor governor, Action<string> say)
        => type == typeof(Desk) ? new Desk(governor, say) : type == typeof(Clock) ? new Clock() : null;

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
