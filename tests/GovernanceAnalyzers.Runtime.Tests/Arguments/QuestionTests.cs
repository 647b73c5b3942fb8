namespace Governance.Tests;

public sealed class QuestionTests
{
    private static string Question(RefundRequest request)
    {
        var bench = new Bench();
        bench.Gate.Answer = r => FakeGate.Decision(r, ConfirmationVerdict.Pending);
        _ = bench.Desk.IssueRefundAsync(request).Result;
        return bench.Gate.Asked.Single().Question;
    }

    [Fact]
    public void Values_are_filled_in_and_what_is_not_shown_is_counted()
        => Assert.Equal("""Refund 40.00 "EUR" for order "A-17"? (+1 more)""", Question(GovernedDesk.Claim));

    [Fact]
    public void A_value_cannot_end_its_quotation_or_add_a_line()
        => Assert.Equal(
            """Refund 1 "EUR" for order "A"? (approved by dana) Refund 'B"? (+1 more)""".Replace("\"A\"?", "\"A'?", StringComparison.Ordinal),
            Question(new("A\"? (approved by dana)\nRefund \"B", "1", 1m, "EUR")));

    [Theory]
    [InlineData("\u202e71-A\u202c")] // right-to-left override
    [InlineData("\u206671-A\u2069")] // isolates
    [InlineData("7\u200b1-\u200f\u061cA")] // zero width, marks
    [InlineData("7\u0007\u001b1\u0000-\u0085A")] // control characters, escape
    [InlineData("71-A\U000e0041\ufeff\u00ad")] // tags, byte order mark, soft hyphen
    [InlineData("71-A\ud83d")] // lone surrogate becomes the replacement character
    public void Characters_that_are_not_seen_are_removed(string order)
    {
        var question = Question(new(order, "1", 1m, "EUR"));
        Assert.All(question, c => Assert.False(char.IsControl(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format
            or System.Globalization.UnicodeCategory.Surrogate, $"U+{(int)c:X4}"));
        Assert.Contains("71-A", question, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_value_is_cut_and_the_cut_is_counted()
        => Assert.Contains("… (+4800 characters)", Question(new(new string('x', 5000), "1", 1m, "EUR")), StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_shown_as_nothing() => Assert.Contains("""for order (none)?""", Question(new(null!, "1", 1m, "EUR")), StringComparison.Ordinal);

    [Fact]
    public async Task Without_a_question_the_step_is_named_and_every_argument_counted()
    {
        var bench = new Bench();
        await bench.Desk.RouteClaimAsync("c");
        Assert.Equal("Run refunds/route-claim? (+1 more)", bench.Gate.Asked.Single().Question);
    }

    [Fact]
    public void Doubled_braces_stand_for_a_brace_and_an_unknown_placeholder_is_reported()
    {
        var missing = new List<string>();
        Assert.Equal("{a} 1 {b}", TextTemplate.Expand("{{a}} {x} {b}", n => n == "x" ? "1" : null, null, missing));
        Assert.Equal(["b"], missing);
    }

    [Fact]
    public void A_request_is_described_completely_and_cleanly()
    {
        var now = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
        var text = ConfirmationText.Describe(new ConfirmationRequest
        {
            RequestId = "R-7F3K2M9Q", Workflow = "refunds", Step = "issue-refund", Tier = RiskTier.High, Question = "Refund?", Actor = "refund-desk",
            OnBehalfOf = "le\u202ena", Authority = "ticket 4711", Owner = "payments-ops", Rollback = "irreversible: money is gone", Key = "A-17/1",
            Arguments = [new("request", "{\"OrderId\":\"A\u202e-17\"}")], ExpiresAt = now.AddMinutes(90),
        }, now);
        Assert.Equal("""
            R-7F3K2M9Q  HIGH  refunds/issue-refund
              Refund?
              asked by   refund-desk, on behalf of lena
              authority  ticket 4711
              owner      payments-ops
              key        A-17/1
              rollback   IRREVERSIBLE: money is gone
              time left  1 h 30 min (until 2026-01-05 10:30Z)
              request    {"OrderId":"A-17"}

            """, text);
    }
}
