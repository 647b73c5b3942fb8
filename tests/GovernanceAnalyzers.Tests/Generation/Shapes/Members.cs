namespace Shop;

public abstract class Base
{
    protected abstract IStepGovernor Governor { get; }

    public abstract Task<T?> OverrideAsync<T>(T? value) where T : class;

    public virtual Task<T?> OpenAsync<T>(T? value) => throw new NotSupportedException();

    public Task HideAsync(int number) => throw new NotSupportedException();
}

[GovernedWorkflow("members", Owner = "ops")]
public partial class Desk(IStepGovernor governor) : Base
{
    protected override IStepGovernor Governor { get; } = governor;

    [WorkflowStep("overrides", RiskTier.Low)]
    public sealed override partial Task<T?> OverrideAsync<T>(T? value) where T : class;

    [WorkflowStep("overrides-open", RiskTier.Low)]
    public sealed override partial Task<T?> OpenAsync<T>(T? value) where T : default;

    [WorkflowStep("hides", RiskTier.Low)]
    public new partial Task HideAsync(int number);

    [WorkflowStep("overload", RiskTier.Low)]
    protected internal partial Task<string> SameAsync(int number);

    [WorkflowStep("overload-text", RiskTier.Low)]
    private protected partial Task<string> SameAsync(string text);

    [WorkflowStep("hidden", RiskTier.Low)]
    private partial Task<string> PrivateAsync();

    private Task<T?> OverrideCoreAsync<T>(T? value) where T : class => Task.FromResult(value);

    private Task<T?> OpenCoreAsync<T>(T? value) => Task.FromResult(value);

    private Task HideCoreAsync(int number) => Task.CompletedTask;

    private Task<string> SameCoreAsync(int number) => Task.FromResult($"number {number}");

    private Task<string> SameCoreAsync(string text) => Task.FromResult($"text {text}");

    private Task<string> PrivateCoreAsync() => Task.FromResult("private");

    public async Task<string> AllAsync() => $"{await SameAsync(1)}, {await SameAsync("a")}, {await PrivateAsync()}";
}

public static class Scenario
{
    public static async Task RunAsync(IStepGovernor governor, Action<string> say)
    {
        var desk = new Desk(governor);
        say($"override {await desk.OverrideAsync("x")} and {await desk.OpenAsync(3)}");
        await desk.HideAsync(2);
        say(await desk.AllAsync());
    }

    public static object? Service(Type type, IStepGovernor governor, Action<string> say) => type == typeof(Desk) ? new Desk(governor) : null;
}
