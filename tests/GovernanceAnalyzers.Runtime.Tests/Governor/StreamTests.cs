using System.Runtime.CompilerServices;

namespace Governance.Tests;

public sealed class StreamTests
{
    private static readonly string[] s_folders = ["a", "b", "c"];

    [Fact]
    public async Task Nothing_happens_until_the_first_item_is_asked_for_and_the_end_is_recorded_with_the_count()
    {
        await using var g = new GovernedDesk();
        var stream = Purge(g, RiskTier.Low);
        Assert.Empty(g.Ledger.Acts);
        Assert.Empty(g.Harness.Records);
        Assert.Equal(s_folders, await ReadAsync(stream));
        var record = Assert.Single(g.Harness.Records);
        Assert.Equal(("completed", """{"items":3}""", """{"path":"tmp"}"""), (record.State, record.Output, record.Input));
    }

    [Fact]
    public async Task The_body_never_acts_ahead_of_the_reader()
    {
        await using var g = new GovernedDesk();
        await foreach (var item in Purge(g, RiskTier.Low))
        {
            await Task.Delay(5);
            Assert.Equal("purge " + item, g.Ledger.Acts[^1]);
        }
    }

    [Fact]
    public async Task A_person_is_asked_when_the_first_item_is_and_the_items_come_after_the_yes()
    {
        await using var g = new GovernedDesk();
        await Assert.ThrowsAsync<StepPendingException>(() => ReadAsync(Purge(g, RiskTier.High)));
        Assert.Empty(g.Ledger.Acts);
        g.Harness.Approve("desk/purge", by: "dana");
        Assert.Equal(s_folders, await ReadAsync(Purge(g, RiskTier.High)));
        Assert.Equal(["requested", "confirmed", "started", "completed"], g.States);
    }

    [Fact]
    public async Task A_denied_stream_has_no_items()
    {
        await using var g = new GovernedDesk();
        await Assert.ThrowsAsync<StepPendingException>(() => ReadAsync(Purge(g, RiskTier.Medium)));
        g.Harness.Deny("desk/purge", by: "dana", "not today");
        await Assert.ThrowsAsync<StepDeniedException>(() => ReadAsync(Purge(g, RiskTier.Medium)));
        Assert.Empty(g.Ledger.Acts);
    }

    [Fact]
    public async Task A_reader_who_leaves_early_ends_the_body_and_that_is_on_record_before_the_reader_goes_on()
    {
        await using var g = new GovernedDesk();
        await foreach (var _ in Purge(g, RiskTier.Low))
        {
            break;
        }

        Assert.Equal(["purge a", "closed"], g.Ledger.Acts);
        var record = Assert.Single(g.Harness.Records);
        Assert.Equal(("abandoned", """{"items":1}""", "its reader left before the end."), (record.State, record.Output, record.Reason));
        Assert.Empty(g.Harness.Escalations);
    }

    [Fact]
    public async Task A_failure_is_thrown_to_the_reader_and_recorded_with_what_had_been_given()
    {
        await using var g = new GovernedDesk();
        g.Ledger.On = (act, _) => act == "purge c" ? throw new InvalidOperationException("disk is away") : Task.CompletedTask;
        var read = new List<string>();
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var item in Purge(g, RiskTier.Low))
            {
                read.Add(item);
            }
        });
        Assert.Equal("disk is away", thrown.Message);
        Assert.Equal(["a", "b"], read);
        Assert.Equal(("failed", """{"items":2}"""), (g.Harness.Records[0].State, g.Harness.Records[0].Output));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Either_token_ends_the_body_and_its_end_is_recorded(bool callers, bool readers)
    {
        await using var g = new GovernedDesk();
        using var stop = new CancellationTokenSource();
        using var never = new CancellationTokenSource();
        g.Ledger.On = async (act, _) => await (act == "purge b" ? stop.CancelAsync() : Task.CompletedTask);
        var stream = Purge(g, RiskTier.Low, callers ? stop.Token : never.Token).WithCancellation(readers ? stop.Token : never.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in stream)
            {
            }
        });
        Assert.Equal(["purge a", "purge b", "closed"], g.Ledger.Acts);
        Assert.Equal("failed", g.States.First());
        Assert.Contains("canceled", g.Harness.Records[0].Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_reading_is_a_call_of_its_own()
    {
        await using var g = new GovernedDesk();
        var stream = Purge(g, RiskTier.Low);
        await ReadAsync(stream);
        await ReadAsync(stream);
        Assert.Equal(2, g.Harness.Records.Select(r => r.RequestId).Distinct().Count());
    }

    [Fact]
    public async Task A_stream_that_was_read_to_its_end_under_its_key_is_neither_empty_nor_read_again()
    {
        await using var g = new GovernedDesk();
        await ReadAsync(Purge(g, RiskTier.Low, key: "k"));
        await Assert.ThrowsAsync<StepAlreadyCompletedException>(() => ReadAsync(Purge(g, RiskTier.Low, key: "k")));
        Assert.Equal(4, g.Ledger.Acts.Count);
    }

    [Theory]
    [InlineData(RiskTier.Low)]
    [InlineData(RiskTier.Medium)]
    public async Task One_that_was_left_under_its_key_is_read_again_where_no_person_was_asked(RiskTier tier)
    {
        await using var g = new GovernedDesk();
        g.Harness.Rehearse(new Testing.RecordedDecision { Step = "desk/purge", Verdict = ConfirmationVerdict.Approved, By = "dana" });
        await foreach (var _ in Purge(g, tier, key: "k"))
        {
            break;
        }

        if (tier == RiskTier.Low)
        {
            Assert.Equal(s_folders, await ReadAsync(Purge(g, tier, key: "k")));
            return;
        }

        var refused = await Assert.ThrowsAsync<StepRefusedException>(() => ReadAsync(Purge(g, tier, key: "k")));
        Assert.Contains("was left before its end", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["purge a", "closed"], g.Ledger.Acts);
    }

    [Fact]
    public async Task It_is_rolled_back_on_order_also_when_it_was_left()
    {
        await using var g = new GovernedDesk();
        await foreach (var _ in Purge(g, RiskTier.Low, key: "k"))
        {
            break;
        }

        var outcome = await g.Harness.Governor.RollbackAsync(g.Harness.Records[0].RequestId, "wrong folder", default);
        Assert.True(outcome.IsCompleted);
        Assert.Equal("restore tmp", g.Ledger.Acts[^1]);
        Assert.Equal(["abandoned", "rollback-ordered", "rolled-back"], g.States);
    }

    [Fact]
    public async Task A_step_inside_it_knows_it_whoever_reads()
    {
        await using var g = new GovernedDesk();
        g.Ledger.On = (act, _) => act == "purge b" ? g.Desk.TriageAsync("inner") : Task.CompletedTask;
        await ReadAsync(Purge(g, RiskTier.Low, key: "outer"));
        await g.Desk.TriageAsync("after");
        var outer = g.Harness.Records.Single(r => r.Step == "purge").RequestId;
        Assert.Equal([outer, null], g.Harness.Records.Where(r => r.Step == "triage").Select(r => r.ParentRequestId));
    }

    [Fact]
    public async Task One_that_waits_inside_for_a_person_is_suspended_and_goes_on()
    {
        await using var g = new GovernedDesk();
        g.Ledger.On = async (act, _) =>
        {
            if (act == "purge b")
            {
                (await g.Desk.RouteClaimAsync("c-1")).ThrowIfNotCompleted();
            }
        };
        var pending = await Assert.ThrowsAsync<StepPendingException>(() => ReadAsync(Purge(g, RiskTier.Low, key: "k")));
        Assert.Equal(g.Harness.Pending[0].RequestId, pending.RequestId);
        g.Harness.Approve(RefundDesk.RouteClaim, by: "dana");
        Assert.Equal(s_folders, await ReadAsync(Purge(g, RiskTier.Low, key: "k")));
        Assert.Equal("completed", g.States.Last());
    }

    [Fact]
    public async Task Where_the_log_cannot_be_written_nothing_is_given()
    {
        await using var g = new GovernedDesk();
        var governor = new StepGovernor(new FailingLog(), new FakeGate(), new() { Actor = "a", Authority = "b" });
        var refused = await Assert.ThrowsAsync<StepRefusedException>(() => ReadAsync(governor.RunStream(Call(g, RiskTier.Medium, null), default)));
        Assert.Contains("the action log cannot be written", refused.Message, StringComparison.Ordinal);
        Assert.Empty(g.Ledger.Acts);
    }

    private static IAsyncEnumerable<string> Purge(GovernedDesk g, RiskTier tier, CancellationToken cancellationToken = default, string? key = null)
        => g.Harness.Governor.RunStream(Call(g, tier, key), cancellationToken);

    // As the generator writes it.
    private static StepStreamCall<Ledger, string> Call(GovernedDesk g, RiskTier tier, string? key) => new(
        new StepStreamPlan<Ledger, string>
        {
            Step = new StepDescriptor { Workflow = "desk", Step = "purge", Tier = tier, Key = key, Digest = "d", Rollback = "RestoreAsync" },
            Body = static (ledger, _, cancellationToken) => PurgeAsync(ledger, cancellationToken),
            WriteArguments = static (_, writer) => writer.Write("path", "tmp"),
            Rollback = static (ledger, _, _) => ledger.ActAsync("restore tmp"),
        },
        g.Ledger);

    private static async IAsyncEnumerable<string> PurgeAsync(Ledger ledger, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            foreach (var folder in s_folders)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await ledger.ActAsync("purge " + folder, cancellationToken);
                yield return folder;
            }
        }
        finally
        {
            await ledger.ActAsync("closed", CancellationToken.None);
        }
    }

    private static async Task<List<string>> ReadAsync(IAsyncEnumerable<string> stream)
    {
        var items = new List<string>();
        await foreach (var item in stream)
        {
            items.Add(item);
        }

        return items;
    }
}
