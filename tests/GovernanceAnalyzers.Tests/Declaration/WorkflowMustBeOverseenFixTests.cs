using GovernanceAnalyzers.CodeFixes.Declaration;
using GovernanceAnalyzers.Rules.Declaration;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class WorkflowMustBeOverseenFixTests
{
    private const string Body = """

        public sealed partial class RefundDesk(IStepGovernor governor)
        {
            [WorkflowStep("issue", RiskTier.High)]
            public partial Task IssueAsync(string id);

            private Task IssueCoreAsync(string id) => Task.CompletedTask;
        }
        """;

    [Fact]
    public Task An_empty_governance_owner_is_added_and_the_rule_stays_until_a_person_writes_one()
        => new RuleFixTest<WorkflowMustBeOverseenAnalyzer, WorkflowMustBeOverseenFix>
        {
            TestCode = "[{|GVN1021:GovernedWorkflow|}(\"refunds\"), Review(\"authority\", EveryDays = 9)]" + Body,
            FixedCode = "[GovernedWorkflow(\"refunds\", GovernanceOwner = {|GVN1021:\"\"|}), Review(\"authority\", EveryDays = 9)]" + Body,
        }.RunAsync();

    [Fact]
    public Task A_review_without_a_name_is_added_below() => new RuleFixTest<WorkflowMustBeOverseenAnalyzer, WorkflowMustBeOverseenFix>
    {
        TestCode = """
            public static partial class Desks
            {
                // Refunds.
                [{|GVN1021:GovernedWorkflow|}("refunds", GovernanceOwner = "risk")] // why
                public sealed class Refunds { [WorkflowStep("issue", RiskTier.High)] public Task IssueAsync() => Task.CompletedTask; }

                [{|GVN1021:GovernedWorkflow|}("letters", GovernanceOwner = "risk")] public sealed class Letters { [WorkflowStep("a", RiskTier.High)] public void A() { } }
            }
            """,
        FixedCode = """
            public static partial class Desks
            {
                // Refunds.
                [GovernedWorkflow("refunds", GovernanceOwner = "risk")] // why
                [Review("")]
                public sealed class Refunds { [WorkflowStep("issue", RiskTier.High)] public Task IssueAsync() => Task.CompletedTask; }

                [GovernedWorkflow("letters", GovernanceOwner = "risk")][Review("")] public sealed class Letters { [WorkflowStep("a", RiskTier.High)] public void A() { } }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task Nothing_is_offered_where_only_a_name_is_missing() => new RuleFixTest<WorkflowMustBeOverseenAnalyzer, WorkflowMustBeOverseenFix>
    {
        TestCode = "[GovernedWorkflow(\"refunds\", Owner = \"a\", GovernanceOwner = {|GVN1021:\"a\"|}), Review(\"authority\", EveryDays = 9)]" + Body,
    }.RunAsync();
}
