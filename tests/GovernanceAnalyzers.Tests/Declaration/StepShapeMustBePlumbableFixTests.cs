using GovernanceAnalyzers.CodeFixes.Declaration;
using GovernanceAnalyzers.Rules.Declaration;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class StepShapeMustBePlumbableFixTests
{
    [Fact]
    public Task The_types_are_made_partial() => new RuleFixTest<StepShapeMustBePlumbableAnalyzer, StepShapeMustBePlumbableFix>
    {
        // Without partial, C# itself forbids the implementing part, and the generator says so too.
        DisabledDiagnostics = { "CS0751", "CS8795", "CS0260" },
        TestState =
        {
            Sources =
            {
                """
                // Outer.
                class Outer
                {
                    public sealed class Desk(IStepGovernor governor)
                    {
                        [WorkflowStep("a", RiskTier.Low)]
                        public partial Task {|#0:A|}(string order);

                        private Task ACore(string order) => Task.CompletedTask;

                        [WorkflowStep("b", RiskTier.Low)]
                        public partial Task {|#1:B|}(string order);

                        private Task BCore(string order) => Task.CompletedTask;
                    }
                }
                """,
            },
            ExpectedDiagnostics = { AnalyzerSays(0), AnalyzerSays(1), GeneratorSays, GeneratorSays },
        },
        FixedCode = """
            // Outer.
            partial class Outer
            {
                public sealed partial class Desk(IStepGovernor governor)
                {
                    [WorkflowStep("a", RiskTier.Low)]
                    public partial Task A(string order);

                    private Task ACore(string order) => Task.CompletedTask;

                    [WorkflowStep("b", RiskTier.Low)]
                    public partial Task B(string order);

                    private Task BCore(string order) => Task.CompletedTask;
                }
            }
            """,
    }.RunAsync();

    [Theory]
    [InlineData("public partial {|GVN1010:int|} Issue(string order);", "public partial Task<int> Issue(string order);")]
    [InlineData("public partial {|GVN1010:void|} Issue(string order);", "public partial Task Issue(string order);")]
    [InlineData("/* why */ partial {|GVN1010:void|} Issue(string order);", "/* why */ private partial Task Issue(string order);")]
    public Task The_step_is_made_to_return_a_task(string step, string corrected) => new RuleFixTest<StepShapeMustBePlumbableAnalyzer, StepShapeMustBePlumbableFix>
    {
        TestCode = Desk(step),
        FixedCode = Desk(corrected),
    }.RunAsync();

    [Fact]
    public Task Its_body_goes_along() => new RuleFixTest<StepShapeMustBePlumbableAnalyzer, StepShapeMustBePlumbableFix>
    {
        TestCode = Desk("public partial {|GVN1010:int|} Issue(string order);\n\n    private int IssueCore(string order) => order.Length;"),
        FixedCode = Desk("public partial Task<int> Issue(string order);\n\n    private Task<int> IssueCore(string order) => Task.FromResult(order.Length);"),
    }.RunAsync();

    [Fact]
    public Task An_override_is_sealed() => new RuleFixTest<StepShapeMustBePlumbableAnalyzer, StepShapeMustBePlumbableFix>
    {
        TestCode = Override("public override partial Task {|GVN1010:Issue|}(string order);"),
        FixedCode = Override("public sealed override partial Task Issue(string order);"),
    }.RunAsync();

    [Theory]
    [InlineData("public partial Task Issue({|GVN1010:ref|} string order);")]
    [InlineData("public partial Task Issue(Span<int> {|GVN1010:order|});")]
    public Task Another_design_is_not_for_a_fix_to_find(string step) => new RuleFixTest<StepShapeMustBePlumbableAnalyzer, StepShapeMustBePlumbableFix>
    {
        TestCode = Desk(step.Replace("{|GVN1010:ref|} string order", "ref string {|GVN1010:order|}")),
    }.RunAsync();

    private static Microsoft.CodeAnalysis.Testing.DiagnosticResult GeneratorSays
        => Microsoft.CodeAnalysis.Testing.DiagnosticResult.CompilerError("GVN1010");

    private static Microsoft.CodeAnalysis.Testing.DiagnosticResult AnalyzerSays(int place) => GeneratorSays.WithLocation(place);

    private static string Desk(string step) => $$"""
        public sealed partial class Desk(IStepGovernor governor)
        {
            [WorkflowStep("issue", RiskTier.High)]
            {{step}}
        }
        """;

    private static string Override(string step) => $$"""
        public abstract class Base
        {
            public abstract Task Issue(string order);
        }

        public partial class Desk(IStepGovernor governor) : Base
        {
            [WorkflowStep("issue", RiskTier.High)]
            {{step}}

            private Task IssueCore(string order) => Task.CompletedTask;
        }
        """;
}
