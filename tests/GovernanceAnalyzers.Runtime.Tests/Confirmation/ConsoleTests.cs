using System.Collections.Concurrent;

namespace Governance.Tests;

public sealed class ConsoleTests
{
    private readonly Keyboard _keyboard = new();
    private readonly Screen _screen = new();

    private ConsoleConfirmationGate Gate(string account = "dana") => new(_keyboard, _screen, false, TimeProvider.System, account);

    private static ConfirmationRequest Request(TimeSpan? left = null) => new()
    {
        RequestId = "R-1", Workflow = "w", Step = "s", Tier = RiskTier.High, Question = "Delete \"a\"?", Actor = "agent", Digest = "d",
        ExpiresAt = DateTimeOffset.UtcNow + (left ?? TimeSpan.FromMinutes(5)),
    };

    [Fact]
    public async Task A_person_reads_the_request_and_types_the_whole_word()
    {
        var asking = Gate().RequestAsync(Request(), default).AsTask();
        await ShownAsync("Type approve or deny, as dana:");
        _keyboard.Type("y", "", "approve");
        var decision = await asking;
        Assert.Equal((ConfirmationVerdict.Approved, "dana", ConfirmationAssurance.OsAccount, "R-1", "d"),
            (decision.Verdict, decision.Approver, decision.Assurance, decision.RequestId, decision.Digest));
        Assert.Contains("Delete \"a\"?", _screen.ToString(), StringComparison.Ordinal);
        Assert.Contains("rollback   none", _screen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_denial_asks_for_its_reason()
    {
        var asking = Gate().RequestAsync(Request(), default).AsTask();
        await ShownAsync("Type approve");
        _keyboard.Type("DENY", " ", "wrong folder");
        var decision = await asking;
        Assert.Equal((ConfirmationVerdict.Denied, "wrong folder"), (decision.Verdict, decision.Reason));
    }

    [Fact]
    public async Task What_was_typed_before_the_question_answers_nothing()
    {
        var gate = Gate();
        var first = gate.RequestAsync(Request(), default).AsTask();
        await ShownAsync("Type approve");
        _keyboard.Type("deny", "no", "approve", "approve");
        Assert.Equal(ConfirmationVerdict.Denied, (await first).Verdict);
        await _keyboard.AllReadAsync();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gate.RequestAsync(Request(), stop.Token).AsTask());
    }

    [Fact]
    public async Task The_time_runs_out_and_the_next_question_gets_its_own_answer()
    {
        var gate = Gate();
        Assert.Equal(ConfirmationVerdict.Expired, (await gate.RequestAsync(Request(TimeSpan.FromMilliseconds(100)), default)).Verdict);
        Assert.Equal(ConfirmationVerdict.Expired, (await gate.RequestAsync(Request(TimeSpan.FromSeconds(-1)), default)).Verdict);
        var shown = _screen.ToString().Length;
        var next = gate.RequestAsync(Request(), default).AsTask();
        await ShownAsync("Type approve", shown);
        _keyboard.Type("approve");
        Assert.Equal(ConfirmationVerdict.Approved, (await next).Verdict);
    }

    [Fact]
    public async Task An_ended_input_is_no_answer()
    {
        _keyboard.Close();
        var bench = new StepGovernor(new MemoryActionLog(), Gate(), new GovernanceOptions { Actor = "a", Authority = "t" });
        var outcome = await new RefundDesk(bench, new Ledger()).RouteClaimAsync("c");
        Assert.Equal(StepStatus.Refused, outcome.Status);
        Assert.Contains("standard input has ended", outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void It_does_not_start_when_standard_input_is_redirected()
    {
        var refused = Assert.Throws<GovernanceConfigurationException>(() => new ConsoleConfirmationGate(_keyboard, _screen, true, TimeProvider.System, "dana"));
        Assert.Contains("standard input is redirected", refused.Message, StringComparison.Ordinal);
    }

    private async Task ShownAsync(string text, int after = 0)
    {
        for (var i = 0; i < 3000 && !_screen.ToString()[after..].Contains(text, StringComparison.Ordinal); i++)
        {
            await Task.Delay(10);
        }
    }

    /// <summary>May be read while it is written to.</summary>
    private sealed class Screen : StringWriter
    {
        public override void Write(string? value)
        {
            lock (this)
            {
                base.Write(value);
            }
        }

        public override Task WriteAsync(string? value)
        {
            Write(value);
            return Task.CompletedTask;
        }

        public override string ToString()
        {
            lock (this)
            {
                return base.ToString();
            }
        }
    }

    private sealed class Keyboard : TextReader
    {
        private readonly BlockingCollection<string> _lines = [];
        private int _typed;
        private int _asked;

        public void Type(params string[] lines)
        {
            Interlocked.Add(ref _typed, lines.Length);
            Array.ForEach(lines, _lines.Add);
        }

        /// <summary>Ends when the reader is back for the line after the last one.</summary>
        public async Task AllReadAsync()
        {
            while (Volatile.Read(ref _asked) <= Volatile.Read(ref _typed))
            {
                await Task.Delay(5);
            }
        }

        public new void Close() => _lines.CompleteAdding();

        public override string? ReadLine()
        {
            Interlocked.Increment(ref _asked);
            return _lines.TryTake(out var line, Timeout.Infinite) ? line : null;
        }
    }
}
