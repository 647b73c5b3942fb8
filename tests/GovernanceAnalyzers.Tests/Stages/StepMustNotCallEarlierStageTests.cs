using GovernanceAnalyzers.Rules.Stages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Stages;

public sealed class StepMustNotCallEarlierStageTests
{
    [Theory]
    [InlineData("WorkflowStage.Deploy", "WorkflowStage.Pilot", "is in stage Pilot")]
    [InlineData("WorkflowStage.Validate", "WorkflowStage.Pilot", "is in stage Pilot")]
    [InlineData("WorkflowStage.Pilot", "WorkflowStage.Unspecified", "declares no stage")]
    public Task A_call_into_an_earlier_stage_is_reported(string stage, string called, string says) => Test(
        stage, called, "mail.{|#0:SendAsync|}(id)", "Task.CompletedTask",
        $"Step 'refunds/issue' is in stage {stage.Split('.')[1]} and calls step 'mail/send', whose workflow {says}: raise that one first, or call it from no later stage");

    [Fact]
    public Task So_is_one_in_the_rollback_handler() => Test(
        "WorkflowStage.Deploy", "WorkflowStage.Harden", "Task.CompletedTask", "mail.{|#0:SendAsync|}(id)",
        "Step 'refunds/issue' is in stage Deploy and calls step 'mail/send', whose workflow is in stage Harden: raise that one first, or call it from no later stage");

    [Theory]
    [InlineData("WorkflowStage.Deploy", "WorkflowStage.Deploy", "mail.SendAsync(id)")]
    [InlineData("WorkflowStage.Pilot", "WorkflowStage.Optimize", "mail.SendAsync(id)")]
    [InlineData("WorkflowStage.Unspecified", "WorkflowStage.Unspecified", "mail.SendAsync(id)")]
    [InlineData("WorkflowStage.Deploy", "WorkflowStage.Pilot", "Task.FromResult(nameof(mail.SendAsync))")]
    public Task One_of_the_same_or_a_later_stage_is_fine(string stage, string called, string body) => Test(stage, called, body, "Task.CompletedTask", null);

    private static Task Test(string stage, string called, string body, string undo, string? says)
    {
        var test = new RuleTest<StepMustNotCallEarlierStageAnalyzer>
        {
            TestCode = $$"""
                [GovernedWorkflow("refunds", Stage = {{stage}})]
                public sealed partial class RefundDesk(MailDesk mail, IStepGovernor governor)
                {
                    [WorkflowStep("issue", RiskTier.High, Rollback = nameof(UndoAsync))]
                    public partial Task IssueAsync(string id);

                    private Task IssueCoreAsync(string id) => {{body}};

                    private Task UndoAsync(string id) => {{undo}};
                }

                [GovernedWorkflow("mail", Stage = {{called}})]
                public sealed partial class MailDesk(IStepGovernor governor)
                {
                    [WorkflowStep("send", RiskTier.High)]
                    public partial Task SendAsync(string id);

                    private Task SendCoreAsync(string id) => Task.CompletedTask;
                }
                """,
        };
        if (says is not null)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN4006", DiagnosticSeverity.Error).WithLocation(0).WithMessage(says));
        }

        return test.RunAsync();
    }
}
