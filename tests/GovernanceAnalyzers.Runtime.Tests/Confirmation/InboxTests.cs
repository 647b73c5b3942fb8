namespace Governance.Tests;

public sealed class InboxTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly Testing.HarnessClock _clock = new();
    private readonly Ledger _ledger = new();
    private readonly MemoryActionLog _log = new();

    public void Dispose() => _folder.Dispose();

    private RefundDesk Desk(string? onBehalfOf = null) => new(new StepGovernor(_log, new FolderInbox(_folder.Journal, _clock),
        new GovernanceOptions { Actor = "refund-desk", Authority = "ticket 4711", OnBehalfOf = onBehalfOf, TimeProvider = _clock }), _ledger);

    private ConfirmationInbox Inbox(string account = "dana") => new(_folder.Journal, _clock, () => account);

    private static void Says(string expected, Action act)
        => Assert.Contains(expected, Assert.Throws<ConfirmationInboxException>(act).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_person_approves_from_another_process_and_a_restarted_governor_finds_it()
    {
        var asked = await Desk("lena").IssueRefundAsync(GovernedDesk.Claim);
        Assert.True(asked.IsPending);
        var item = Assert.Single(Inbox().List());
        Assert.Equal((asked.RequestId, InboxState.Waiting), (item.RequestId, item.State));
        Assert.Equal("""Refund 40.00 "EUR" for order "A-17"? (+1 more)""", item.Request!.Question);
        Assert.Equal(("refund-desk", "lena", "ticket 4711", "ReverseRefundAsync"),
            (item.Request.Actor, item.Request.OnBehalfOf, item.Request.Authority, item.Request.Rollback));
        Assert.Equal("request", Assert.Single(item.Request.Arguments).Name);

        var decided = Inbox().Approve(asked.RequestId[2..].ToLowerInvariant(), "checked the claim");
        Assert.Equal((InboxState.Approved, "dana"), (decided.State, decided.Decision!.Approver));
        Assert.Empty(Inbox().List());
        Assert.Single(Inbox().List(includeSettled: true));

        Assert.Equal("r-1", (await Desk("lena").IssueRefundAsync(GovernedDesk.Claim)).Value.Id);
        var confirmed = _log.Records.Single(r => r.State == "confirmed");
        Assert.Equal(("dana", ConfirmationAssurance.OsAccount, "checked the claim", false),
            (confirmed.Approver, confirmed.Assurance, confirmed.Reason, confirmed.NotEvidence));
    }

    [Fact]
    public async Task A_person_denies()
    {
        var asked = await Desk().IssueRefundAsync(GovernedDesk.Claim);
        Says("needs a reason", () => Inbox().Deny(asked.RequestId, " "));
        Inbox().Deny(asked.RequestId, "no claim on file");
        var outcome = await Desk().IssueRefundAsync(GovernedDesk.Claim);
        Assert.Equal((StepStatus.Denied, "no claim on file"), (outcome.Status, outcome.Reason));
    }

    [Fact]
    public async Task What_cannot_be_decided_is_refused_with_a_reason()
    {
        var asked = await Desk("lena").IssueRefundAsync(GovernedDesk.Claim);
        Says("has no request R-NONE", () => Inbox().Approve("R-NONE"));
        Says("is no request id", () => Inbox().Approve("../../etc/passwd"));
        Says("needs another person", () => Inbox("lena").Approve(asked.RequestId));
        Says("needs another person", () => Inbox("refund-desk").Approve(asked.RequestId));
        Inbox().Approve(asked.RequestId);
        Says("was approved by dana", () => Inbox("omar").Deny(asked.RequestId, "too late"));
        var other = await Desk().RouteClaimAsync("c");
        _clock.Advance(TimeSpan.FromHours(24));
        Says("has expired", () => Inbox().Approve(other.RequestId));
        Assert.Equal(StepStatus.Expired, (await Desk().RouteClaimAsync("c")).Status);
        Assert.Contains("no inbox at", Assert.Throws<ConfirmationInboxException>(() => new ConfirmationInbox(_folder.In("x"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_decide_at_once_and_one_of_them_does()
    {
        var asked = await Desk().RouteClaimAsync("c");
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() =>
        {
            try
            {
                Inbox("person" + i).Approve(asked.RequestId);
                return 1;
            }
            catch (ConfirmationInboxException)
            {
                return 0;
            }
        })));
        Assert.Equal(1, results.Sum());
    }

    [Fact]
    public async Task A_decision_of_another_request_is_not_replayed()
    {
        var first = await Desk().RouteClaimAsync("one");
        Inbox().Approve(first.RequestId);
        await Desk().RouteClaimAsync("one");
        var second = await Desk().RouteClaimAsync("two");
        File.Copy(Decision(first.RequestId), Decision(second.RequestId));
        Assert.Equal(InboxState.Damaged, Inbox().Find(second.RequestId).State);
        var outcome = await Desk().RouteClaimAsync("two");
        Assert.Equal(StepStatus.Refused, outcome.Status);
        Assert.Contains("it is about request " + first.RequestId, outcome.Reason, StringComparison.Ordinal);
        Assert.Equal(["routed one"], _ledger.Acts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("approved")]
    [InlineData("""{"request":"?","verdict":"Approved"}""")]
    [InlineData("[1]")]
    [InlineData("null")]
    public async Task A_damaged_decision_is_reported_and_never_an_approval(string content)
    {
        var asked = await Desk().RouteClaimAsync("c");
        File.WriteAllText(Decision(asked.RequestId), content);
        var item = Assert.Single(Inbox().List());
        Assert.Equal(InboxState.Damaged, item.State);
        Assert.Contains(Decision(asked.RequestId), item.Damage, StringComparison.Ordinal);
        Says("is damaged", () => Inbox().Approve(asked.RequestId));
        Assert.Equal(StepStatus.Refused, (await Desk().RouteClaimAsync("c")).Status);
        Assert.Empty(_ledger.Acts);
    }

    [Fact]
    public async Task No_single_byte_of_a_decision_can_be_changed()
    {
        var asked = await Desk().RouteClaimAsync("c");
        Inbox().Deny(asked.RequestId, "no");
        var good = File.ReadAllBytes(Decision(asked.RequestId));
        for (var i = 0; i < good.Length - 1; i++)
        {
            var bad = (byte[])good.Clone();
            bad[i] ^= 1;
            File.WriteAllBytes(Decision(asked.RequestId), bad);
            Assert.Equal(InboxState.Damaged, Inbox().Find(asked.RequestId).State);
        }
    }

    [Fact]
    public async Task A_decision_on_a_request_that_was_shown_otherwise_is_refused()
    {
        var asked = await Desk().IssueRefundAsync(GovernedDesk.Claim);
        var file = Path.Combine(_folder.Journal, "inbox", asked.RequestId + ".request.json");
        var files = new InboxFiles(_folder.Journal);
        var shown = files.ReadRequest(asked.RequestId, out _);
        File.WriteAllBytes(file, InboxFiles.Write(new ConfirmationRequest
        {
            RequestId = shown.RequestId, Workflow = shown.Workflow, Step = shown.Step, Tier = shown.Tier, Question = "Refund 1.00?",
            Arguments = shown.Arguments, Actor = shown.Actor, Digest = shown.Digest, RequestedAt = shown.RequestedAt, ExpiresAt = shown.ExpiresAt,
        }, out _));
        Inbox().Approve(asked.RequestId);
        var outcome = await Desk().IssueRefundAsync(GovernedDesk.Claim);
        Assert.Equal(StepStatus.Refused, outcome.Status);
        Assert.Contains("the file was changed", outcome.Reason, StringComparison.Ordinal);
        Assert.Empty(_ledger.Acts);
    }

    [Fact]
    public async Task A_damaged_request_cannot_be_decided()
    {
        var asked = await Desk().RouteClaimAsync("c");
        var file = Path.Combine(_folder.Journal, "inbox", asked.RequestId + ".request.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("route-claim", "route-chain", StringComparison.Ordinal));
        Says("its hash does not fit", () => Inbox().Approve(asked.RequestId));
        Assert.Equal(InboxState.Damaged, Inbox().List().Single().State);
    }

    [Fact]
    public async Task Deciding_needs_no_lock_of_the_journal()
    {
        await using var journal = FileJournal.Open(_folder.Journal, _clock);
        var desk = new RefundDesk(new StepGovernor(journal, new FolderInbox(_folder.Journal, _clock),
            new GovernanceOptions { Actor = "a", Authority = "t", TimeProvider = _clock }), _ledger);
        var asked = await desk.RouteClaimAsync("c");
        Inbox().Approve(asked.RequestId);
        Assert.True((await desk.RouteClaimAsync("c")).IsCompleted);
        Assert.True(JournalVerifier.Verify(_folder.Journal).IsIntact);
    }

    private string Decision(string requestId) => Path.Combine(_folder.Journal, "inbox", requestId + ".decision.json");
}
