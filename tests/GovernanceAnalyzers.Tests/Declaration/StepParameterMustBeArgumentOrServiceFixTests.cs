using GovernanceAnalyzers.CodeFixes.Declaration;
using GovernanceAnalyzers.Rules.Declaration;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class StepParameterMustBeArgumentOrServiceFixTests
{
    [Fact]
    public Task The_parameter_is_marked_at_the_step_and_not_at_its_body() => new RuleFixTest<StepParameterMustBeArgumentOrServiceAnalyzer, StepParameterMustBeArgumentOrServiceFix>
    {
        TestCode = """
            [GovernedWorkflow("claims", Owner = "claims-ops")]
            public sealed partial class ClaimDesk(IStepGovernor governor)
            {
                [WorkflowStep("import", RiskTier.Low)]
                public partial Task ImportAsync(
                    string batch,
                    // The scanned pages.
                    Stream {|GVN1018:pages|});

                private Task ImportCoreAsync(string batch, Stream pages) => Task.CompletedTask;
            }
            """,
        FixedCode = """
            [GovernedWorkflow("claims", Owner = "claims-ops")]
            public sealed partial class ClaimDesk(IStepGovernor governor)
            {
                [WorkflowStep("import", RiskTier.Low)]
                public partial Task ImportAsync(
                    string batch,
                    // The scanned pages.
                    [StepService] Stream pages);

                private Task ImportCoreAsync(string batch, Stream pages) => Task.CompletedTask;
            }
            """,
    }.RunAsync();

    [Fact]
    public Task The_import_is_written_where_it_lacks() => new RuleFixTest<StepParameterMustBeArgumentOrServiceAnalyzer, StepParameterMustBeArgumentOrServiceFix>
    {
        TestCode = """
            public static class Claims
            {
                [Governance.WorkflowStep("import", Governance.RiskTier.Low)]
                public static Task ImportAsync(this string batch, [System.ComponentModel.Description("each page")] Action<string> {|GVN1018:read|}) => Task.CompletedTask;
            }
            """,
        FixedCode = """
            public static class Claims
            {
                [Governance.WorkflowStep("import", Governance.RiskTier.Low)]
                public static Task ImportAsync(this string batch, [StepService][System.ComponentModel.Description("each page")] Action<string> read) => Task.CompletedTask;
            }
            """,
    }.RunAsync();
}
