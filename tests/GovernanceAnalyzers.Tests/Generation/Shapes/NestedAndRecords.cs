[GovernedWorkflow("global", Owner = "ops")]
public partial record Root(IStepGovernor Governor)
{
    [WorkflowStep("in-record", RiskTier.Low)]
    public partial Task<string> NameAsync(Root.Inner.Data data);

    private Task<string> NameCoreAsync(Root.Inner.Data data) => Task.FromResult(data.Name);

    public partial class Inner
    {
        public sealed record Data(string Name);
    }
}

namespace Shop.@namespace
{
    public partial class Outer<T>
    {
        private sealed record Secret(T Value);

        protected internal partial record Middle
        {
            [GovernedWorkflow("nested", Owner = "ops")]
            private sealed partial class @class
            {
                private readonly IStepGovernor @lock;

                public @class(IStepGovernor governor) => @lock = governor;

                [WorkflowStep("deep", RiskTier.Low, Question = "{secret.Value}?")]
                private partial Task<Secret> DeepAsync(Secret secret, StepRun? run = null);

                private Task<Secret> DeepCoreAsync(Secret secret, StepRun? run) => Task.FromResult(secret with { });

                public Task<Secret> CallAsync(T value) => DeepAsync(new(value));
            }

            public static async Task<string> RunAsync(IStepGovernor governor, T value) => (await new @class(governor).CallAsync(value)).ToString();
        }
    }

    public class Access : Outer<int>
    {
        public static Task<string> CallAsync(IStepGovernor governor) => Middle.RunAsync(governor, 42);
    }
}

public static class Scenario
{
    public static async Task RunAsync(IStepGovernor governor, Action<string> say)
    {
        say(await new Root(governor).NameAsync(new("root")));
        say(await Shop.@namespace.Access.CallAsync(governor));
    }

    public static object? Service(Type type, IStepGovernor governor, Action<string> say) => type == typeof(Root) ? new Root(governor) : null;
}
