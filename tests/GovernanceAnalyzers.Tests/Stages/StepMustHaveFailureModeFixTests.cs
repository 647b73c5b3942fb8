using GovernanceAnalyzers.CodeFixes.Stages;
using GovernanceAnalyzers.Rules.Stages;

namespace GovernanceAnalyzers.Tests.Stages;

public sealed class StepMustHaveFailureModeFixTests
{
    private const string Source = """
        [GovernedWorkflow("refunds", Stage = WorkflowStage.Validate)]
        public sealed partial class RefundDesk(IStepGovernor governor)
        {
            [{|GVN4002:WorkflowStep|}("issue", RiskTier.High)]
            public partial Task IssueAsync(string id);

            private Task IssueCoreAsync(string id) => Task.CompletedTask;
        }
        """;

    [Fact]
    public Task One_without_a_name_is_added_to_the_step_and_the_rule_stays_until_a_person_writes_what_is_done() => new RuleFixTest<StepMustHaveFailureModeAnalyzer, StepMustHaveFailureModeFix>
    {
        TestCode = Source,
        FixedCode = Source.Replace("RiskTier.High)]\n", "RiskTier.High)]\n    [FailureMode(\"\")]\n"),
    }.RunAsync();

    [Fact]
    public Task Or_to_its_workflow() => new RuleFixTest<StepMustHaveFailureModeAnalyzer, StepMustHaveFailureModeFix>
    {
        TestCode = Source,
        FixedCode = Source.Replace("Validate)]\n", "Validate)]\n[FailureMode(\"\")]\n"),
        CodeActionEquivalenceKey = "StepMustHaveFailureModeFix:workflow",
    }.RunAsync();

    [Fact]
    public Task Nothing_is_offered_where_only_words_are_missing() => new RuleFixTest<StepMustHaveFailureModeAnalyzer, StepMustHaveFailureModeFix>
    {
        TestCode = Source.Replace("Validate)]\n", "Validate), FailureMode(\"late\")]\n"),
    }.RunAsync();
}
