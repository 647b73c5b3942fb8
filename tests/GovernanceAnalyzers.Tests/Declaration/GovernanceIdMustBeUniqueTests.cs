using GovernanceAnalyzers.Rules.Declaration;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class GovernanceIdMustBeUniqueTests
{
    private const string Body = "() => Task.CompletedTask;";

    [Fact]
    public Task A_step_id_used_twice_in_a_workflow_is_reported_the_second_time() => new StepTest<GovernanceIdMustBeUniqueAnalyzer>
    {
        TestCode = $$"""
            [GovernedWorkflow("refunds")]
            public class Desk
            {
                [WorkflowStep("triage", RiskTier.Low)] public Task One{{Body}}
                [WorkflowStep({|#0:"triage"|}, RiskTier.Low)] public Task Two{{Body}}
            }
            """,
        Says = "The step id 'refunds/triage' is already used by 'Desk.One' in this assembly: give this one its own",
    }.RunAsync();

    [Fact]
    public Task A_workflow_id_used_twice_too() => new StepTest<GovernanceIdMustBeUniqueAnalyzer>
    {
        TestState =
        {
            Sources =
            {
                """[GovernedWorkflow("refunds")] public partial class Desk { } public partial class Desk { }""",
                """namespace Inner { [GovernedWorkflow({|#0:"refunds"|})] public class Desk { } }""",
            },
        },
        Says = "The workflow id 'refunds' is already used by 'Desk' in this assembly: give this one its own",
    }.RunAsync();

    [Fact]
    public Task Two_workflows_of_one_id_make_their_steps_collide() => new RuleTest<GovernanceIdMustBeUniqueAnalyzer>
    {
        TestCode = $$"""
            [GovernedWorkflow("refunds")] public class Desk { [WorkflowStep("triage", RiskTier.Low)] public Task One{{Body}} }
            [GovernedWorkflow([|"refunds"|])] public class Other { [WorkflowStep([|"triage"|], RiskTier.Low)] public Task Two{{Body}} }
            """,
    }.RunAsync();

    [Fact]
    public Task The_same_step_in_two_workflows_an_overload_of_a_partial_and_empty_ids_are_fine() => new RuleTest<GovernanceIdMustBeUniqueAnalyzer>
    {
        TestCode = $$"""
            [GovernedWorkflow("refunds")] public partial class Desk
            {
                [WorkflowStep("triage", RiskTier.Low)] public partial Task One();
                public partial Task One{{Body}}
                [WorkflowStep("", RiskTier.Low)] public Task Two{{Body}}
                [WorkflowStep("", RiskTier.Low)] public Task Three{{Body}}
            }

            [GovernedWorkflow("claims")] public class Claims { [WorkflowStep("triage", RiskTier.Low)] public Task One{{Body}} }
            """,
    }.RunAsync();

    [Fact]
    public Task A_waiver_holds() => new RuleTest<GovernanceIdMustBeUniqueAnalyzer>
    {
        TestCode = $$"""
            public class Desk
            {
                [WorkflowStep("triage", RiskTier.Low)] public Task One{{Body}}

                [GovernanceWaiver("GVN1017", Reason = "both until 4711", ApprovedBy = "risk-office", Until = "2027-01-31")]
                [WorkflowStep("triage", RiskTier.Low)] public Task Two{{Body}}
            }
            """,
    }.RunAsync();
}
