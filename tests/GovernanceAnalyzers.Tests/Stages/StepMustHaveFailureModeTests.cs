using GovernanceAnalyzers.Rules.Stages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Stages;

public sealed class StepMustHaveFailureModeTests
{
    private const string Says = "Step 'refunds/issue' is in stage Validate and has no failure mode that says what is done: "
        + "write [FailureMode(\"…\", Response = \"…\")] here, or on its workflow for all steps";

    [Theory]
    [InlineData("Medium", "")]
    [InlineData("High", "")]
    [InlineData("High", "[FailureMode(\"late\")]")]
    [InlineData("High", "[FailureMode(\"late\", Response = \"TODO\")]")]
    public Task A_step_without_a_response_is_reported(string tier, string onStep) => Test("WorkflowStage.Validate", tier, onStep, "", Says);

    [Theory]
    [InlineData("WorkflowStage.Validate", "High", "[FailureMode(\"late\", Response = \"deny\")]", "")]
    [InlineData("WorkflowStage.Deploy", "Medium", "", "[FailureMode(\"late\", Response = \"deny\")]")]
    [InlineData("WorkflowStage.Validate", "Low", "", "")]
    [InlineData("WorkflowStage.Pilot", "High", "", "")]
    [InlineData("WorkflowStage.Unspecified", "High", "", "")]
    public Task With_one_or_where_none_is_asked_for_it_is_fine(string stage, string tier, string onStep, string onWorkflow) => Test(stage, tier, onStep, onWorkflow, null);

    private static Task Test(string stage, string tier, string onStep, string onWorkflow, string? says)
    {
        var test = new RuleTest<StepMustHaveFailureModeAnalyzer>
        {
            TestCode = $$"""
                [GovernedWorkflow("refunds", Stage = {{stage}})]
                {{onWorkflow}}
                public sealed partial class RefundDesk(IStepGovernor governor)
                {
                    [{|#0:WorkflowStep|}("issue", RiskTier.{{tier}})]
                    {{onStep}}
                    public partial Task IssueAsync(string id);

                    private Task IssueCoreAsync(string id) => Task.CompletedTask;
                }
                """,
        };
        if (says is not null)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN4002", DiagnosticSeverity.Error).WithLocation(0).WithMessage(says));
        }

        return test.RunAsync();
    }
}
