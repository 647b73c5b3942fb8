using GovernanceAnalyzers.Rules.Declaration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class StepMustHaveKeyTests
{
    [Theory]
    [InlineData("{|#0:WorkflowStep|}(\"issue-refund\", RiskTier.High)", "(RefundRequest request, int days, CancellationToken ct)",
        "High step 'refunds/issue-refund' has no Key, so a retry asks a person again and a repeated request cannot be told from a new one: write Key = \"…\" from "
        + "what identifies the act, with any of {request.OrderId}, {request.Amount}, {request.Customer}, {days}")]
    [InlineData("WorkflowStep(\"issue-refund\", RiskTier.Medium, Key = {|#0:\"TODO\"|})", "()",
        "Medium step 'refunds/issue-refund' has no Key, for 'TODO' identifies nothing, so a retry asks a person again and a repeated request cannot be told from "
        + "a new one: write Key = \"…\" from what identifies the act")]
    [InlineData("WorkflowStep(\"issue-refund\", RiskTier.Medium, Key = {|#0:\"  \"|})", "(string a, string b, string c, string d, string e, string f)",
        "Medium step 'refunds/issue-refund' has no Key, so a retry asks a person again and a repeated request cannot be told from a new one: write Key = \"…\" from "
        + "what identifies the act, with any of {a}, {b}, {c}, {d}, {e}")]
    public Task A_step_without_a_key_is_reported(string attribute, string parameters, string says) => new StepTest<StepMustHaveKeyAnalyzer>
    {
        Members = Plumbed(attribute, parameters),
        ExpectedDiagnostics = { new DiagnosticResult("GVN1019", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(says) },
    }.RunAsync();

    [Theory]
    [InlineData("WorkflowStep(\"issue-refund\", RiskTier.High, Key = \"{x}\")", "(string x)")]
    [InlineData("WorkflowStep(\"issue-refund\", RiskTier.Medium, Key = \"books-of-the-year\")", "()")]
    [InlineData("WorkflowStep(\"issue-refund\", RiskTier.Medium, Key = \"{x.Length}\")", "(string x)")]
    [InlineData("WorkflowStep(\"issue-refund\", RiskTier.Low)", "(string x)")]
    [InlineData("WorkflowStep(\"issue-refund\")", "(string x)")]
    public Task A_step_that_has_one_or_needs_none_is_fine(string attribute, string parameters)
        => new StepTest<StepMustHaveKeyAnalyzer> { Members = Plumbed(attribute, parameters) }.RunAsync();

    [Fact]
    public Task A_self_governed_step_hands_its_key_over_itself() => new StepTest<StepMustHaveKeyAnalyzer>
    {
        Members = "[WorkflowStep(\"issue-refund\", RiskTier.High)] public Task IssueRefundAsync(string x) => Task.CompletedTask;",
    }.RunAsync();

    [Theory]
    [InlineData("2027-01-31", "WorkflowStep")]
    [InlineData("2027-02-15", "[|WorkflowStep|]")]
    public Task A_waiver_holds_while_it_is_due(string today, string attribute) => new StepTest<StepMustHaveKeyAnalyzer>
    {
        BuildProperties = { ["GovernanceDate"] = today },
        Members = "[GovernanceWaiver(\"GVN1019\", Reason = \"every call is meant\", ApprovedBy = \"risk-office\", Until = \"2027-01-31\")]\n"
            + Plumbed(attribute + "(\"issue-refund\", RiskTier.High)", "(string x)"),
    }.RunAsync();

    [Theory]
    [InlineData("[WorkflowStep(\"issue-refund\", RiskTier.High, Key = ")]
    [InlineData("[WorkflowStep(\"issue-refund\", RiskTier.High, Key = \"{x")]
    [InlineData("[WorkflowStep(\"issue-refund\", RiskTier.High, ")]
    public Task While_it_is_typed_nothing_is_said(string typed) => new RuleTest<StepMustHaveKeyAnalyzer>
    {
        TestCode = "public partial class Desk { " + typed + "\n}",
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    private static string Plumbed(string attribute, string parameters)
        => $"[{attribute}] public partial Task IssueRefundAsync{parameters};\nprivate Task IssueRefundCoreAsync{parameters} => Task.CompletedTask;";
}
