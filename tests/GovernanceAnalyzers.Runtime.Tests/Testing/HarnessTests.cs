using Governance.Testing;

namespace Governance.Tests;

public sealed class HarnessTests
{
    [Fact]
    public async Task Deciding_on_what_does_not_wait_says_what_does()
    {
        await using var g = new GovernedDesk();
        Assert.Contains("Nothing waits", Assert.Throws<InvalidOperationException>(() => g.Harness.Approve("refunds/x", "dana")).Message, StringComparison.Ordinal);
        await g.Desk.RouteClaimAsync("c");
        Assert.Contains("Waiting: refunds/route-claim", Assert.Throws<InvalidOperationException>(() => g.Harness.Approve("refunds/x", "dana")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => g.Harness.Deny(RefundDesk.RouteClaim, "dana", " "));
    }

    [Fact]
    public async Task One_of_several_waiting_requests_is_decided_by_its_id()
    {
        await using var g = new GovernedDesk();
        await g.Desk.RouteClaimAsync("one");
        var two = await g.Desk.RouteClaimAsync("two");
        g.Harness.Approve(two.RequestId, by: "dana");
        Assert.True((await g.Desk.RouteClaimAsync("one")).IsPending);
        Assert.True((await g.Desk.RouteClaimAsync("two")).IsCompleted);
    }

    [Fact]
    public async Task The_real_rules_hold()
    {
        await using var g = new GovernedDesk(o => o.OnBehalfOf = "lena");
        await g.Desk.IssueRefundAsync(GovernedDesk.Claim);
        g.Harness.Approve(RefundDesk.IssueRefund, by: "lena");
        Assert.Equal(StepStatus.Refused, (await g.Desk.IssueRefundAsync(GovernedDesk.Claim)).Status);
        Assert.Empty(g.Ledger.Acts);
    }

    [Fact]
    public async Task Its_records_are_no_evidence_whatever_the_settings_say()
    {
        await using var g = new GovernedDesk(o => o.Rehearsal = false);
        await g.Desk.TriageAsync("x");
        Assert.True(Assert.Single(g.Harness.Records).NotEvidence);
    }

    [Fact]
    public async Task A_rehearsal_runs_unattended_and_leaves_a_journal_that_says_so()
    {
        using var folder = new TestFolder();
        var file = Path.Combine(folder.Path, "decisions.jsonl");
        await File.WriteAllTextAsync(file, """
            # decisions of the rehearsal
            {"step":"refunds/issue-refund","verdict":"Approved","by":"dana"}

            {"step":"refunds/issue-refund","key":"B-2/9","verdict":"Denied","by":"omar","reason":"absurd amount"}
            """);
        await using (var harness = new GovernanceHarness(journal: folder.Journal))
        {
            harness.Rehearse(RecordedDecision.ReadFile(file));
            var desk = new RefundDesk(harness.Governor, new Ledger());
            Assert.True((await desk.IssueRefundAsync(GovernedDesk.Claim)).IsCompleted);
            Assert.Equal("absurd amount", (await desk.IssueRefundAsync(new("B-2", "9", 1e9m, "EUR"))).Reason);
        }

        var report = JournalVerifier.Verify(folder.Journal);
        Assert.True(report.IsIntact);
        Assert.Equal(report.Records, report.NotEvidence);
    }

    [Theory]
    [InlineData("""{"step":"a/b","verdict":"Pending","by":"dana"}""")]
    [InlineData("""{"step":"a/b","verdict":"Approved","by":""}""")]
    [InlineData("""{"step":"a/b","verdict":"Approved"}""")]
    [InlineData("""{"step":"a/b","verdict":"Approved","by":"dana","keys":"k"}""")]
    [InlineData("yes")]
    public void A_line_that_is_no_decision_is_named(string line)
    {
        using var folder = new TestFolder();
        var file = Path.Combine(folder.Path, "decisions.jsonl");
        File.WriteAllText(file, "\n" + line);
        Assert.StartsWith($"{file}(2): not a recorded decision", Assert.Throws<FormatException>(() => RecordedDecision.ReadFile(file)).Message, StringComparison.Ordinal);
    }
}
