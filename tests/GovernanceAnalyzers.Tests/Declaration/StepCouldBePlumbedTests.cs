using GovernanceAnalyzers.Rules.Declaration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class StepCouldBePlumbedTests
{
    private const string Attribute = "[WorkflowStep(\"triage\", RiskTier.Low)] ";

    [Theory]
    [InlineData("public Task {|#0:TriageAsync|}(string id) => Task.CompletedTask;")]
    [InlineData("public async ValueTask<int> {|#0:TriageAsync|}(string id, CancellationToken ct = default) { await Task.Yield(); return 1; }")]
    [InlineData("Task {|#0:TriageAsync|}<T>(T id) where T : class => api.ReadAsync(\"a\");")]
    [InlineData("public static Task {|#0:TriageAsync|}(in int id) => Task.CompletedTask;")]
    public Task A_step_that_writes_no_control_is_pointed_out(string step) => Test(step, "TriageCoreAsync");

    [Fact]
    public Task So_is_one_in_classes_that_are_not_partial_yet_and_of_any_tier() => new RuleTest<StepCouldBePlumbedAnalyzer>
    {
        TestCode = """
            public class Outer
            {
                [GovernedWorkflow("refunds")]
                public class Desk
                {
                    [WorkflowStep("triage", RiskTier.High)]
                    public Task [|TriageAsync|]() => Task.CompletedTask;
                }
            }
            """,
    }.RunAsync();

    [Theory]
    [InlineData("public Task TriageAsync(string id) => api.PayAsync(id);")]
    [InlineData("public async Task TriageAsync(string id) { if (await ask.AskAsync(id)) { await api.PayAsync(id); } }")]
    [InlineData("public Task TriageAsync(string id) => audit.WriteAsync(id);")]
    [InlineData("public Task TriageAsync(string id) => api.AskModelAsync(id);")]
    [InlineData("public partial Task TriageAsync(string id); private Task TriageCoreAsync(string id) => Task.CompletedTask;")]
    [InlineData("public partial Task TriageAsync(string id); public partial Task TriageAsync(string id) => Task.CompletedTask;")]
    [InlineData("public Task TriageAsync(string id) => TriageCoreAsync(id); private Task TriageCoreAsync(string id) => Task.CompletedTask;")]
    [InlineData("public int Triage(string id) => 1;")]
    [InlineData("public async void Triage(string id) => await Task.Yield();")]
    [InlineData("public Task TriageAsync(ref int id) => Task.CompletedTask;")]
    [InlineData("public Task TriageAsync(Stream id) => Task.CompletedTask;")]
    [InlineData("public async IAsyncEnumerable<int> TriageAsync() { await Task.Yield(); yield return 1; }")]
    public Task One_with_a_control_an_action_or_another_shape_is_not(string step) => Test(step, null);

    [Theory]
    [InlineData("public struct Desk { [WorkflowStep(\"a\", RiskTier.Low)] public Task M() => Task.CompletedTask; }")]
    [InlineData("file class Desk { [WorkflowStep(\"a\", RiskTier.Low)] public Task M() => Task.CompletedTask; }")]
    [InlineData("public class Desk { [WorkflowStep(\"a\", RiskTier.Low)] public virtual Task M() => Task.CompletedTask; }")]
    [InlineData("[GovernedWorkflow(\"x\")] public interface IDesk { [WorkflowStep(\"a\", RiskTier.Low)] Task M() => Task.CompletedTask; }")]
    public Task Nor_is_one_in_a_place_that_cannot_hold_it(string code) => new RuleTest<StepCouldBePlumbedAnalyzer> { TestCode = code }.RunAsync();

    [Fact]
    public Task What_is_said_by_GVN2001_is_not_said_again_where_that_is_waived()
        => Test("[GovernanceWaiver(\"GVN2001\", Reason = \"r\", ApprovedBy = \"risk-office\", Until = \"2027-01-31\")] public Task TriageAsync(string id) => api.PayAsync(id);", null);

    [Theory]
    [InlineData("2027-01-31", "TriageAsync")]
    [InlineData("2027-02-15", "[|TriageAsync|]")]
    public Task A_waiver_holds_while_it_is_due(string today, string name) => new StepTest<StepCouldBePlumbedAnalyzer>
    {
        BuildProperties = { ["GovernanceDate"] = today },
        Members = "[GovernanceWaiver(\"GVN1013\", Reason = \"it is called a million times\", ApprovedBy = \"risk-office\", Until = \"2027-01-31\")]\n"
            + Attribute + "public Task " + name + "() => Task.CompletedTask;",
    }.RunAsync();

    [Theory]
    [InlineData("[WorkflowStep(\"a\", RiskTier.] public Task M() => Task.CompletedTask;")]
    [InlineData("[WorkflowStep(\"a\", RiskTier.Low)] public Task M(")]
    [InlineData("[WorkflowStep(\"a\", RiskTier.Low)] public M() => Task.CompletedTask;")]
    public Task While_it_is_typed_nothing_is_said(string typed) => new RuleTest<StepCouldBePlumbedAnalyzer>
    {
        TestCode = "public partial class Desk { " + typed + "\n}",
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    private static Task Test(string step, string? core)
    {
        var test = new RuleTest<StepCouldBePlumbedAnalyzer>
        {
            BuildProperties = { ["GovernanceDate"] = "2026-11-25" },
            TestCode = $$"""
                [GovernedWorkflow("refunds", Owner = "payments-ops")]
                public sealed partial class Desk(IApi api, IAsk ask, IAudit audit, IStepGovernor governor)
                {
                    public object[] All => [api, ask, audit, governor];
                    {{Attribute}}{{step}}
                }

                public interface IApi
                {
                    Task ReadAsync(string id);
                    [ConsequentialAction("payment.commit", RiskTier.High)] Task PayAsync(string id);
                    [ConsequentialAction("model.invoke", RiskTier.Low)] Task AskModelAsync(string id);
                }

                public interface IAsk { [HumanConfirmation] Task<bool> AskAsync(string id); }
                public interface IAudit { [RecordsAction(RecordMoment.Intent)] Task WriteAsync(string id); }
                """,
        };
        if (core is not null)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN1013", DiagnosticSeverity.Info).WithLocation(0).WithMessage(
                $"Step 'refunds/triage' writes no control itself, so its calls are on no record: make it a partial method whose private '{core}' does the work, and the controls are generated"));
        }

        return test.RunAsync();
    }
}
