using GovernanceAnalyzers.Rules.Declaration;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class GovernanceIdMustBeWellFormedTests
{
    [Theory]
    [InlineData("Issue Refund", "issue-refund")]
    [InlineData("issueRefund", "issue-refund")]
    [InlineData("issue_refund", "issue-refund")]
    [InlineData("issue--refund", "issue-refund")]
    [InlineData("-issue", "issue")]
    [InlineData("issue.", "issue")]
    [InlineData("eu/issue", "eu-issue")]
    [InlineData("EU.IssueRefund", "eu.issue-refund")]
    [InlineData("2-issue", "issue")]
    [InlineData("issue\\n", "issue")]
    [InlineData("", "issue-refund")]
    [InlineData("  ", "issue-refund")]
    [InlineData("返金", "issue-refund")]
    public Task Anything_but_plain_lower_case_words_is_reported(string id, string suggestion) => new StepTest<GovernanceIdMustBeWellFormedAnalyzer>
    {
        TestCode = "public class RefundDesk { [WorkflowStep({|#0:\"" + id + "\"|}, RiskTier.Low)] public Task IssueRefundAsync() => Task.CompletedTask; }",
        Says = $"'{id.Replace("\\n", "\n")}' is no step id, which is lower-case words of a-z and 0-9, joined by '-' or '.': write \"{suggestion}\"",
    }.RunAsync();

    [Theory]
    [InlineData("IssueRefundAsync", "issue-refund")]
    [InlineData("IssueRefund", "issue-refund")]
    [InlineData("Issue", "issue")]
    [InlineData("Async", "async")]
    public Task Where_nothing_of_it_is_left_the_methods_name_is_suggested(string method, string suggestion) => new StepTest<GovernanceIdMustBeWellFormedAnalyzer>
    {
        TestCode = $$"""public class RefundDesk { [WorkflowStep({|#0:"!"|}, RiskTier.Low)] public Task {{method}}() => Task.CompletedTask; }""",
        Says = $"'!' is no step id, which is lower-case words of a-z and 0-9, joined by '-' or '.': write \"{suggestion}\"",
    }.RunAsync();

    [Fact]
    public Task A_workflows_id_too() => new StepTest<GovernanceIdMustBeWellFormedAnalyzer>
    {
        TestCode = """[GovernedWorkflow({|#0:"Refunds"|})] public partial class RefundDesk { } public partial class RefundDesk { }""",
        Says = "'Refunds' is no workflow id, which is lower-case words of a-z and 0-9, joined by '-' or '.': write \"refunds\"",
    }.RunAsync();

    [Fact]
    public Task A_named_argument_in_another_place_is_found() => new RuleTest<GovernanceIdMustBeWellFormedAnalyzer>
    {
        TestCode = """public class Desk { [WorkflowStep(tier: RiskTier.Low, id: [|"Triage"|])] public Task TriageAsync() => Task.CompletedTask; }""",
    }.RunAsync();

    [Theory]
    [InlineData("refunds")]
    [InlineData("issue-refund")]
    [InlineData("eu.issue-refund")]
    [InlineData("v2")]
    [InlineData("step-2")]
    public Task Plain_words_are_fine(string id) => new RuleTest<GovernanceIdMustBeWellFormedAnalyzer>
    {
        TestCode = $$"""
            [GovernedWorkflow("{{id}}")]
            public class Desk { [WorkflowStep("{{id}}", RiskTier.Low)] public Task TriageAsync() => Task.CompletedTask; }
            """,
    }.RunAsync();

    [Theory]
    [InlineData("[GovernedWorkflow(")]
    [InlineData("[GovernedWorkflow()]")]
    [InlineData("[GovernedWorkflow(\"]")]
    [InlineData("[GovernedWorkflow(Names.Missing)]")]
    public Task While_the_attribute_is_typed_nothing_is_said(string attribute) => new RuleTest<GovernanceIdMustBeWellFormedAnalyzer>
    {
        TestCode = attribute + "\npublic class Desk { }",
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    [Fact]
    public Task A_waiver_holds() => new RuleTest<GovernanceIdMustBeWellFormedAnalyzer>
    {
        TestCode = """
            [GovernanceWaiver("GVN1003", Reason = "id of the old log", ApprovedBy = "risk-office", Until = "2027-01-31")]
            [GovernedWorkflow("Refunds")]
            public class Desk { }

            [GovernanceWaiver("GVN1003", Reason = "id of the old log", ApprovedBy = "payments-ops", Until = "2027-01-31")]
            [GovernedWorkflow([|"Claims"|], Owner = "payments-ops")]
            public class Claims { }
            """,
    }.RunAsync();
}
