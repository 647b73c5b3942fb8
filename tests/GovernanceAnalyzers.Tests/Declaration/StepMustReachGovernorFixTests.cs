using GovernanceAnalyzers.CodeFixes.Declaration;
using GovernanceAnalyzers.Rules.Declaration;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class StepMustReachGovernorFixTests
{
    [Theory]
    [InlineData("public sealed partial class Desk\n{", "public sealed partial class Desk(IStepGovernor governor)\n{")]
    [InlineData("public sealed partial class Desk<T> where T : class\n{", "public sealed partial class Desk<T>(IStepGovernor governor) where T : class\n{")]
    [InlineData("public sealed partial class Desk : IDisposable\n{\n    public void Dispose() { }\n", "public sealed partial class Desk(IStepGovernor governor) : IDisposable\n{\n    public void Dispose() { }\n")]
    [InlineData("public sealed partial class Desk(string name)\n{\n    public string Name => name;\n", "public sealed partial class Desk(string name, IStepGovernor governor)\n{\n    public string Name => name;\n")]
    [InlineData("public sealed partial class Desk(string name = \"\")\n{\n    public string Name => name;\n", "public sealed partial class Desk(IStepGovernor governor, string name = \"\")\n{\n    public string Name => name;\n")]
    [InlineData("public sealed partial record Desk(string Name)\n{", "public sealed partial record Desk(string Name, IStepGovernor Governor)\n{")]
    [InlineData("""
        public sealed partial class Desk
        {
            private readonly string _name;

            public Desk(string name)
            {
                _name = name;
            }

            public string Name => _name;
        """, """
        public sealed partial class Desk
        {
            private readonly IStepGovernor _governor;
            private readonly string _name;

            public Desk(string name, IStepGovernor governor)
            {
                _governor = governor;
                _name = name;
            }

            public string Name => _name;
        """)]
    public Task The_type_gets_a_governor_once_for_all_its_steps(string type, string corrected) => new RuleFixTest<StepMustReachGovernorAnalyzer, StepMustReachGovernorFix>
    {
        TestCode = Desk(type, "{|GVN1011:A|}", "{|GVN1011:B|}"),
        FixedCode = Desk(corrected, "A", "B"),
    }.RunAsync();

    [Fact]
    public Task A_static_step_and_its_core_body_get_a_parameter() => new RuleFixTest<StepMustReachGovernorAnalyzer, StepMustReachGovernorFix>
    {
        TestCode = """
            public static partial class Desk
            {
                [WorkflowStep("a", RiskTier.Low)]
                public static partial Task {|GVN1011:A|}(string order, CancellationToken ct = default);

                private static Task ACore(string order, CancellationToken ct) => Task.CompletedTask;

                [WorkflowStep("b", RiskTier.Low)]
                public static partial Task {|GVN1011:B|}(string order, CancellationToken ct);

                private static Task BCore(string order, StepRun run, CancellationToken ct) => Task.CompletedTask;

                [WorkflowStep("c", RiskTier.Low)]
                public static partial Task {|GVN1011:C|}();

                private static Task CCore() => Task.CompletedTask;
            }
            """,
        FixedCode = """
            public static partial class Desk
            {
                [WorkflowStep("a", RiskTier.Low)]
                public static partial Task A(string order, IStepGovernor governor, CancellationToken ct = default);

                private static Task ACore(string order, IStepGovernor governor, CancellationToken ct) => Task.CompletedTask;

                [WorkflowStep("b", RiskTier.Low)]
                public static partial Task B(string order, IStepGovernor governor, CancellationToken ct);

                private static Task BCore(string order, IStepGovernor governor, StepRun run, CancellationToken ct) => Task.CompletedTask;

                [WorkflowStep("c", RiskTier.Low)]
                public static partial Task C(IStepGovernor governor);

                private static Task CCore(IStepGovernor governor) => Task.CompletedTask;
            }
            """,
    }.RunAsync();

    [Theory]
    [InlineData("public sealed partial class Desk(IStepGovernor one, IStepGovernor two)\n{\n    public object Both => (one, two);\n")]
    [InlineData("public sealed partial class Desk\n{\n    public Desk() { }\n\n    public Desk(int a) { }\n")]
    public Task A_choice_is_left_to_a_person(string type) => new RuleFixTest<StepMustReachGovernorAnalyzer, StepMustReachGovernorFix>
    {
        TestCode = Desk(type, "{|GVN1011:A|}", "{|GVN1011:B|}"),
    }.RunAsync();

    private static string Desk(string type, string a, string b) => $$"""
        {{type}}
            [WorkflowStep("a", RiskTier.Low)]
            public partial Task {{a}}(string order);

            private Task ACore(string order) => Task.CompletedTask;

            [WorkflowStep("b", RiskTier.Low)]
            public partial Task {{b}}(string order);

            private Task BCore(string order) => Task.CompletedTask;
        }
        """;
}
