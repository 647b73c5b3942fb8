using GovernanceAnalyzers.CodeFixes.Declaration;
using GovernanceAnalyzers.Rules.Declaration;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class RollbackHandlerMustMatchStepFixTests
{
    [Theory]
    [InlineData("", "\n    Task ReverseAsync(string id, int? result, CancellationToken cancellationToken);")]
    [InlineData("\n\n    Task ReverseAsync(int id);", null)]
    public Task On_an_interface_a_member_is_generated_and_none_is_changed(string handler, string? generated)
    {
        var test = new RuleFixTest<RollbackHandlerMustMatchStepAnalyzer, RollbackHandlerMustMatchStepFix> { TestCode = Contract("[|\"ReverseAsync\"|]", handler) };
        if (generated is not null)
        {
            test.FixedCode = Contract("\"ReverseAsync\"", generated);
        }

        return test.RunAsync();

        static string Contract(string name, string handler) => "[GovernedWorkflow(\"desk\")]\npublic interface IDesk\n{\n"
            + $"    [WorkflowStep(\"issue\", RiskTier.High, Rollback = {name})]\n    Task<int> IssueAsync(string id, CancellationToken ct = default);{handler}\n}}\n";
    }

    [Fact]
    public Task A_missing_handler_is_generated() => new RuleFixTest<RollbackHandlerMustMatchStepAnalyzer, RollbackHandlerMustMatchStepFix>
    {
        TestCode = Desk("{|GVN1006:\"UndoAsync\"|}"),
        FixedCode = Desk("\"UndoAsync\"", """


                private Task UndoAsync(string order, int? result, CancellationToken cancellationToken)
                {
                    throw new NotImplementedException();
                }
            """),
    }.RunAsync();

    [Theory]
    [InlineData("public Task UndoAsync(string order) => Task.CompletedTask;", "private Task UndoAsync(string order) => Task.CompletedTask;")]
    [InlineData("private static Task UndoAsync(string order) => Task.CompletedTask;", "private Task UndoAsync(string order) => Task.CompletedTask;")]
    [InlineData("private void UndoAsync(string order) => Console.WriteLine(order);", """
        private Task UndoAsync(string order)
            {
                Console.WriteLine(order);
                return Task.CompletedTask;
            }
        """)]
    [InlineData(
        "private Task UndoAsync(CancellationToken stop, int amount, StepRun run) => Task.Delay(amount, stop);",
        "private Task UndoAsync(string order, int amount, StepRun run, CancellationToken stop) => Task.Delay(amount, stop);")]
    [InlineData(
        "public static void UndoAsync(Uri unused)\n    {\n    }",
        "private Task UndoAsync(string order)\n    {\n        return Task.CompletedTask;\n    }")]
    [InlineData("private Task UndoAsync(Uri unused) => Task.CompletedTask;", "private Task UndoAsync(string order) => Task.CompletedTask;")]
    public Task A_signature_is_corrected(string handler, string corrected) => new RuleFixTest<RollbackHandlerMustMatchStepAnalyzer, RollbackHandlerMustMatchStepFix>
    {
        TestCode = Desk("{|GVN1006:nameof(UndoAsync)|}", "\n\n    " + handler),
        FixedCode = Desk("nameof(UndoAsync)", "\n\n    " + corrected),
    }.RunAsync();

    [Theory]
    [InlineData("private Task UndoAsync(Uri order) => Task.FromResult(order);")]
    [InlineData("private Task UndoAsync(Uri order) => Task.CompletedTask; private Task UndoAsync(int order) => Task.CompletedTask;")]
    [InlineData("private Task<int> UndoAsync(string order) => Task.FromResult(1);")]
    public Task What_a_body_needs_is_not_taken_from_it(string handler) => new RuleFixTest<RollbackHandlerMustMatchStepAnalyzer, RollbackHandlerMustMatchStepFix>
    {
        TestCode = Desk("{|GVN1006:nameof(UndoAsync)|}", "\n\n    " + handler),
    }.RunAsync();

    [Fact]
    public Task A_name_that_is_no_identifier_gets_no_handler() => new RuleFixTest<RollbackHandlerMustMatchStepAnalyzer, RollbackHandlerMustMatchStepFix>
    {
        TestCode = Desk("{|GVN1006:\"undo it\"|}"),
    }.RunAsync();

    [Fact]
    public Task While_its_type_is_missing_a_step_gets_no_handler() => new RuleFixTest<RollbackHandlerMustMatchStepAnalyzer, RollbackHandlerMustMatchStepFix>
    {
        TestCode = """
            namespace Shop;

            [WorkflowStep("issue", RiskTier.High, Rollback = {|GVN1006:nameof(UndoAsync)|})]
            public Task IssueAsync(string order) => Task.CompletedTask;
            """,
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    private static string Desk(string rollback, string handler = "") => $$"""
        public sealed partial class Desk(IStepGovernor governor)
        {
            [WorkflowStep("issue", RiskTier.High, Rollback = {{rollback}})]
            public partial Task<int> IssueAsync(string order, CancellationToken ct);

            private Task<int> IssueCoreAsync(string order, CancellationToken ct) => Task.FromResult(1);{{handler}}
        }
        """;
}
