using GovernanceAnalyzers.Rules.Declaration;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class RollbackHandlerMustMatchStepTests
{
    private const string Write =
        ": write private Task ReverseAsync(RefundRequest request, Receipt? result, CancellationToken cancellationToken)";

    [Theory]
    [InlineData("", "does not exist, for 'RefundDesk' has no method 'ReverseAsync'")]
    [InlineData("private int ReverseAsync;", "does not exist, for 'RefundDesk' has no method 'ReverseAsync'")]
    [InlineData("private Task ReverseAsync() => Task.CompletedTask;", Parameters)]
    [InlineData("private Task ReverseAsync(Receipt? receipt) => Task.CompletedTask;", Parameters)]
    [InlineData("private Task ReverseAsync(RefundRequest request, int more) => Task.CompletedTask;", Parameters)]
    [InlineData("private Task ReverseAsync(ref RefundRequest request) => Task.CompletedTask;", Parameters)]
    [InlineData("private Task ReverseAsync<T>(RefundRequest request) => Task.CompletedTask;", Parameters)]
    [InlineData("private Task ReverseAsync(RefundRequest request, CancellationToken ct, Receipt? receipt) => Task.CompletedTask;", Parameters)]
    [InlineData("private void ReverseAsync(RefundRequest request) { }", "'ReverseAsync' returns neither Task nor ValueTask")]
    [InlineData("private Task<int> ReverseAsync(RefundRequest request) => Task.FromResult(1);", "'ReverseAsync' returns neither Task nor ValueTask")]
    [InlineData("public Task ReverseAsync(RefundRequest request) => Task.CompletedTask;",
                "'ReverseAsync' is not private, so code outside could undo without an order")]
    [InlineData("private static Task ReverseAsync(RefundRequest request) => Task.CompletedTask;", "'ReverseAsync' is static although the step is not")]
    [InlineData("private Task ReverseAsync(RefundRequest request) => Task.CompletedTask; private Task ReverseAsync(RefundRequest request, StepRun run) => Task.CompletedTask;",
                "is ambiguous, for 'RefundDesk' has more than one method 'ReverseAsync'")]
    [InlineData("private Task ReverseAsync() => Task.CompletedTask; private Task ReverseAsync(int other) => Task.CompletedTask;",
                "is ambiguous, for 'RefundDesk' has more than one method 'ReverseAsync'")]
    public Task A_handler_that_cannot_be_called_is_reported(string handler, string says) => Test(
        handler, "{|#0:\"ReverseAsync\"|}", "The rollback handler of step 'refunds/issue-refund' " + says + Write);

    [Theory]
    [InlineData("private Task ReverseAsync(RefundRequest request) => Task.CompletedTask;")]
    [InlineData("private ValueTask ReverseAsync(RefundRequest request, Receipt receipt) => default;")]
    [InlineData("private async Task ReverseAsync(RefundRequest what, Receipt? receipt, StepRun run, CancellationToken ct) => await Task.Yield();")]
    [InlineData("private Task ReverseAsync(RefundRequest request, StepRun run) => Task.CompletedTask;")]
    [InlineData("private Task ReverseAsync(RefundRequest request, IServiceProvider services, CancellationToken ct) => Task.CompletedTask;")]
    [InlineData("private Task ReverseAsync(RefundRequest request) => Task.CompletedTask; private Task ReverseAsync(int other) => Task.CompletedTask;")]
    [InlineData("private partial Task ReverseAsync(RefundRequest request); private partial Task ReverseAsync(RefundRequest request) => Task.CompletedTask;")]
    public Task A_handler_that_fits_is_fine(string handler) => Test(handler, "nameof(ReverseAsync)", null);

    [Theory]
    [InlineData("", "does not exist, for 'IDesk' has no method 'ReverseAsync'")]
    [InlineData("Task ReverseAsync(int id);", "'ReverseAsync' takes other parameters than the step's arguments, then its result, a StepRun and a "
              + "CancellationToken, the last three where it wants them")]
    [InlineData("void ReverseAsync(string id);", "'ReverseAsync' returns neither Task nor ValueTask")]
    [InlineData("sealed Task ReverseAsync(string id) => Task.CompletedTask;", "'ReverseAsync' is no method that whoever implements 'IDesk' gives")]
    [InlineData("private Task ReverseAsync(string id) => Task.CompletedTask;", "'ReverseAsync' is no method that whoever implements 'IDesk' gives")]
    [InlineData("Task ReverseAsync(string id);", null)]
    [InlineData("ValueTask ReverseAsync(string id, int? result, StepRun run, CancellationToken ct) => default;", null)]
    public Task A_step_of_an_interface_is_undone_by_another_member(string handler, string? says)
    {
        var test = new RuleTest<RollbackHandlerMustMatchStepAnalyzer>
        {
            TestCode = "[GovernedWorkflow(\"desk\")] public interface IDesk { [WorkflowStep(\"issue\", RiskTier.High, Rollback = "
                     + (says is null ? "nameof(ReverseAsync)" : "{|#0:\"ReverseAsync\"|}") + ")] Task<int> IssueAsync(string id, CancellationToken ct = default); " + handler + " }",
        };
        if (says is not null)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN1006", Microsoft.CodeAnalysis.DiagnosticSeverity.Error).WithLocation(0)
                .WithArguments("desk/issue", says, "Task ReverseAsync(string id, int? result, CancellationToken cancellationToken)"));
        }

        return test.RunAsync();
    }

    [Fact]
    public Task A_static_step_wants_a_static_handler() => new StepTest<RollbackHandlerMustMatchStepAnalyzer>
    {
        Members = """
            [WorkflowStep("close", RiskTier.High, Rollback = [|nameof(ReopenAsync)|])]
            public static partial Task CloseAsync(string id, IStepGovernor governor);
            private static Task CloseCoreAsync(string id, IStepGovernor governor) => Task.CompletedTask;
            private Task ReopenAsync(string id) => Task.CompletedTask;
            """,
    }.RunAsync();

    [Fact]
    public Task A_result_that_is_a_value_may_come_as_nullable() => new StepTest<RollbackHandlerMustMatchStepAnalyzer>
    {
        Members = """
            [WorkflowStep("reserve", RiskTier.Medium, Rollback = nameof(ReleaseAsync))]
            public partial Task<int> ReserveAsync(string id);
            private Task<int> ReserveCoreAsync(string id) => Task.FromResult(1);
            private Task ReleaseAsync(string id, int? count) => Task.CompletedTask;
            """,
    }.RunAsync();

    [Theory]
    [InlineData("", "string id")]
    [InlineData("", "string id, string pin")]
    [InlineData("", "string id, string? result, CancellationToken ct")]
    [InlineData("[|", "int id")]
    [InlineData("[|", "string id, string? result, string pin")]
    public Task A_redacted_argument_may_be_left_out(string opens, string parameters) => new StepTest<RollbackHandlerMustMatchStepAnalyzer>
    {
        Members = $$"""
            [WorkflowStep("reset", RiskTier.Medium, Rollback = {{opens}}nameof(LockAsync){{(opens.Length > 0 ? "|]" : "")}})]
            public partial Task<string> ResetAsync(string id, [Redacted] string pin);
            private Task<string> ResetCoreAsync(string id, string pin) => Task.FromResult(id);
            private Task LockAsync({{parameters}}) => Task.CompletedTask;
            """,
    }.RunAsync();

    [Fact]
    public Task A_nameof_of_a_handler_still_to_be_written_is_reported_so_that_it_can_be_offered() => new StepTest<RollbackHandlerMustMatchStepAnalyzer>
    {
        Members = """
            [WorkflowStep("close", RiskTier.High, Rollback = [|nameof({|CS0103:ReopenAsync|})|])]
            public Task CloseAsync(string id) => Task.CompletedTask;
            """,
    }.RunAsync();

    [Theory]
    [InlineData("Rollback = nameof()")]
    [InlineData("Rollback = nameof(")]
    [InlineData("Rollback = ")]
    [InlineData("Rollback = Missing.Name")]
    public Task While_it_is_typed_nothing_is_said(string rollback) => new StepTest<RollbackHandlerMustMatchStepAnalyzer>
    {
        Members = "[WorkflowStep(\"close\", RiskTier.High, " + rollback + ")]\npublic Task CloseAsync(string id) => Task.CompletedTask;",
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    [Fact]
    public Task A_waiver_holds() => new StepTest<RollbackHandlerMustMatchStepAnalyzer>
    {
        Members = """
            [GovernanceWaiver("GVN1006", Reason = "handler comes with ticket 4711", ApprovedBy = "risk-office", Until = "2027-01-31")]
            [WorkflowStep("close", RiskTier.High, Rollback = "ReopenAsync")]
            public Task CloseAsync(string id) => Task.CompletedTask;
            """,
    }.RunAsync();

    [Fact]
    public Task The_handler_of_a_static_step_is_static() => new StepTest<RollbackHandlerMustMatchStepAnalyzer>
    {
        Members = """
            [WorkflowStep("close", RiskTier.High, Rollback = {|#0:"ReopenAsync"|})]
            public static partial Task CloseAsync(IStepGovernor governor, string id);
            private static Task CloseCoreAsync(IStepGovernor governor, string id) => Task.CompletedTask;
            private Task ReopenAsync(string id) => Task.CompletedTask;
            """,
        Says = "The rollback handler of step 'refunds/close' 'ReopenAsync' is not static although the step is: write private static Task ReopenAsync(string id, CancellationToken cancellationToken)",
    }.RunAsync();

    private const string Parameters =
        "'ReverseAsync' takes other parameters than the step's arguments, then its result, a StepRun and a CancellationToken, the last three where it wants them";

    private static Task Test(string handler, string rollback, string? says)
    {
        var test = new StepTest<RollbackHandlerMustMatchStepAnalyzer>
        {
            Members = $$"""
                [WorkflowStep("issue-refund", RiskTier.High, Rollback = {{rollback}})]
                public partial Task<StepOutcome<Receipt>> IssueRefundAsync(RefundRequest request, IServiceProvider services, CancellationToken ct = default);

                private Task<Receipt> IssueRefundCoreAsync(RefundRequest request, IServiceProvider services, CancellationToken ct)
                    => Task.FromResult(new Receipt("r-1"));

                {{handler}}
                """,
        };
        if (says is not null)
        {
            test.Says = says;
        }

        return test.RunAsync();
    }
}
