using GovernanceAnalyzers.Rules.Stages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Stages;

public sealed class WorkflowMustHaveBaselinesTests
{
    private const string Incomplete = "no baseline that has a unit, a target and a kill value: success and failure are declared before data is collected";

    private const string Figures = """
        [Baseline("cycle-time", 6.2, Unit = "h", Target = 2.5, Kill = 8)]
        [Baseline("error-rate", 3)]
        [Baseline("rework-rate", NotApplicable = "nothing is done twice")]
        [Baseline("cost-per-unit")]
        """;

    [Fact]
    public Task A_stage_shows_everything_that_is_missing_at_once() => Test("WorkflowStage.Pilot", "", Incomplete, Lacks("cycle-time"), Lacks("error-rate"),
        Lacks("rework-rate"), Lacks("cost-per-unit"));

    [Theory]
    [InlineData("Unit = \"h\", ", "Unit = \"\", ")]
    [InlineData("Unit = \"h\", ", "")]
    [InlineData("Target = 2.5, ", "")]
    [InlineData(", Kill = 8", "")]
    [InlineData("6.2, Unit = \"h\", Target = 2.5, Kill = 8", "NotApplicable = \"salaried\"")]
    public Task A_baseline_that_decides_nothing_is_none(string instead, string of) => Test("WorkflowStage.Optimize", Figures.Replace(instead, of), Incomplete);

    [Theory]
    [InlineData("WorkflowStage.Pilot", Figures)]
    [InlineData("WorkflowStage.Deploy", Figures)]
    [InlineData("WorkflowStage.Unspecified", "")]
    [InlineData("(WorkflowStage)77", "")]
    public Task With_its_figures_or_without_a_stage_it_is_fine(string stage, string baselines) => Test(stage, baselines);

    private static string Lacks(string figure)
        => $"no baseline '{figure}': write [Baseline(\"{figure}\", …)] with its value, or with NotApplicable = \"why\"";

    private static Task Test(string stage, string baselines, params string[] lacks)
    {
        var test = new RuleTest<WorkflowMustHaveBaselinesAnalyzer>
        {
            TestCode = $"[GovernedWorkflow(\"refunds\", Stage = {{|#0:{stage}|}})]\n{baselines}\npublic sealed class RefundDesk {{ }}",
        };
        test.ExpectedDiagnostics.AddRange(lacks.Select(lack => new DiagnosticResult("GVN4001", DiagnosticSeverity.Error).WithLocation(0)
            .WithMessage($"Workflow 'refunds' is in stage {stage.Split('.')[^1]} and has {lack}")));
        return test.RunAsync();
    }
}
