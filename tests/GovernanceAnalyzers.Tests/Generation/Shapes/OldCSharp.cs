using System;
using System.Threading.Tasks;
using Governance;

#nullable disable

namespace Shop
{
    // C# 9 with nullable off: what the oldest supported compiler options make of a step.
    [GovernedWorkflow("old", Owner = "ops", EscalateTo = "oncall")]
    public sealed partial class Desk
    {
        private readonly IStepGovernor _governor;

        public Desk(IStepGovernor governor) { _governor = governor; }

        [WorkflowStep("old-step", RiskTier.Medium, Rollback = "Undo", Key = "{text.Length}")]
        public partial Task<string> RunAsync<T>(string text, T item) where T : class;

        private Task<string> RunCoreAsync<T>(string text, T item, StepRun run) where T : class { return Task.FromResult(text); }

        private Task Undo<T>(string text, T item, string result) where T : class { return Task.CompletedTask; }
    }

    public static class Scenario
    {
        public static async Task RunAsync(IStepGovernor governor, Action<string> say)
        {
            say(await new Desk(governor).RunAsync<string>("text", null));
        }
    }
}
