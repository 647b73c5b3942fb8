[GovernedWorkflow("root", Owner = "ops")]
internal interface IRoot
{
    [WorkflowStep("root", RiskTier.Low)] Task<string> RunAsync();
}

internal sealed class RootRun : IRoot
{
    public Task<string> RunAsync() => Task.FromResult("root");
}

namespace Shop.@namespace
{
    public partial class Outer<T>
    {
        [GovernedWorkflow("nested", Owner = "ops")]
        protected internal interface IInner
        {
            [WorkflowStep("nested", RiskTier.Low)] Task<T> RunAsync(T value);
        }

        internal sealed class Inner : IInner
        {
            public Task<T> RunAsync(T value) => Task.FromResult(value);
        }

        // For derived classes of this assembly alone: neither internal nor protected by itself would do for its decorator.
        [GovernedWorkflow("kept", Owner = "ops")]
        private protected interface IKept
        {
            [WorkflowStep("kept", RiskTier.Low)] Task<T> RunAsync(T value);
        }

        internal static IInner Govern(IStepGovernor governor) => new GovernedInner(new Inner(), governor);
    }

    public partial struct Holder
    {
        public partial interface IAround
        {
            // No leading I to be left out, and a private place.
            [GovernedWorkflow("private", Owner = "ops")]
            private interface Inventory<Plan, State>
            {
                [WorkflowStep("take", RiskTier.Low)] Task<Plan> TakeAsync(Plan plan, State @this);
            }

            private sealed class Taken : Inventory<int, string>
            {
                public Task<int> TakeAsync(int plan, string @this) => Task.FromResult(plan);
            }

            internal static Task<int> TakeAsync(IStepGovernor governor)
            {
                Inventory<int, string> inventory = new GovernedInventory<int, string>(new Taken(), governor);
                return inventory.TakeAsync(3, "state");
            }
        }
    }

    [GovernedWorkflow("parts", Owner = "ops")]
    public partial interface IParts
    {
        [WorkflowStep("one", RiskTier.Low)] Task<int> OneAsync();
    }

    public partial interface IParts
    {
        [WorkflowStep("two", RiskTier.Low)] Task<int> TwoAsync();
    }

    public sealed class Parts : IParts
    {
        public Task<int> OneAsync() => Task.FromResult(1);

        public Task<int> TwoAsync() => Task.FromResult(2);
    }

    // A class and an interface with steps, each its own workflow.
    [GovernedWorkflow("both", Owner = "ops")]
    public sealed partial class Both(IStepGovernor governor) : IParts
    {
        [WorkflowStep("one", RiskTier.Low)] public partial Task<int> OneAsync();

        private Task<int> OneCoreAsync() => Task.FromResult(11);

        public Task<int> TwoAsync() => Task.FromResult(12);
    }
}

public static class Scenario
{
    public static async Task RunAsync(IStepGovernor governor, Action<string> say)
    {
        IRoot root = new GovernedRoot(new RootRun(), governor);
        say(await root.RunAsync());
        say(await Shop.@namespace.Outer<string>.Govern(governor).RunAsync("nested"));
        say($"{await Shop.@namespace.Holder.IAround.TakeAsync(governor)}");
        Shop.@namespace.IParts parts = new Shop.@namespace.GovernedParts(new Shop.@namespace.Parts(), governor);
        say($"{await parts.OneAsync()} {await parts.TwoAsync()}");
        Shop.@namespace.IParts both = new Shop.@namespace.GovernedParts(new Shop.@namespace.Both(governor), governor);
        say($"{await both.OneAsync()} {await both.TwoAsync()}");
    }

    public static object? Service(Type type, IStepGovernor governor, Action<string> say) => type == typeof(GovernedRoot) ? new GovernedRoot(new RootRun(), governor)
        : type == typeof(Shop.@namespace.GovernedParts) ? new Shop.@namespace.GovernedParts(new Shop.@namespace.Parts(), governor)
        : type == typeof(Shop.@namespace.Both) ? new Shop.@namespace.Both(governor) : null;
}
