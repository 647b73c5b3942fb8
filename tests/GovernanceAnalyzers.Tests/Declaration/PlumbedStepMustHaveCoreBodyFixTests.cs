using GovernanceAnalyzers.CodeFixes.Declaration;
using GovernanceAnalyzers.Rules.Declaration;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class PlumbedStepMustHaveCoreBodyFixTests
{
    [Fact]
    public Task Missing_bodies_are_generated() => new RuleFixTest<PlumbedStepMustHaveCoreBodyAnalyzer, PlumbedStepMustHaveCoreBodyFix>
    {
        TestCode = """
            public sealed partial class Desk(IStepGovernor governor)
            {
                /// <summary>Issues.</summary>
                [WorkflowStep("issue", RiskTier.High)]
                public partial Task<StepOutcome<string>> {|GVN1009:IssueAsync|}(string? order, List<(int A, string B)> lines, CancellationToken ct = default);

                [WorkflowStep("close", RiskTier.Low)]
                public partial ValueTask {|GVN1009:Close|}(params int[] @class);

                [WorkflowStep("read", RiskTier.Low)]
                public partial IAsyncEnumerable<string?> {|GVN1009:ReadAsync|}(in int most);

                public void Other() { }
            }
            """,
        FixedCode = """
            public sealed partial class Desk(IStepGovernor governor)
            {
                /// <summary>Issues.</summary>
                [WorkflowStep("issue", RiskTier.High)]
                public partial Task<StepOutcome<string>> IssueAsync(string? order, List<(int A, string B)> lines, CancellationToken ct = default);

                private Task<string> IssueCoreAsync(string? order, List<(int A, string B)> lines, CancellationToken ct)
                {
                    throw new NotImplementedException();
                }

                [WorkflowStep("close", RiskTier.Low)]
                public partial ValueTask Close(params int[] @class);

                private ValueTask CloseCore(int[] @class)
                {
                    throw new NotImplementedException();
                }

                [WorkflowStep("read", RiskTier.Low)]
                public partial IAsyncEnumerable<string?> ReadAsync(in int most);

                private IAsyncEnumerable<string?> ReadCoreAsync(int most)
                {
                    throw new NotImplementedException();
                }

                public void Other() { }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task Types_are_qualified_where_the_file_has_no_using() => new RuleFixTest<PlumbedStepMustHaveCoreBodyAnalyzer, PlumbedStepMustHaveCoreBodyFix>
    {
        TestState = { Sources = { """
            namespace Other { public sealed record Order(string Id); }
            """, """
            namespace Desks;

            public sealed partial class Desk(IStepGovernor governor)
            {
                [WorkflowStep("issue", RiskTier.High)]
                public partial Task {|GVN1009:IssueAsync|}(Other.Order order);
            }
            """ } },
        FixedState = { Sources = { """
            namespace Other { public sealed record Order(string Id); }
            """, """
            namespace Desks;

            public sealed partial class Desk(IStepGovernor governor)
            {
                [WorkflowStep("issue", RiskTier.High)]
                public partial Task IssueAsync(Other.Order order);

                private Task IssueCoreAsync(Other.Order order)
                {
                    throw new NotImplementedException();
                }
            }
            """ } },
    }.RunAsync();

    [Theory]
    [InlineData("public Task {|GVN1009:IssueCoreAsync|}(string order) => Task.CompletedTask;", "private Task IssueCoreAsync(string order) => Task.CompletedTask;")]
    [InlineData("internal static Task {|GVN1009:IssueCoreAsync|}(string order) => Task.CompletedTask;", "private Task IssueCoreAsync(string order) => Task.CompletedTask;")]
    [InlineData("// why\n    Task {|GVN1009:IssueCoreAsync|}() => Task.CompletedTask;", "// why\n    Task IssueCoreAsync(string order) => Task.CompletedTask;")]
    [InlineData("private Task {|GVN1009:IssueCoreAsync|}(int unused, string name) => Task.FromResult(name);", "private Task IssueCoreAsync(string name) => Task.FromResult(name);")]
    [InlineData("private Task {|GVN1009:IssueCoreAsync|}(StepRun run, string order) => Task.FromResult(run);", "private Task IssueCoreAsync(string order, StepRun run) => Task.FromResult(run);")]
    [InlineData("private void {|GVN1009:IssueCoreAsync|}(string order) => Console.WriteLine(order);", """
        private Task IssueCoreAsync(string order)
            {
                Console.WriteLine(order);
                return Task.CompletedTask;
            }
        """)]
    [InlineData("""
        private void {|GVN1009:IssueCoreAsync|}(string order)
            {
                if (order == "")
                {
                    return;
                }

                Action log = () => { return; };
                log();
            }
        """, """
        private Task IssueCoreAsync(string order)
            {
                if (order == "")
                {
                    return Task.CompletedTask;
                }

                Action log = () => { return; };
                log();
                return Task.CompletedTask;
            }
        """)]
    public Task A_signature_is_corrected(string core, string corrected) => new RuleFixTest<PlumbedStepMustHaveCoreBodyAnalyzer, PlumbedStepMustHaveCoreBodyFix>
    {
        TestCode = Desk("Task", core),
        FixedCode = Desk("Task", corrected),
    }.RunAsync();

    [Theory]
    [InlineData("private int {|GVN1009:IssueCoreAsync|}(string order) => order.Length;", "private Task<int> IssueCoreAsync(string order) => Task.FromResult(order.Length);")]
    [InlineData("private int {|GVN1009:IssueCoreAsync|}(string order) => throw new NotSupportedException();", "private Task<int> IssueCoreAsync(string order) => throw new NotSupportedException();")]
    [InlineData("private int {|GVN1009:IssueCoreAsync|}(string order) { return 1; }", "private Task<int> IssueCoreAsync(string order) { return Task.FromResult(1); }")]
    public Task A_result_is_wrapped(string core, string corrected) => new RuleFixTest<PlumbedStepMustHaveCoreBodyAnalyzer, PlumbedStepMustHaveCoreBodyFix>
    {
        TestCode = Desk("Task<int>", core),
        FixedCode = Desk("Task<int>", corrected),
    }.RunAsync();

    [Theory]
    [InlineData("private Task {|GVN1009:IssueCoreAsync|}(int amount) => Task.Delay(amount);")]
    [InlineData("private Task<int> {|GVN1009:IssueCoreAsync|}(string order) => Task.FromResult(1);")]
    [InlineData("private Task {|GVN1009:IssueCoreAsync|}(int a) => Task.CompletedTask; private Task IssueCoreAsync(long a) => Task.CompletedTask;")]
    public Task What_a_body_needs_is_not_taken_from_it(string core) => new RuleFixTest<PlumbedStepMustHaveCoreBodyAnalyzer, PlumbedStepMustHaveCoreBodyFix>
    {
        TestCode = Desk("Task", core),
    }.RunAsync();

    private static string Desk(string type, string core) => $$"""
        public sealed partial class Desk(IStepGovernor governor)
        {
            [WorkflowStep("issue", RiskTier.High)]
            public partial {{type}} IssueAsync(string order);

            {{core}}
        }
        """;
}
