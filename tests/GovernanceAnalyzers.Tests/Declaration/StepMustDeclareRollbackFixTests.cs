using GovernanceAnalyzers.CodeFixes.Declaration;
using GovernanceAnalyzers.Rules.Declaration;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class StepMustDeclareRollbackFixTests
{
    [Fact]
    public Task A_handler_with_the_right_signature_is_generated_after_the_core_body() => new RuleFixTest<StepMustDeclareRollbackAnalyzer, StepMustDeclareRollbackFix>
    {
        TestCode = """
            public sealed record Receipt(string Id);

            [GovernedWorkflow("refunds")]
            public sealed partial class RefundDesk(IStepGovernor governor)
            {
                [{|GVN1005:WorkflowStep|}("issue", RiskTier.High)]
                public partial Task<StepOutcome<Receipt>> IssueAsync(string order, decimal? amount, CancellationToken ct = default);

                private Task<Receipt> IssueCoreAsync(string order, decimal? amount, CancellationToken ct) => Task.FromResult(new Receipt(order));
            }
            """,
        FixedCode = """
            public sealed record Receipt(string Id);

            [GovernedWorkflow("refunds")]
            public sealed partial class RefundDesk(IStepGovernor governor)
            {
                [WorkflowStep("issue", RiskTier.High, Rollback = nameof(RollbackIssueAsync))]
                public partial Task<StepOutcome<Receipt>> IssueAsync(string order, decimal? amount, CancellationToken ct = default);

                private Task<Receipt> IssueCoreAsync(string order, decimal? amount, CancellationToken ct) => Task.FromResult(new Receipt(order));

                private Task RollbackIssueAsync(string order, decimal? amount, Receipt? result, CancellationToken cancellationToken)
                {
                    throw new NotImplementedException();
                }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task A_static_generic_step_gets_a_static_generic_handler() => new RuleFixTest<StepMustDeclareRollbackAnalyzer, StepMustDeclareRollbackFix>
    {
        TestCode = """
            public static partial class Desk
            {
                [{|GVN1005:WorkflowStep|}("issue", RiskTier.Medium)]
                public static partial Task<int> IssueAsync<T>(T result, IStepGovernor governor) where T : class;

                private static Task<int> IssueCoreAsync<T>(T result, IStepGovernor governor) where T : class => Task.FromResult(1);
            }
            """,
        FixedCode = """
            public static partial class Desk
            {
                [WorkflowStep("issue", RiskTier.Medium, Rollback = nameof(RollbackIssueAsync))]
                public static partial Task<int> IssueAsync<T>(T result, IStepGovernor governor) where T : class;

                private static Task<int> IssueCoreAsync<T>(T result, IStepGovernor governor) where T : class => Task.FromResult(1);

                private static Task RollbackIssueAsync<T>(T result, int? result2, CancellationToken cancellationToken) where T : class
                {
                    throw new NotImplementedException();
                }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task A_handler_of_that_name_is_used() => new RuleFixTest<StepMustDeclareRollbackAnalyzer, StepMustDeclareRollbackFix>
    {
        TestCode = Issue("{|GVN1005:WorkflowStep|}(\"issue\", RiskTier.High)"),
        FixedCode = Issue("WorkflowStep(\"issue\", RiskTier.High, Rollback = nameof(RollbackIssueAsync))"),
    }.RunAsync();

    [Fact]
    public Task An_empty_reason_is_added_and_the_rule_stays_until_a_person_writes_one() => new RuleFixTest<StepMustDeclareRollbackAnalyzer, StepMustDeclareRollbackFix>
    {
        TestCode = Issue("{|GVN1005:WorkflowStep|}(\"issue\", RiskTier.High)"),
        FixedCode = Issue("WorkflowStep(\"issue\", RiskTier.High, Irreversible = {|GVN1005:\"\"|})"),
        CodeActionEquivalenceKey = "StepMustDeclareRollbackFix:irreversible",
    }.RunAsync();

    [Fact]
    public Task A_handler_takes_the_place_of_a_placeholder() => new RuleFixTest<StepMustDeclareRollbackAnalyzer, StepMustDeclareRollbackFix>
    {
        TestCode = Issue("WorkflowStep(\"issue\", RiskTier.High, Irreversible = {|GVN1005:\"TBD\"|}, Key = \"{order}\")"),
        FixedCode = Issue("WorkflowStep(\"issue\", RiskTier.High, Key = \"{order}\", Rollback = nameof(RollbackIssueAsync))"),
    }.RunAsync();

    [Fact]
    public void There_is_no_FixAll() => Assert.Null(new StepMustDeclareRollbackFix().GetFixAllProvider());

    private static string Issue(string attribute) => $$"""
        public sealed partial class Desk(IStepGovernor governor)
        {
            [{{attribute}}]
            public partial Task IssueAsync(string order);

            private Task IssueCoreAsync(string order) => Task.CompletedTask;

            private Task RollbackIssueAsync(string order) => Task.CompletedTask;
        }
        """;
}
