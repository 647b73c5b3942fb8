using GovernanceAnalyzers.CodeFixes.Stages;
using GovernanceAnalyzers.Rules.Stages;

namespace GovernanceAnalyzers.Tests.Stages;

public sealed class WorkflowMustHaveBaselinesFixTests
{
    private const string Complete = """[Baseline("cycle-time", 6.2, Unit = "h", Target = 2.5, Kill = 8)]""";

    [Fact]
    public Task The_missing_figures_are_added_by_name_and_their_values_left_to_a_person() => new RuleFixTest<WorkflowMustHaveBaselinesAnalyzer, WorkflowMustHaveBaselinesFix>
    {
        TestCode = $$"""
            {{Complete}}
            [GovernedWorkflow("refunds", Stage = {|GVN4001:{|GVN4001:WorkflowStage.Pilot|}|}), Baseline("rework-rate", 1)]
            public sealed class RefundDesk { }
            """,
        FixedCode = $$"""
            {{Complete}}
            [GovernedWorkflow("refunds", Stage = WorkflowStage.Pilot), Baseline("rework-rate", 1)]
            [Baseline("cost-per-unit")]
            [Baseline("error-rate")]
            public sealed class RefundDesk { }
            """,
    }.RunAsync();

    [Fact]
    public Task Nothing_is_offered_where_numbers_are_missing() => new RuleFixTest<WorkflowMustHaveBaselinesAnalyzer, WorkflowMustHaveBaselinesFix>
    {
        TestCode = """
            [GovernedWorkflow("refunds", Stage = {|GVN4001:WorkflowStage.Pilot|})]
            [Baseline("cycle-time", 1), Baseline("error-rate", 1), Baseline("rework-rate", 1), Baseline("cost-per-unit", 1)]
            public sealed class RefundDesk { }
            """,
    }.RunAsync();
}
