namespace Governance.Tests;

/// <summary>Fail closed: whatever is missing or wrong, the body does not run.</summary>
public sealed class RefusalTests
{
    [Fact]
    public async Task Without_a_gate()
    {
        var bench = new Bench(withGate: false);
        await bench.RefusesAsync("no way to ask a human");
        Assert.Equal(StepStatus.Refused, (await bench.Desk.RouteClaimAsync("c")).Status);
        Assert.True((await bench.Desk.TriageAsync("low needs none")).IsCompleted);
        Assert.Equal(["refused", "refused", "completed"], bench.States);
    }

    [Theory]
    [InlineData(null, "ticket", "no actor")]
    [InlineData("agent", null, "no authority")]
    [InlineData(" ", "", "no actor and no authority")]
    public async Task Without_actor_or_authority(string? actor, string? authority, string because)
        => await new Bench(configure: o => (o.Actor, o.Authority) = (actor, authority)).RefusesAsync(because);

    [Fact]
    public async Task When_the_gate_throws()
    {
        var bench = new Bench();
        bench.Gate.Answer = _ => throw new TimeoutException("mail server");
        await bench.RefusesAsync("mail server");
        Assert.Equal(["requested", "refused", "escalated"], bench.States);
    }

    [Fact]
    public async Task When_an_argument_is_changed_while_the_human_decides()
    {
        var bench = new Bench();
        var card = new Card { Number = "1" };
        bench.Gate.Answer = r =>
        {
            card.Number = "2";
            return FakeGate.Decision(r);
        };
        var outcome = await bench.Desk.WipeCardAsync(card);
        Assert.Equal(StepStatus.Refused, outcome.Status);
        Assert.Contains("changed after", outcome.Reason, StringComparison.Ordinal);
        Assert.Empty(bench.Ledger.Acts);
        Assert.Equal(["requested", "confirmed", "refused", "escalated"], bench.States);
    }

    private sealed class Card
    {
        public string Number { get; set; } = "";
    }

    [Fact]
    public async Task When_the_gate_gives_nothing()
    {
        var bench = new Bench();
        bench.Gate.Answer = _ => null;
        await bench.RefusesAsync("gave no decision");
    }

    [Fact]
    public async Task When_the_verdict_is_unknown()
    {
        var bench = new Bench();
        bench.Gate.Answer = r => FakeGate.Decision(r, (ConfirmationVerdict)7);
        await bench.RefusesAsync("gave no decision");
    }

    [Fact]
    public async Task A_decision_with_another_digest()
    {
        var bench = new Bench();
        bench.Gate.Answer = r => FakeGate.Decision(r, digest: new string('0', 64));
        await bench.RefusesAsync("other arguments");
        Assert.Single(bench.Escalations.All);
    }

    [Fact]
    public async Task A_decision_for_another_request_is_not_replayed()
    {
        var bench = new Bench();
        ConfirmationDecision? first = null;
        bench.Gate.Answer = r => first ??= FakeGate.Decision(r);
        Assert.True((await bench.Desk.RouteClaimAsync("c")).IsCompleted);
        var replayed = await bench.Desk.RouteClaimAsync("c");
        Assert.Equal(StepStatus.Refused, replayed.Status);
        Assert.Contains("the decision is for request", replayed.Reason, StringComparison.Ordinal);
        Assert.Single(bench.Ledger.Acts);
    }

    [Fact]
    public async Task An_expired_decision()
    {
        var bench = new Bench();
        bench.Gate.Answer = r => FakeGate.Decision(r, expires: bench.Clock.GetUtcNow());
        await bench.RefusesAsync("expired");
    }

    [Fact]
    public async Task A_decision_that_comes_when_the_request_is_over()
    {
        var bench = new Bench();
        bench.Gate.Answer = r =>
        {
            bench.Clock.Advance(TimeSpan.FromHours(24));
            return FakeGate.Decision(r, expires: DateTimeOffset.MaxValue);
        };
        await bench.RefusesAsync("expired");
    }

    [Fact]
    public async Task A_decision_without_an_approver()
    {
        var bench = new Bench();
        bench.Gate.Answer = r => FakeGate.Decision(r, by: " ");
        await bench.RefusesAsync("no approver");
    }

    [Theory]
    [InlineData("lena")]
    [InlineData("LENA ")]
    [InlineData("CORP\\lena")]
    [InlineData("lena@corp.example")]
    [InlineData("refund-desk")]
    public async Task The_requester_or_the_actor_as_approver_of_a_high_step(string approver)
    {
        var bench = new Bench(configure: o => o.OnBehalfOf = "lena");
        bench.Gate.Answer = r => FakeGate.Decision(r, by: approver);
        await bench.RefusesAsync("needs another person");
    }

    [Fact]
    public async Task Whoever_takes_up_anothers_high_request_as_its_approver()
    {
        var bench = new Bench();
        bench.Gate.Answer = r => FakeGate.Decision(r, ConfirmationVerdict.Pending);
        using (AutomationContext.Begin("agent", "t", onBehalfOf: "lena"))
        {
            Assert.True((await bench.Desk.IssueRefundAsync(GovernedDesk.Claim)).IsPending);
        }

        bench.Gate.Answer = r => FakeGate.Decision(r, by: "dana");
        using (AutomationContext.Begin("agent", "t", onBehalfOf: "dana"))
        {
            await bench.RefusesAsync("needs another person");
        }
    }

    [Fact]
    public async Task The_requester_may_approve_a_medium_step()
    {
        var bench = new Bench(configure: o => o.OnBehalfOf = "lena");
        bench.Gate.Answer = r => FakeGate.Decision(r, by: "lena");
        Assert.True((await bench.Desk.RouteClaimAsync("c")).IsCompleted);
    }

    [Fact]
    public async Task A_high_approver_who_is_only_a_name()
    {
        var bench = new Bench();
        bench.Gate.Answer = r => FakeGate.Decision(r, assurance: ConfirmationAssurance.Recorded);
        await bench.RefusesAsync("known only by 'recorded'");
    }

    [Fact]
    public async Task Arguments_that_cannot_be_bound()
    {
        var bench = new Bench();
        var outcome = await bench.Desk.WipeCardAsync(new HiddenCard("4711"));
        Assert.Equal(StepStatus.Refused, outcome.Status);
        Assert.Contains("an argument cannot be shown: card (HiddenCard): it has values but no public member that shows them.", outcome.Reason, StringComparison.Ordinal);
        Assert.Contains("$unserializable", bench.Log.Records[0].Input, StringComparison.Ordinal);
        Assert.Empty(bench.Ledger.Acts);
    }

    [Fact]
    public async Task A_step_without_a_tier()
    {
        var bench = new Bench();
        var plan = new StepPlan<Ledger, NoResult>
        {
            Step = new StepDescriptor { Workflow = "w", Step = "s" },
            Body = static async (ledger, _, _) =>
            {
                await ledger.ActAsync("acted");
                return default;
            },
            WriteArguments = static (_, _) => { },
        };
        var outcome = await bench.Governor.RunAsync(new StepCall<Ledger, NoResult>(plan, bench.Ledger), default);
        Assert.Equal(StepStatus.Refused, outcome.Status);
        Assert.Empty(bench.Ledger.Acts);
    }

    [Theory]
    [InlineData(ActionStates.Requested)]
    [InlineData(ActionStates.Confirmed)]
    [InlineData(ActionStates.Started)]
    public async Task When_the_log_cannot_be_written_before_the_body(string state)
    {
        var bench = new Bench(new FailingLog(state));
        await bench.RefusesAsync("No space left on device");
        Assert.Contains(bench.Escalations.All, e => e.Message.Contains("No space left", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_the_log_cannot_be_read_at_the_start()
    {
        var bench = new Bench(new UnreadableLog());
        await bench.RefusesAsync("cannot be read");
    }

    [Fact]
    public async Task An_outcome_that_cannot_be_recorded_is_a_failure_and_is_told()
    {
        var bench = new Bench(new FailingLog(ActionStates.Completed));
        var outcome = await bench.Desk.IssueRefundAsync(GovernedDesk.Claim);
        Assert.Equal(StepStatus.Failed, outcome.Status);
        Assert.Single(bench.Ledger.Acts);
        Assert.Equal(ActionStates.InDoubt, Assert.Single(bench.Escalations.All).State);
        Assert.Equal(StepStatus.Failed, (await bench.Desk.IssueRefundAsync(GovernedDesk.Claim)).Status);
        Assert.Single(bench.Ledger.Acts);
    }

    [Fact]
    public async Task More_than_twenty_open_requests_of_one_actor_and_step()
    {
        var bench = new Bench();
        bench.Gate.Answer = r => FakeGate.Decision(r, ConfirmationVerdict.Pending);
        for (var i = 0; i < 20; i++)
        {
            Assert.True((await bench.Desk.RouteClaimAsync("c" + i)).IsPending);
        }

        var outcome = await bench.Desk.RouteClaimAsync("c20");
        Assert.Equal(StepStatus.Refused, outcome.Status);
        Assert.Contains("20 requests", outcome.Reason, StringComparison.Ordinal);
        using (AutomationContext.Begin("another-agent", "ticket 4711"))
        {
            Assert.True((await bench.Desk.RouteClaimAsync("c20")).IsPending);
        }

        bench.Gate.Answer = r => FakeGate.Decision(r);
        Assert.True((await bench.Desk.RouteClaimAsync("c0")).IsCompleted);
        bench.Gate.Answer = r => FakeGate.Decision(r, ConfirmationVerdict.Pending);
        Assert.True((await bench.Desk.RouteClaimAsync("c20")).IsPending);
    }

    private sealed class HiddenCard(string number)
    {
        private readonly string _number = number;

        public override string ToString() => _number;
    }

    private sealed class UnreadableLog : IReadableActionLog
    {
        public ValueTask<LogPosition> AppendAsync(ActionRecord record, CancellationToken cancellationToken) => default;

        public IEnumerable<LoggedAction> ReadAll() => throw new IOException("gone");

        public string? ReadPayload(string digest) => null;
    }
}
