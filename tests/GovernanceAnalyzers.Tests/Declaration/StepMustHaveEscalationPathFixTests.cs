using GovernanceAnalyzers.CodeFixes.Declaration;
using GovernanceAnalyzers.Rules.Declaration;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class StepMustHaveEscalationPathFixTests
{
    private const string Source = """
        [GovernedWorkflow("refunds", Owner = "payments-ops")]
        public sealed partial class RefundDesk(IStepGovernor governor)
        {
            [{|GVN1008:WorkflowStep|}("issue", RiskTier.High, Irreversible = "money is gone")]
            public partial Task IssueAsync(string id, CancellationToken ct = default);

            private Task IssueCoreAsync(string id, CancellationToken ct) => Task.CompletedTask;
        }
        """;

    [Fact]
    public Task An_empty_target_is_added_to_the_workflow() => new RuleFixTest<StepMustHaveEscalationPathAnalyzer, StepMustHaveEscalationPathFix>
    {
        TestCode = Source,
        FixedCode = Source.Replace("Owner = \"payments-ops\"", "Owner = \"payments-ops\", EscalateTo = \"\""),
    }.RunAsync();

    [Fact]
    public Task An_empty_target_is_added_to_the_step() => new RuleFixTest<StepMustHaveEscalationPathAnalyzer, StepMustHaveEscalationPathFix>
    {
        TestCode = Source,
        FixedCode = Source.Replace("{|GVN1008:WorkflowStep|}", "WorkflowStep").Replace("is gone\"", "is gone\", EscalateTo = {|GVN1008:\"\"|}"),
        CodeActionIndex = 1,
    }.RunAsync();

    [Fact]
    public void There_is_no_FixAll() => Assert.Null(new StepMustHaveEscalationPathFix().GetFixAllProvider());
}
