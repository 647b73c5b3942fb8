using GovernanceAnalyzers.CodeFixes.Declaration;
using GovernanceAnalyzers.Rules.Declaration;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class StepTemplateMustResolveFixTests
{
    private const string Source = """
        [GovernedWorkflow("refunds", Owner = "payments-ops")]
        public sealed partial class RefundDesk(IStepGovernor governor)
        {
            [{|GVN1020:WorkflowStep|}("issue", RiskTier.High, Irreversible = "money is gone")]
            public partial Task IssueAsync(Claim claim, [StepService] IServiceProvider services, string[] notes, CancellationToken ct = default);

            private Task IssueCoreAsync(Claim claim, IServiceProvider services, string[] notes, CancellationToken ct) => Task.CompletedTask;

            [WorkflowStep("close-iban", RiskTier.High, Question = {|GVN1020:"TODO"|})]
            public partial Task CloseIBANOfShop();

            private Task CloseIBANOfShopCore() => Task.CompletedTask;
        }

        public sealed record Claim(string OrderId, decimal? Amount) { internal string Note => ""; public static int Count => 0; }
        """;

    [Fact]
    public Task The_question_names_the_arguments_and_nothing_else() => new RuleFixTest<StepTemplateMustResolveAnalyzer, StepTemplateMustResolveFix>
    {
        TestCode = Source,
        FixedCode = Source
            .Replace("{|GVN1020:WorkflowStep|}", "WorkflowStep")
            .Replace("is gone\"", "is gone\", Question = \"Issue with order id {claim.OrderId}, amount {claim.Amount}, notes {notes}?\"")
            .Replace("{|GVN1020:\"TODO\"|}", "\"Close IBAN of shop?\""),
    }.RunAsync();

    [Fact]
    public Task A_placeholder_that_leads_nowhere_is_left_to_its_author() => new RuleFixTest<StepTemplateMustResolveAnalyzer, StepTemplateMustResolveFix>
    {
        TestCode = """
            public sealed partial class RefundDesk(IStepGovernor governor)
            {
                [WorkflowStep("issue", RiskTier.High, Question = "Issue {|GVN1020:{ordr}|}?")]
                public partial Task IssueAsync(string order);

                private Task IssueCoreAsync(string order) => Task.CompletedTask;
            }
            """,
        CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None,
    }.RunAsync();
}
