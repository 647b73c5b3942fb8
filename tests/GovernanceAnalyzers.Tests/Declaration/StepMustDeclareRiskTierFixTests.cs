using GovernanceAnalyzers.CodeFixes.Declaration;
using GovernanceAnalyzers.Rules.Declaration;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class StepMustDeclareRiskTierFixTests
{
    [Theory]
    [InlineData("{|GVN1004:WorkflowStep|}(\"triage\")", "WorkflowStep(\"triage\", RiskTier.High)", 0)]
    [InlineData("{|GVN1004:WorkflowStep|}(\"triage\")", "WorkflowStep(\"triage\", RiskTier.Medium)", 1)]
    [InlineData("{|GVN1004:WorkflowStep|}(\"triage\")", "WorkflowStep(\"triage\", RiskTier.Low)", 2)]
    [InlineData("{|GVN1004:WorkflowStep|}(\"triage\", Owner = \"ops\", Key = \"{id}\")", "WorkflowStep(\"triage\", RiskTier.High, Owner = \"ops\", Key = \"{id}\")", 0)]
    [InlineData("WorkflowStep(\"triage\", {|GVN1004:(RiskTier)7|})", "WorkflowStep(\"triage\", RiskTier.High)", 0)]
    [InlineData("WorkflowStep(\"triage\", {|GVN1004:RiskTier.Unspecified|}, Owner = \"ops\")", "WorkflowStep(\"triage\", RiskTier.High, Owner = \"ops\")", 0)]
    [InlineData("WorkflowStep(tier: {|GVN1004:default|}, id: \"triage\")", "WorkflowStep(tier: RiskTier.High, id: \"triage\")", 0)]
    public Task A_tier_is_written(string attribute, string fixedAttribute, int index) => new RuleFixTest<StepMustDeclareRiskTierAnalyzer, StepMustDeclareRiskTierFix>
    {
        TestCode = Desk(attribute),
        FixedCode = Desk(fixedAttribute),
        CodeActionIndex = index,
    }.RunAsync();

    [Fact]
    public void There_is_no_FixAll() => Assert.Null(new StepMustDeclareRiskTierFix().GetFixAllProvider());

    private static string Desk(string attribute) => $$"""
        [GovernedWorkflow("refunds", Owner = "payments-ops")]
        public sealed partial class RefundDesk(IStepGovernor governor)
        {
            [{{attribute}}]
            public partial Task TriageAsync(string id, CancellationToken ct = default);

            private Task TriageCoreAsync(string id, CancellationToken ct) => Task.CompletedTask;
        }
        """;
}
