using GovernanceAnalyzers.Rules.Declaration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class WorkflowMustBeOnTimeTests
{
    [Fact]
    public Task A_sunset_that_has_passed_is_reported() => Test(
        "[Sunset({|#0:\"2026-11-24\"|})]", "2026-11-25",
        "Workflow 'refunds': its sunset was on 2026-11-24; decide about it, and write the new date or take it out");

    [Fact]
    public Task A_review_that_is_overdue_is_reported() => Test(
        "[Review(\"authority\", EveryDays = 90, Last = {|#0:\"2026-08-26\"|})]", "2026-11-25",
        "Workflow 'refunds': its review 'authority' was last on 2026-08-26 and is due every 90 days; hold it, and write its day");

    [Theory]
    [InlineData("[Sunset(\"2026-11-25\")]", "2026-11-25")] // The last day belongs to it.
    [InlineData("[Sunset(\"2026-11-24\")]", "")] // No date is judged by the compiler.
    [InlineData("[Sunset(\"soon\")]", "2026-11-25")] // GVN1015's.
    [InlineData("[Review(\"authority\", EveryDays = 90, Last = \"2026-08-27\")]", "2026-11-25")]
    [InlineData("[Review(\"authority\", EveryDays = 90)]", "2026-11-25")]
    [InlineData("[Review(\"authority\", EveryDays = 0, Last = \"2020-01-01\")]", "2026-11-25")]
    [InlineData("[Review(\"authority\", EveryDays = int.MaxValue, Last = \"2020-01-01\")]", "9999-12-31")]
    public Task What_is_not_due_is_fine(string attribute, string today) => Test(attribute, today, null);

    private static Task Test(string attribute, string today, string? says)
    {
        var test = new RuleTest<WorkflowMustBeOnTimeAnalyzer>
        {
            TestCode = $$"""
                [GovernedWorkflow("refunds")]
                {{attribute}}
                public sealed class RefundDesk
                {
                }
                """,
            BuildProperties = { ["GovernanceDate"] = today },
        };
        if (says is not null)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN1016", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(says));
        }

        return test.RunAsync();
    }
}
