using GovernanceAnalyzers.Rules.Declaration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class StepTemplateMustResolveTests
{
    [Theory]
    [InlineData("""Question = "Refund {|#0:{order}|} now?" """, "Question", "in {order}, 'IssueRefundAsync' has no parameter 'order'")]
    [InlineData("""Question = "Refund {request.Amount} to {|#0:{request.Ordr}|}?" """, "Question", "in {request.Ordr}, 'RefundRequest' has no public property 'Ordr'")]
    [InlineData("""Key = "{|#0:{request.Customer.Nme}|}" """, "Key", "in {request.Customer.Nme}, 'Customer' has no public property 'Nme'")]
    [InlineData("""Key = @"{|#0:{ct}|}" """, "Key", "in {ct}, 'ct' is a service, and only arguments can be shown")]
    [InlineData("Key = \"\"\"a{|#0:{order}|}\"\"\"", "Key", "in {order}, 'IssueRefundAsync' has no parameter 'order'")]
    [InlineData("""Key = "{|#0:{}|}" """, "Key", "in {}, 'IssueRefundAsync' has no parameter ''")]
    [InlineData("""Key = "{|#0:{request.}|}" """, "Key", "in {request.}, 'RefundRequest' has no public property ''")]
    [InlineData("""Key = "{|#0:{request.Hidden}|}" """, "Key", "in {request.Hidden}, 'RefundRequest' has no public property 'Hidden'")]
    [InlineData("""Question = "{|#0:{request.Pin}|}" """, "Question", "in {request.Pin}, 'Pin' is redacted, and a question is read and a key is written in clear")]
    [InlineData("""Key = "{|#0:{request.Customer.Iban}|}" """, "Key", "in {request.Customer.Iban}, 'Iban' is redacted, and a question is read and a key is written in clear")]
    [InlineData("""Key = "{|#0:{request.Secret.Length}|}" """, "Key", "in {request.Secret.Length}, 'Secret' is redacted, and a question is read and a key is written in clear")]
    [InlineData("""Question = "{|#0:{password}|}" """, "Question", "in {password}, 'password' is redacted, and a question is read and a key is written in clear")]
    [InlineData("""Question = {|#0:"\tRefund {order}?"|} """, "Question", "in {order}, 'IssueRefundAsync' has no parameter 'order'")]
    [InlineData("""Question = {|#0:"Refund " + "{order}?"|} """, "Question", "in {order}, 'IssueRefundAsync' has no parameter 'order'")]
    [InlineData("""Question = {|#0:Texts.Question|} """, "Question", "in {order}, 'IssueRefundAsync' has no parameter 'order'")]
    [InlineData("""Question = {|#0:"Refund {request.Amount"|} """, "Question", "the brace at position 8 is not closed")]
    [InlineData("""Question = {|#0:"Refund } now"|} """, "Question", "the brace at position 8 opens nothing; write }} for a brace")]
    public Task A_placeholder_that_leads_nowhere_is_reported(string argument, string name, string says) => Test(
        argument, $"{name} of step 'issue-refund' does not resolve: {says}");

    [Theory]
    [InlineData("""Question = "Refund {request.Amount} for {request.OrderId} of {request.Customer.Name}?" """)]
    [InlineData("""Key = "{request.OrderId}/{count}/{request.OrderId.Length}" """)]
    [InlineData("""Question = "Write {{order}} literally" """)]
    [InlineData("""Question = "{ request.Amount }" """)]
    [InlineData("""Key = "" """)]
    [InlineData("""Key = "{count.Value}" """)]
    public Task A_placeholder_that_leads_to_an_argument_is_fine(string argument) => Test(argument, null);

    [Fact]
    public Task Each_placeholder_has_its_own_finding() => Test("""Key = "[|{a}|]{request.OrderId}[|{b}|]", Question = "[|{c}|]" """, null);

    [Theory]
    [InlineData("{|#0:WorkflowStep|}(\"issue-refund\", RiskTier.High)", "(string orderId, decimal amount, CancellationToken ct)",
        "is missing, and a High step needs a person's yes: write Question = \"Issue refund with order id {orderId}, amount {amount}?\", or better words for whoever decides")]
    [InlineData("WorkflowStep(\"issue-refund\", RiskTier.High, Question = {|#0:\"TODO\"|})", "(RefundRequest request)",
        "asks nothing with 'TODO', and a High step needs a person's yes: write Question = \"Issue refund with order id {request.OrderId}, amount {request.Amount}, "
        + "customer {request.Customer}?\", or better words for whoever decides")]
    [InlineData("WorkflowStep(\"issue-refund\", RiskTier.High, Question = {|#0:\" \"|})", "()",
        "is missing, and a High step needs a person's yes: write Question = \"Issue refund?\", or better words for whoever decides")]
    public Task A_High_step_without_a_question_is_reported(string attribute, string parameters, string says) => new StepTest<StepTemplateMustResolveAnalyzer>
    {
        Members = Plumbed(attribute, parameters),
        ExpectedDiagnostics =
        {
            new DiagnosticResult("GVN1020", DiagnosticSeverity.Warning).WithLocation(0).WithMessage($"Question of step 'refunds/issue-refund' {says}"),
        },
    }.RunAsync();

    [Theory]
    [InlineData("PrintIDAsync", "string planB", "Print ID with plan b {planB}?")]
    [InlineData("ShipB", "string orderID", "Ship b with order id {orderID}?")]
    [InlineData("ReadXMLFile", "string x", "Read XML file with x {x}?")]
    public Task The_suggested_words_are_those_of_the_names(string name, string parameter, string question) => new StepTest<StepTemplateMustResolveAnalyzer>
    {
        Members = "[{|#0:WorkflowStep|}(\"act\", RiskTier.High)] public partial Task " + name + "(" + parameter + ");\n"
            + "private Task " + (name.EndsWith("Async", StringComparison.Ordinal) ? name[..^5] + "CoreAsync" : name + "Core") + "(" + parameter + ") => Task.CompletedTask;",
        ExpectedDiagnostics =
        {
            new DiagnosticResult("GVN1020", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
                $"Question of step 'refunds/act' is missing, and a High step needs a person's yes: write Question = \"{question}\", or better words for whoever decides"),
        },
    }.RunAsync();

    [Theory]
    [InlineData("WorkflowStep(\"issue-refund\", RiskTier.High, Question = \"Refund {x}?\")", "(string x)")]
    [InlineData("WorkflowStep(\"issue-refund\", RiskTier.High, Question = \"{x}\")", "(string x)")]
    [InlineData("WorkflowStep(\"issue-refund\", RiskTier.High, Question = \"Close the books of today?\")", "()")]
    [InlineData("WorkflowStep(\"issue-refund\", RiskTier.Medium)", "(string x)")]
    [InlineData("WorkflowStep(\"issue-refund\", RiskTier.Low)", "(string x)")]
    [InlineData("WorkflowStep(\"issue-refund\")", "(string x)")]
    public Task A_step_that_asks_or_need_not_is_fine(string attribute, string parameters)
        => new StepTest<StepTemplateMustResolveAnalyzer> { Members = Plumbed(attribute, parameters) }.RunAsync();

    [Fact]
    public Task A_self_governed_step_asks_in_its_own_body() => new StepTest<StepTemplateMustResolveAnalyzer>
    {
        Members = "[WorkflowStep(\"issue-refund\", RiskTier.High)] public Task IssueRefundAsync(string x) => Task.CompletedTask;",
    }.RunAsync();

    [Theory]
    [InlineData("2027-01-31", "WorkflowStep")]
    [InlineData("2027-02-15", "[|WorkflowStep|]")]
    public Task A_waiver_holds_while_it_is_due(string today, string attribute) => new StepTest<StepTemplateMustResolveAnalyzer>
    {
        BuildProperties = { ["GovernanceDate"] = today },
        Members = "[GovernanceWaiver(\"GVN1020\", Reason = \"asked by the desk itself\", ApprovedBy = \"risk-office\", Until = \"2027-01-31\")]\n"
            + Plumbed(attribute + "(\"issue-refund\", RiskTier.High)", "(string x)"),
    }.RunAsync();

    [Theory]
    [InlineData("Question = \"Refund {request.")]
    [InlineData("Question = $\"Refund {request.Amount}\"")]
    [InlineData("Question = ")]
    public Task While_it_is_typed_nothing_is_said(string argument) => new RuleTest<StepTemplateMustResolveAnalyzer>
    {
        TestCode = "public class Desk { [WorkflowStep(\"issue-refund\", RiskTier.High, " + argument + ")]\npublic Task IssueAsync() => Task.CompletedTask; }",
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    private static string Plumbed(string attribute, string parameters)
        => $"[{attribute}] public partial Task IssueRefundAsync{parameters};\nprivate Task IssueRefundCoreAsync{parameters} => Task.CompletedTask;";

    private static Task Test(string argument, string? says)
    {
        var test = new StepTest<StepTemplateMustResolveAnalyzer>
        {
            TestCode = $$"""
                public class Desk
                {
                    [WorkflowStep("issue-refund", RiskTier.High, {{argument}})]
                    public Task IssueRefundAsync(RefundRequest request, Count? count, [Redacted] string password, CancellationToken ct) => Task.CompletedTask;
                }

                public sealed record RefundRequest(string OrderId, decimal Amount, Customer? Customer) { private string Hidden => ""; [Redacted] public string Pin => ""; public System.Security.SecureString? Secret => null; }
                public sealed record Customer(string Name, [Redacted] string Iban = "");
                public readonly record struct Count(int Value);
                public static class Texts { public const string Question = "Refund {order}?"; }
                """,
        };
        if (says is not null)
        {
            test.Says = says;
        }

        return test.RunAsync();
    }
}
