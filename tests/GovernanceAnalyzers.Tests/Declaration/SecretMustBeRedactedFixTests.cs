using GovernanceAnalyzers.CodeFixes.Declaration;
using GovernanceAnalyzers.Rules.Declaration;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class SecretMustBeRedactedFixTests
{
    [Fact]
    public Task Each_secret_is_marked_where_it_is_declared_and_once() => new RuleFixTest<SecretMustBeRedactedAnalyzer, SecretMustBeRedactedFix>
    {
        TestCode = """
            [GovernedWorkflow("access", Owner = "it-ops")]
            public sealed partial class AccessDesk(IStepGovernor governor)
            {
                [WorkflowStep("reset", RiskTier.Low)]
                public partial Task ResetAsync(string user, string {|GVN1012:password|}, Card {|GVN1012:card|});

                private Task ResetCoreAsync(string user, string password, Card card) => Task.CompletedTask;

                [WorkflowStep("pay", RiskTier.Low)]
                public partial Task<Session> {|GVN1012:PayAsync|}(Card {|GVN1012:card|}, Login {|GVN1012:login|});

                private Task<Session> PayCoreAsync(Card card, Login login) => Task.FromResult(new Session());
            }

            public sealed record Card(string Holder, string Cvv);

            public sealed class Login
            {
                /// <summary>Never logged.</summary>
                [Obsolete]
                public string? Pwd { get; set; }
            }

            public sealed class Session
            {
                public string? AccessToken;
            }
            """,
        FixedCode = """
            [GovernedWorkflow("access", Owner = "it-ops")]
            public sealed partial class AccessDesk(IStepGovernor governor)
            {
                [WorkflowStep("reset", RiskTier.Low)]
                public partial Task ResetAsync(string user, [Redacted] string password, Card card);

                private Task ResetCoreAsync(string user, string password, Card card) => Task.CompletedTask;

                [WorkflowStep("pay", RiskTier.Low)]
                public partial Task<Session> PayAsync(Card card, Login login);

                private Task<Session> PayCoreAsync(Card card, Login login) => Task.FromResult(new Session());
            }

            public sealed record Card(string Holder, [Redacted] string Cvv);

            public sealed class Login
            {
                /// <summary>Never logged.</summary>
                [Redacted]
                [Obsolete]
                public string? Pwd { get; set; }
            }

            public sealed class Session
            {
                [Redacted]
                public string? AccessToken;
            }
            """,
    }.RunAsync();
}
