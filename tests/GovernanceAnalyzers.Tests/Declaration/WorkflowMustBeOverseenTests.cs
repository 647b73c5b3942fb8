using GovernanceAnalyzers.Rules.Declaration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class WorkflowMustBeOverseenTests
{
    private const string Review = "[Review(\"authority\", EveryDays = 90)]";

    [Theory]
    [InlineData("""[{|#0:GovernedWorkflow|}("refunds", Owner = "ops")]""", Review, "Medium",
                "has no governance owner: write GovernanceOwner = \"…\", naming who oversees the owner")]
    [InlineData("""[GovernedWorkflow("refunds", Owner = "ops", GovernanceOwner = {|#0:"TBD"|})]""", Review, "High",
                "has no governance owner, for 'TBD' names nobody: write GovernanceOwner = \"…\", naming who oversees the owner")]
    [InlineData("""[{|#0:GovernedWorkflow|}("refunds", Owner = "ops", Stage = WorkflowStage.Pilot)]""", Review, "Low",
                "has no governance owner: write GovernanceOwner = \"…\", naming who oversees the owner")]
    [InlineData("""[GovernedWorkflow("refunds", Owner = "ops", GovernanceOwner = {|#0:" Ops"|})]""", Review, "High",
                "is overseen by its owner 'ops': GovernanceOwner names somebody else")]
    [InlineData("""[GovernedWorkflow("refunds", Owner = "ops", GovernanceOwner = {|#0:"ops"|})]""", "", "Low",
                "is overseen by its owner 'ops': GovernanceOwner names somebody else")]
    [InlineData("""[{|#0:GovernedWorkflow|}("refunds", Owner = "ops", GovernanceOwner = "risk")]""", "", "High",
                "has no review: write [Review(\"…\", EveryDays = …)], saying what is looked at again and how often")]
    public Task A_workflow_that_nobody_else_looks_at_is_reported(string workflow, string review, string tier, string says)
        => Test(workflow, review, tier, "Workflow 'refunds' " + says);

    [Theory]
    [InlineData("""[GovernedWorkflow("refunds", Owner = "ops", GovernanceOwner = "risk", Stage = WorkflowStage.Deploy)]""", Review, "High")]
    [InlineData("""[GovernedWorkflow("refunds", Owner = "ops")]""", "", "Low")]
    [InlineData("""[GovernedWorkflow("refunds")]""", "", "Unspecified")]
    public Task One_that_is_overseen_or_has_nothing_to_oversee_is_fine(string workflow, string review, string tier) => Test(workflow, review, tier, null);

    [Fact]
    public Task A_step_in_a_nested_type_counts_unless_that_is_a_workflow_of_its_own() => new RuleTest<WorkflowMustBeOverseenAnalyzer>
    {
        TestCode = """
            [[|GovernedWorkflow|]("a", Owner = "ops", GovernanceOwner = "risk")]
            public partial class Outer { public partial class Inner { [WorkflowStep("x", RiskTier.High)] public Task RunAsync() => Task.CompletedTask; } }

            [GovernedWorkflow("b", Owner = "ops")]
            public partial class Other
            {
                [GovernedWorkflow("c", Owner = "ops", GovernanceOwner = "risk"), Review("authority", EveryDays = 9)]
                public partial class Inner { [WorkflowStep("x", RiskTier.High)] public Task RunAsync() => Task.CompletedTask; }
            }
            """,
    }.RunAsync();

    [Theory]
    [InlineData("dana", "risk = dana, kim", "is overseen by its owner 'dana': GovernanceOwner names somebody else")]
    [InlineData("ops", "ops = dana, lee\nrisk = kim, dana", "is overseen by its owner 'ops', for 'dana' stands for 'risk' too: GovernanceOwner names somebody else")]
    [InlineData("ops", "ops = lee\nrisk = kim, dana", null)]
    public Task Who_is_in_both_groups_oversees_herself(string owner, string groups, string? says)
    {
        var test = new RuleTest<WorkflowMustBeOverseenAnalyzer>
        {
            TestCode = $$"""
                [GovernedWorkflow("refunds", Owner = "{{owner}}", GovernanceOwner = {|#0:"risk"|}), Review("authority", EveryDays = 90)]
                public sealed class RefundDesk { }
                """,
            TestState = { AdditionalFiles = { ("governance.owners", "# governance-owners 1\n" + groups) } },
        };
        if (says is not null)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN1021", DiagnosticSeverity.Error).WithLocation(0).WithMessage("Workflow 'refunds' " + says));
        }

        return test.RunAsync();
    }

    private static Task Test(string workflow, string review, string tier, string? says)
    {
        var test = new RuleTest<WorkflowMustBeOverseenAnalyzer>
        {
            TestCode = $$"""
                {{workflow}}
                {{review}}
                public sealed partial class RefundDesk(IStepGovernor governor)
                {
                    [WorkflowStep("issue", RiskTier.{{tier}})]
                    public partial Task IssueAsync(string id);

                    private Task IssueCoreAsync(string id) => Task.CompletedTask;
                }
                """,
        };
        if (says is not null)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN1021", DiagnosticSeverity.Error).WithLocation(0).WithMessage(says));
        }

        return test.RunAsync();
    }
}
