using GovernanceAnalyzers.CodeFixes.Stages;
using GovernanceAnalyzers.Rules.Stages;

namespace GovernanceAnalyzers.Tests.Stages;

public sealed class WorkflowMustHaveRunbookFixTests
{
    [Fact]
    public Task An_empty_one_is_added_and_the_rule_stays_until_a_person_writes_it() => new RuleFixTest<WorkflowMustHaveRunbookAnalyzer, WorkflowMustHaveRunbookFix>
    {
        TestCode = "[GovernedWorkflow(\"refunds\", Stage = {|GVN4003:WorkflowStage.Harden|})] public sealed class RefundDesk { }",
        FixedCode = "[GovernedWorkflow(\"refunds\", Stage = WorkflowStage.Harden, Runbook = {|GVN4003:\"\"|})] public sealed class RefundDesk { }",
    }.RunAsync();
}
