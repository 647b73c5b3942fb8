using Governance.Testing;

namespace Governance.Tests;

public sealed class RedactedStepTests
{
    private const string Secret = "open sesame";

    [Fact]
    public async Task A_person_and_the_log_see_a_digest_and_the_body_the_value()
    {
        var ledger = new Ledger();
        await using var harness = new GovernanceHarness();
        var desk = new AccessDesk(harness.Governor, ledger);
        Assert.True((await desk.ResetAsync("lena", Secret)).IsPending);
        var request = Assert.Single(harness.Pending);
        var shown = ConfirmationText.Describe(request, harness.Clock.GetUtcNow());
        Assert.Equal("Reset the access of \"lena\"? (+1 more)", request.Question);
        Assert.Contains("hmac-sha256:", shown, StringComparison.Ordinal);
        harness.Approve(AccessDesk.Reset, by: "dana");
        Assert.Equal(Secret, (await desk.ResetAsync("lena", Secret)).Value.Pin);
        Assert.Equal(["lena has " + Secret], ledger.Acts);
        Assert.DoesNotContain("sesame", shown + string.Concat(harness.Records.Select(r => r.Input + r.Output + r.Key + r.Reason)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_confirmation_is_bound_to_the_value_all_the_same()
    {
        var ledger = new Ledger();
        await using var harness = new GovernanceHarness();
        var desk = new AccessDesk(harness.Governor, ledger);
        await desk.ResetAsync("lena", Secret);
        harness.Approve(AccessDesk.Reset, by: "dana");
        var other = await desk.ResetAsync("lena", "something else");
        Assert.Equal(StepStatus.Refused, other.Status);
        Assert.Empty(ledger.Acts);
    }

    [Fact]
    public async Task A_recorded_result_with_a_secret_is_not_given_back()
    {
        await using var harness = new GovernanceHarness();
        var desk = new AccessDesk(harness.Governor, new Ledger());
        await desk.ResetAsync("lena", Secret);
        harness.Approve(AccessDesk.Reset, by: "dana");
        await desk.ResetAsync("lena", Secret);
        await Assert.ThrowsAsync<StepAlreadyCompletedException>(() => desk.ResetAsync("lena", Secret));
    }

    [Fact]
    public async Task After_a_restart_the_caller_calls_again_and_the_decision_fits()
    {
        using var folder = new TestFolder();
        var ledger = new Ledger();
        var options = new GovernanceOptions { Actor = "agent", Authority = "ticket 1", LeastAssuranceForHigh = ConfirmationAssurance.Recorded };
        var undecided = new FakeGate { Answer = r => FakeGate.Decision(r, ConfirmationVerdict.Pending) };
        await using (var journal = FileJournal.Open(folder.Journal))
        {
            Assert.True((await new AccessDesk(new StepGovernor(journal, undecided, options), ledger).ResetAsync("lena", Secret)).IsPending);
        }

        await using (var journal = FileJournal.Open(folder.Journal))
        {
            var governor = new StepGovernor(journal, new FakeGate(), options);
            Assert.Empty(await governor.ResumeApprovedAsync(default));
            Assert.True((await new AccessDesk(governor, ledger).ResetAsync("lena", Secret)).IsCompleted);
            Assert.Single(ledger.Acts);
        }

        foreach (var file in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain("sesame", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Another_host_with_the_same_key_has_the_same_digest_and_one_with_another_has_not()
    {
        var (one, same, other) = (new byte[32], new byte[32], Enumerable.Repeat((byte)7, 32).ToArray());
        Assert.Equal(await DigestAsync(one), await DigestAsync(same));
        Assert.NotEqual(await DigestAsync(one), await DigestAsync(other));

        static async Task<string> DigestAsync(byte[] key)
        {
            await using var harness = new GovernanceHarness(o => o.RedactionKey = key);
            await new AccessDesk(harness.Governor, new Ledger()).ResetAsync("lena", Secret);
            return Assert.Single(harness.Pending).Digest;
        }
    }

    [Fact]
    public async Task Without_any_key_the_step_is_refused_and_nothing_is_shown()
    {
        var log = new KeylessLog();
        var governor = new StepGovernor(log, new FakeGate(), new GovernanceOptions { Actor = "agent", Authority = "ticket 1" });
        var outcome = await new AccessDesk(governor, new Ledger()).ResetAsync("lena", Secret);
        Assert.Equal(StepStatus.Refused, outcome.Status);
        Assert.Contains("GovernanceOptions.RedactionKey", outcome.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", string.Concat(log.Records.Select(r => r.Input)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_self_governed_step_can_hide_an_argument_too()
    {
        await using var harness = new GovernanceHarness();
        await Assert.ThrowsAsync<StepPendingException>(() => harness.Governor.RequireApprovalAsync(
            new ConfirmationRequest
            {
                Workflow = "access", Step = "reset", Tier = RiskTier.High, Question = "Reset?",
                Arguments = [new ConfirmationArgument("user", "\"lena\""), new ConfirmationArgument("password", $"\"{Secret}\"") { IsRedacted = true }],
            },
            default));
        var shown = Assert.Single(harness.Pending).Arguments;
        Assert.Equal("\"lena\"", shown[0].Json);
        Assert.StartsWith("{\"$redacted\":\"hmac-sha256:", shown[1].Json, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", string.Concat(harness.Records.Select(r => r.Input)), StringComparison.Ordinal);
    }

    private sealed class KeylessLog : IActionLog
    {
        public List<ActionRecord> Records { get; } = [];

        public ValueTask<LogPosition> AppendAsync(ActionRecord record, CancellationToken cancellationToken)
        {
            Records.Add(record);
            return default;
        }
    }
}
