using Governance;

namespace Shop.Refunds.Tests;

public sealed class RefundDeskTests
{
    [Fact]
    public async Task A_refund_runs_only_after_a_person_said_yes()
    {
        await using var test = new TestDesk();

        Assert.True((await test.Desk.IssueRefundAsync(TestDesk.Request)).IsPending);
        Assert.Equal(0, test.Ledger.Refunded("O-10736"));

        test.Governance.Approve("refunds/issue-refund", by: "dana");
        Assert.Equal("r-1", (await test.Desk.IssueRefundAsync(TestDesk.Request)).Value.Id);
        Assert.Equal(10, test.Ledger.Refunded("O-10736"));
        Assert.Equal(["requested", "confirmed", "started", "completed"], test.Governance.Records.Select(r => r.State));
    }

    [Fact]
    public async Task The_person_who_is_asked_reads_amount_order_and_customer()
    {
        await using var test = new TestDesk();

        await test.Desk.IssueRefundAsync(TestDesk.Request);

        var question = Assert.Single(test.Governance.Pending).Question;
        Assert.Contains("10", question, StringComparison.Ordinal);
        Assert.Contains("O-10736", question, StringComparison.Ordinal);
        Assert.Contains("Siobhán Kelly", question, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_one_for_whom_the_desk_works_cannot_approve_a_refund()
    {
        await using var test = new TestDesk(onBehalfOf: "dana");

        await test.Desk.IssueRefundAsync(TestDesk.Request);
        test.Governance.Approve("refunds/issue-refund", by: "dana");

        Assert.False((await test.Desk.IssueRefundAsync(TestDesk.Request)).IsCompleted);
        Assert.Equal(0, test.Ledger.Refunded("O-10736"));
    }

    [Fact]
    public async Task A_denial_moves_no_money_and_reaches_the_people_on_call()
    {
        await using var test = new TestDesk();

        await test.Desk.IssueRefundAsync(TestDesk.Request);
        test.Governance.Deny("refunds/issue-refund", by: "dana", reason: "the customer sent nothing back");
        var outcome = await test.Desk.IssueRefundAsync(TestDesk.Request);

        Assert.Equal(StepStatus.Denied, outcome.Status);
        Assert.Equal(0, test.Ledger.Refunded("O-10736"));
        Assert.Equal("oncall-payments", Assert.Single(test.Governance.Escalations).Target);
    }

    [Fact]
    public async Task The_same_claim_is_paid_once_and_never_with_another_amount()
    {
        await using var test = new TestDesk();
        await test.Desk.IssueRefundAsync(TestDesk.Request);
        test.Governance.Approve("refunds/issue-refund", by: "dana");

        var first = await test.Desk.IssueRefundAsync(TestDesk.Request);
        var again = await test.Desk.IssueRefundAsync(TestDesk.Request);
        var other = await test.Desk.IssueRefundAsync(TestDesk.Request with { Amount = 20m });

        Assert.Equal(first.Value, again.Value);
        Assert.Equal(StepStatus.Refused, other.Status);
        Assert.Equal(10, test.Ledger.Refunded("O-10736"));
    }

    [Fact]
    public async Task A_refund_is_reversed_when_a_person_orders_it()
    {
        await using var test = new TestDesk();
        await test.Desk.IssueRefundAsync(TestDesk.Request);
        test.Governance.Approve("refunds/issue-refund", by: "dana");
        var refund = await test.Desk.IssueRefundAsync(TestDesk.Request);

        var undone = await test.Governance.Governor.RollbackAsync(refund.RequestId, "the customer keeps the goods", default);

        Assert.True(undone.IsCompleted, undone.Reason);
        Assert.Equal(0, test.Ledger.Refunded("O-10736"));
        Assert.Equal(["rollback-ordered", "rolled-back"], test.Governance.Records.Select(r => r.State).TakeLast(2));
    }
}
