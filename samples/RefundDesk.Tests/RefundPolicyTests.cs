namespace Shop.Refunds.Tests;

public sealed class RefundPolicyTests
{
    private static readonly Payment s_payment = new("O-10736", 39.98m, "EUR", new DateOnly(2026, 9, 20));

    [Fact]
    public void A_complete_claim_within_the_rules_needs_no_queue() => Assert.Null(RefundPolicy.Judge(TestDesk.Request, s_payment).Queue);

    [Theory]
    [InlineData(0, "fraud-review")]
    [InlineData(-25, "fraud-review")]
    [InlineData(0.001, "fraud-review")]
    [InlineData(39.99, "fraud-review")]
    [InlineData(39.98, null)]
    public void An_amount_is_above_zero_in_cents_and_within_what_was_paid(double amount, string? queue)
        => Assert.Equal(queue, RefundPolicy.Judge(TestDesk.Request with { Amount = (decimal)amount }, s_payment).Queue);

    [Fact]
    public void A_day_too_late_is_too_late()
    {
        var last = s_payment.PaidOn.AddDays(90);

        Assert.Null(RefundPolicy.Judge(TestDesk.Request with { ReceivedOn = last }, s_payment).Queue);
        Assert.Equal("late-claims", RefundPolicy.Judge(TestDesk.Request with { ReceivedOn = last.AddDays(1) }, s_payment).Queue);
    }

    [Fact]
    public void What_is_missing_is_asked_for()
    {
        var wrong = new[]
        {
            TestDesk.Request with { ClaimNo = null }, TestDesk.Request with { OrderId = null }, TestDesk.Request with { Amount = null },
            TestDesk.Request with { Currency = null }, TestDesk.Request with { ReceivedOn = null },
        };

        Assert.All(wrong, request => Assert.Equal("missing-data", RefundPolicy.Judge(request, s_payment).Queue));
    }
}
