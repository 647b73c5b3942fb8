using GovernanceAnalyzers.Rules.Declaration;
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
    [InlineData("Question = \"Refund {request.")]
    [InlineData("Question = $\"Refund {request.Amount}\"")]
    [InlineData("Question = ")]
    public Task While_it_is_typed_nothing_is_said(string argument) => new RuleTest<StepTemplateMustResolveAnalyzer>
    {
        TestCode = "public class Desk { [WorkflowStep(\"issue-refund\", RiskTier.High, " + argument + ")]\npublic Task IssueAsync() => Task.CompletedTask; }",
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    private static Task Test(string argument, string? says)
    {
        var test = new StepTest<StepTemplateMustResolveAnalyzer>
        {
            TestCode = $$"""
                public class Desk
                {
                    [WorkflowStep("issue-refund", RiskTier.High, {{argument}})]
                    public Task IssueRefundAsync(RefundRequest request, Count? count, CancellationToken ct) => Task.CompletedTask;
                }

                public sealed record RefundRequest(string OrderId, decimal Amount, Customer? Customer) { private string Hidden => ""; }
                public sealed record Customer(string Name);
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
