using GovernanceAnalyzers.CodeFixes.Declaration;
using GovernanceAnalyzers.Rules.Declaration;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class DeclarationMustHaveEffectFixTests
{
    [Fact]
    public Task What_has_no_effect_goes_and_a_step_gets_a_workflow() => new RuleFixTest<DeclarationMustHaveEffectAnalyzer, DeclarationMustHaveEffectFix>
    {
        TestCode = """
            /// <summary>The desk.</summary>
            [{|GVN1014:Review|}("authority")]
            [{|GVN1014:Baseline|}("cycle-time", 6), Obsolete]
            public class Desk(int count)
            {
                /// <summary>Asks.</summary>
                [{|GVN1014:HumanConfirmation|}] // to be written
                public void Ask([{|GVN1014:Redacted|}] string pin, [System.ComponentModel.Description("a log"), {|GVN1014:StepService|}] Stream log) => Count++;

                [{|GVN1014:WorkflowStep|}("triage", RiskTier.Low, Owner = "ops", Rollback = {|GVN1014:nameof(Forget)|})]
                public Task TriageAsync()
                {
                    Count++;
                    return Task.CompletedTask;
                }

                [{|GVN1014:WorkflowStep|}("close", RiskTier.Low)]
                public Task CloseAsync() => Task.CompletedTask;

                private Task Forget()
                {
                    Count--;
                    return Task.CompletedTask;
                }

                private int Count { get; set; } = count;
            }

            [{|GVN1014:GovernedWorkflow|}("empty", Owner = "ops")]
            public class Empty;
            """,
        FixedCode = """
            /// <summary>The desk.</summary>
            [Obsolete]
            [GovernedWorkflow("desk")]
            public class Desk(int count)
            {
                /// <summary>Asks.</summary>
                public void Ask(string pin, [System.ComponentModel.Description("a log")] Stream log) => Count++;

                [WorkflowStep("triage", RiskTier.Low, Owner = "ops")]
                public Task TriageAsync()
                {
                    Count++;
                    return Task.CompletedTask;
                }

                [WorkflowStep("close", RiskTier.Low)]
                public Task CloseAsync() => Task.CompletedTask;

                private Task Forget()
                {
                    Count--;
                    return Task.CompletedTask;
                }

                private int Count { get; set; } = count;
            }

            public class Empty;
            """,
    }.RunAsync();
}
