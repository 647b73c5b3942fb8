using GovernanceAnalyzers.Rules.Stages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Stages;

public sealed class WorkflowMustHaveRunbookTests
{
    [Theory]
    [InlineData("""Stage = {|#0:WorkflowStage.Harden|}""", "Harden")]
    [InlineData("""Stage = WorkflowStage.Deploy, Runbook = {|#0:" "|}""", "Deploy")]
    [InlineData("""Stage = WorkflowStage.Optimize, Runbook = {|#0:"TBD"|}""", "Optimize")]
    public Task A_hardened_workflow_without_a_runbook_is_reported(string arguments, string stage) => Test(
        arguments, $"Workflow 'refunds' is in stage {stage} and has no runbook: write Runbook = \"path\", for whoever is called when something goes wrong");

    [Theory]
    [InlineData("""Stage = WorkflowStage.Harden, Runbook = "docs/refunds.md" """)]
    [InlineData("""Stage = WorkflowStage.Validate""")]
    [InlineData("""Owner = "ops" """)]
    public Task With_one_or_before_that_it_is_fine(string arguments) => Test(arguments, null);

    private static Task Test(string arguments, string? says)
    {
        var test = new RuleTest<WorkflowMustHaveRunbookAnalyzer>
        {
            TestCode = $"[GovernedWorkflow(\"refunds\", {arguments})] public sealed class RefundDesk {{ }}",
        };
        if (says is not null)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN4003", DiagnosticSeverity.Error).WithLocation(0).WithMessage(says));
        }

        return test.RunAsync();
    }
}
