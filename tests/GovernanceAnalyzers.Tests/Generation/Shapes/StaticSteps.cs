namespace Shop;

[GovernedWorkflow("statics", Owner = "ops")]
public static partial class Tools
{
    [WorkflowStep("with-parameter", RiskTier.Low)]
    public static partial Task<int> AddAsync(int a, int b, IStepGovernor governor, CancellationToken cancellationToken);

    [WorkflowStep("extension", RiskTier.Low)]
    public static partial Task<int> DoubleAsync(this IStepGovernor governor, int a);

    private static Task<int> AddCoreAsync(int a, int b, IStepGovernor governor, CancellationToken cancellationToken) => Task.FromResult(a + b);

    private static Task<int> DoubleCoreAsync(IStepGovernor governor, int a) => Task.FromResult(2 * a);
}

[GovernedWorkflow("with-field", Owner = "ops")]
public partial class Desk<TItem>
{
    private static IStepGovernor s_governor = null!;

    [WorkflowStep("static-field", RiskTier.Low)]
    internal static partial Task<TItem> EchoAsync(TItem s_governor);

    public static void Use(IStepGovernor governor) => s_governor = governor;

    private static Task<TItem> EchoCoreAsync(TItem item) => Task.FromResult(item);
}

public static class Scenario
{
    public static async Task RunAsync(IStepGovernor governor, Action<string> say)
    {
        say($"sum {await Tools.AddAsync(1, 2, governor, default)}");
        say($"double {await governor.DoubleAsync(4)}");
        Desk<string>.Use(governor);
        say($"echo {await Desk<string>.EchoAsync("x")}");
    }

    public static object? Service(Type type, IStepGovernor governor, Action<string> say) => type == typeof(IStepGovernor) ? governor : null;
}
