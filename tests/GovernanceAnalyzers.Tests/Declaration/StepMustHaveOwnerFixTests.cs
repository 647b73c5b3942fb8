using GovernanceAnalyzers.CodeFixes.Declaration;
using GovernanceAnalyzers.Rules.Declaration;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class StepMustHaveOwnerFixTests
{
    private const string Source = """
        [GovernedWorkflow("refunds")]
        public sealed partial class RefundDesk(IStepGovernor governor)
        {
            [{|GVN1001:WorkflowStep|}("triage", RiskTier.Low)]
            public partial Task TriageAsync(string id, CancellationToken ct = default);

            private Task TriageCoreAsync(string id, CancellationToken ct) => Task.CompletedTask;
        }
        """;

    [Fact]
    public Task An_empty_owner_is_added_to_the_workflow_and_the_rule_stays_until_a_person_writes_one()
        => new RuleFixTest<StepMustHaveOwnerAnalyzer, StepMustHaveOwnerFix>
        {
            TestCode = Source,
            FixedCode = Source.Replace("(\"refunds\")", "(\"refunds\", Owner = \"\")"),
        }.RunAsync();

    [Fact]
    public Task An_empty_owner_is_added_to_the_step() => new RuleFixTest<StepMustHaveOwnerAnalyzer, StepMustHaveOwnerFix>
    {
        TestCode = Source,
        FixedCode = Source.Replace("{|GVN1001:WorkflowStep|}(\"triage\", RiskTier.Low)", "WorkflowStep(\"triage\", RiskTier.Low, Owner = {|GVN1001:\"\"|})"),
        CodeActionEquivalenceKey = "StepMustHaveOwnerFix:step",
    }.RunAsync();

    [Fact]
    public Task A_step_outside_a_workflow_gets_its_own() => new RuleFixTest<StepMustHaveOwnerAnalyzer, StepMustHaveOwnerFix>
    {
        TestCode = Source.Replace("[GovernedWorkflow(\"refunds\")]\n", ""),
        FixedCode = Source.Replace("[GovernedWorkflow(\"refunds\")]\n", "")
            .Replace("{|GVN1001:WorkflowStep|}(\"triage\", RiskTier.Low)", "WorkflowStep(\"triage\", RiskTier.Low, Owner = {|GVN1001:\"\"|})"),
    }.RunAsync();

    [Theory]
    [InlineData("(\"refunds\", Owner = \"TBD\")")]
    [InlineData("(\"refunds\", Owner = \"\")")]
    public Task Nothing_is_offered_where_only_a_name_is_missing(string arguments) => new RuleFixTest<StepMustHaveOwnerAnalyzer, StepMustHaveOwnerFix>
    {
        TestCode = Source.Replace("(\"refunds\")", arguments),
    }.RunAsync();

    [Fact]
    public void There_is_no_FixAll() => Assert.Null(new StepMustHaveOwnerFix().GetFixAllProvider());
}
