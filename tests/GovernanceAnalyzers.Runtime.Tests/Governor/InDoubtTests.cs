namespace Governance.Tests;

public sealed class InDoubtTests
{
    [Fact]
    public async Task A_step_that_started_and_whose_outcome_is_missing_is_escalated_and_never_run_again()
    {
        // A process that dies in the body: its log ends with 'started'.
        var dead = new FailingLog(ActionStates.Completed, ActionStates.Failed, ActionStates.Escalated);
        var first = new Bench(dead);
        await first.Desk.IssueRefundAsync(GovernedDesk.Claim);
        Assert.Equal(["requested", "confirmed", "started"], dead.Inner.Records.Select(r => r.State));

        var second = new Bench(dead.Inner, configure: o => o.Steps.Add(new RefundTable().Entries[0]));
        await second.Governor.OpenAsync();
        var escalation = Assert.Single(second.Escalations.All);
        Assert.Equal(("oncall-payments", "in-doubt"), (escalation.Target, escalation.State));
        Assert.Contains("RollbackAsync(", escalation.Message, StringComparison.Ordinal);
        Assert.Equal(["in-doubt", "escalated"], dead.Inner.Records.TakeLast(2).Select(r => r.State));

        var retried = await second.Desk.IssueRefundAsync(GovernedDesk.Claim);
        Assert.Equal(StepStatus.Failed, retried.Status);
        Assert.Contains("in doubt", retried.Reason, StringComparison.Ordinal);
        Assert.Empty(second.Ledger.Acts);

        var third = new Bench(dead.Inner);
        await third.Governor.OpenAsync();
        Assert.Empty(third.Escalations.All);
    }

    [Fact]
    public async Task A_process_that_dies_in_the_body_leaves_the_step_in_doubt()
    {
        using var folder = new TestFolder();
        using (var process = WritingProcess.Start(folder.Journal, WritingProcess.DieInBody))
        {
            await process.WaitForExitAsync();
        }

        await using var journal = FileJournal.Open(folder.Journal);
        var bench = new Bench(journal);
        Assert.Equal(StepStatus.Failed, (await bench.Desk.IssueRefundAsync(GovernedDesk.Claim)).Status);
        Assert.Empty(bench.Ledger.Acts);
        Assert.Equal(["requested", "confirmed", "started", "in-doubt", "escalated"], journal.ReadAll().Select(a => a.Record.State));
    }

    [Fact]
    public async Task A_confirmation_that_was_recorded_and_not_used_is_used_after_a_restart()
    {
        var dead = new FailingLog(ActionStates.Started, ActionStates.Escalated);
        var first = new Bench(dead);
        Assert.Equal(StepStatus.Refused, (await first.Desk.IssueRefundAsync(GovernedDesk.Claim)).Status);
        var second = new Bench(dead.Inner);
        second.Gate.Answer = _ => throw new InvalidOperationException("must not be asked again");
        Assert.Equal("r-1", (await second.Desk.IssueRefundAsync(GovernedDesk.Claim)).Value.Id);
        Assert.Equal("dana", dead.Inner.Records.Last(r => r.State == "started").Approver);
    }

    [Fact]
    public async Task A_request_made_under_another_declaration_is_closed_and_asked_anew()
    {
        var first = new Bench();
        first.Gate.Answer = r => FakeGate.Decision(r, ConfirmationVerdict.Pending);
        var plan = (string digest) => new StepPlan<string, NoResult>
        {
            Step = new StepDescriptor { Workflow = "w", Step = "s", Tier = RiskTier.Medium, Digest = digest },
            Body = static (_, _, _) => Task.FromResult(default(NoResult)),
            WriteArguments = static (s, w) => w.Write("x", s),
        };
        var old = await first.Governor.RunAsync(new StepCall<string, NoResult>(plan("declared-1"), "a"), default);
        var anew = await first.Governor.RunAsync(new StepCall<string, NoResult>(plan("declared-2"), "a"), default);
        Assert.NotEqual(old.RequestId, anew.RequestId);
        Assert.Equal(["requested", "expired", "requested"], first.States);
        Assert.NotEqual(first.Gate.Asked[0].Digest, first.Gate.Asked[1].Digest);
    }
}
