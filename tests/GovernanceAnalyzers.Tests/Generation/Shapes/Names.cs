namespace Shop.Governance.System.Threading
{
    public sealed class Tasks;
}

namespace Shop
{
    [GovernedWorkflow("names", Owner = "ops")]
    public sealed partial class Desk<Plan>(IStepGovernor governor)
    {
        private readonly IStepGovernor _governor = governor;

        // Names that the plumbing would like to use itself.
        private int GovernanceStep_TrickyAsync => 1;

        [WorkflowStep("tricky", RiskTier.Low, Key = "{state.Length}")]
        public partial Task<string> TrickyAsync<State>(
            string Instance, string state, string run, string cancellationToken, string writer, string _governor, State value0_0, Plan value, string Tasks);

        private Task<string> TrickyCoreAsync<State>(
            string Instance, string state, string run, string cancellationToken, string writer, string _governor, State value0_0, Plan value, string Tasks)
            => Task.FromResult(string.Join(",", Instance, state, run, cancellationToken, writer, _governor, value0_0, value, Tasks, GovernanceStep_TrickyAsync));
    }

    [GovernedWorkflow("GovernanceSteps", Owner = "ops")]
    public sealed partial class GovernanceSteps(IStepGovernor governor)
    {
        [WorkflowStep("to-string", RiskTier.Low)]
        public partial Task<string> ToString(string arguments, string services, string result);

        private Task<string> ToStringCore(string arguments, string services, string result) => Task.FromResult(arguments + services + result);
    }

    public static class Scenario
    {
        public static async Task RunAsync(IStepGovernor governor, Action<string> say)
        {
            say(await new Desk<int>(governor).TrickyAsync("i", "s", "r", "c", "w", "g", 1.5, 2, "t"));
            say(await new GovernanceSteps(governor).ToString("a", "s", "r"));
        }

        public static object? Service(Type type, IStepGovernor governor, Action<string> say) => type == typeof(GovernanceSteps) ? new GovernanceSteps(governor) : null;
    }
}
