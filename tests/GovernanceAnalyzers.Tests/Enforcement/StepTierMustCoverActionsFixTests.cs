using GovernanceAnalyzers.CodeFixes.Enforcement;
using GovernanceAnalyzers.Rules.Enforcement;

namespace GovernanceAnalyzers.Tests.Enforcement;

public sealed class StepTierMustCoverActionsFixTests
{
    [Fact]
    public Task The_tiers_are_raised() => new RuleFixTest<StepTierMustCoverActionsAnalyzer, StepTierMustCoverActionsFix>
    {
        TestCode = Desk("{|GVN2003:RiskTier.Low|}", "{|GVN2003:RiskTier.Medium|}"),
        FixedCode = Desk("RiskTier.Medium", "RiskTier.High"),
    }.RunAsync();

    private static string Desk(string notes, string pay) => $$"""
        public interface IBank
        {
            [ConsequentialAction("data.delete", RiskTier.Medium)]
            void Forget(string id);

            [ConsequentialAction("payment.commit", RiskTier.High)]
            void Pay(string id);
        }

        [GovernedWorkflow("desk", Owner = "ops", EscalateTo = "oncall")]
        public sealed partial class Desk(IBank bank, IStepGovernor governor)
        {
            [WorkflowStep("notes", {{notes}}, Owner = "ops")]
            public partial Task NotesAsync(string id);

            private Task NotesCoreAsync(string id)
            {
                bank.Forget(id);
                return Task.CompletedTask;
            }

            [WorkflowStep("pay", {{pay}})]
            public partial Task PayAsync(string id);

            private Task PayCoreAsync(string id)
            {
                bank.Pay(id);
                return Task.CompletedTask;
            }
        }
        """;
}
