using GovernanceAnalyzers.CodeFixes.Declaration;
using GovernanceAnalyzers.Rules.Declaration;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class StepCouldBePlumbedFixTests
{
    [Fact]
    public Task The_body_moves_and_everything_else_stays() => new RuleFixTest<StepCouldBePlumbedAnalyzer, StepCouldBePlumbedFix>
    {
        TestCode = """
            public class Outer
            {
                /// <summary>The desk.</summary>
                [GovernedWorkflow("refunds")]
                public class Desk(List<string> seen)
                {
                    /// <summary>Reads a case.</summary>
                    [WorkflowStep("triage", RiskTier.Low)] // the first step
                    public async Task<int> {|GVN1013:TriageAsync|}(string id, [Obsolete2] int times = 1, CancellationToken ct = default)
                    {
                        // Slowly.
                        await Task.Delay(times, ct);
                        return seen.Count;
                    }

                    [WorkflowStep("note", RiskTier.Low)]
                    Task {|GVN1013:NoteAsync|}<T>(T what)
                        where T : class
                        => Task.FromResult(what);
                }
            }

            public sealed class Obsolete2Attribute : Attribute;
            """,
        FixedCode = """
            public partial class Outer
            {
                /// <summary>The desk.</summary>
                [GovernedWorkflow("refunds")]
                public partial class Desk(List<string> seen, IStepGovernor governor)
                {
                    /// <summary>Reads a case.</summary>
                    [WorkflowStep("triage", RiskTier.Low)] // the first step
                    public partial Task<int> TriageAsync(string id, [Obsolete2] int times = 1, CancellationToken ct = default);

                    private async Task<int> TriageCoreAsync(string id, int times, CancellationToken ct)
                    {
                        // Slowly.
                        await Task.Delay(times, ct);
                        return seen.Count;
                    }

                    [WorkflowStep("note", RiskTier.Low)]
                    private partial Task NoteAsync<T>(T what)
                        where T : class;

                    private Task NoteCoreAsync<T>(T what)
                        where T : class
                        => Task.FromResult(what);
                }
            }

            public sealed class Obsolete2Attribute : Attribute;
            """,
    }.RunAsync();

    [Theory]
    [InlineData("public static class Desk { [WorkflowStep(\"a\", RiskTier.Low)] public static Task {|GVN1013:MAsync|}() => Task.CompletedTask; }")]
    [InlineData("public class Desk(IStepGovernor one) { private readonly IStepGovernor _two = one; public IStepGovernor Three => _two; [WorkflowStep(\"a\", RiskTier.Low)] public Task {|GVN1013:MAsync|}() => Task.CompletedTask; }")]
    [InlineData("public class Desk { public Desk() { } public Desk(int a) { } [WorkflowStep(\"a\", RiskTier.Low)] public Task {|GVN1013:MAsync|}() => Task.CompletedTask; }")]
    [InlineData("public class Desk(IStepGovernor governor) { public object It => governor; [WorkflowStep(\"a\", RiskTier.Low)] public unsafe Task {|GVN1013:MAsync|}() => Task.CompletedTask; }")]
    public Task Where_no_governor_can_be_reached_nothing_is_offered(string code)
        => new RuleFixTest<StepCouldBePlumbedAnalyzer, StepCouldBePlumbedFix> { TestCode = code }.RunAsync();
}
