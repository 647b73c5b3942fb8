using Governance;

namespace GovernanceAnalyzers.Tool.Tests.Log;

public sealed class LogCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void An_intact_log_is_exit_0()
    {
        Write(3);
        var run = GovernanceTool.Run(_folder, "log", "verify", "governance");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Matches("^Intact: 3 records, chain intact, last hash [0-9a-f]{64}\\.\n$", run.Output);
    }

    [Fact]
    public void An_edited_record_is_exit_1_with_file_line_and_what_to_do()
    {
        Write(3);
        var journal = _folder["governance/journal.jsonl"];
        File.WriteAllText(journal, File.ReadAllText(journal).Replace("R-2", "R-9", StringComparison.Ordinal));
        var run = GovernanceTool.Run(_folder, "log", "verify", "governance");
        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.StartsWith($"Broken: {journal}(2): ", run.Lines[0]);
        Assert.Equal("The 1 records before it are intact.", run.Lines[1]);
    }

    [Fact]
    public void A_deleted_tail_is_exit_1()
    {
        Write(3);
        var journal = _folder["governance/journal.jsonl"];
        File.WriteAllLines(journal, File.ReadAllLines(journal)[..2]);
        var run = GovernanceTool.Run(_folder, "log", "verify", "governance");
        Assert.True(run.ExitCode == 1 && run.Output.StartsWith("Broken: ", StringComparison.Ordinal), run.ToString());
    }

    [Fact]
    public void A_record_noted_elsewhere_must_still_be_there()
    {
        var position = Write(3)[1];
        var noted = $"{position.Sequence}:{position.Hash}";
        Assert.Equal(0, GovernanceTool.Run(_folder, "log", "verify", "governance", "--known", noted).ExitCode);
        Directory.Delete(_folder["governance"], recursive: true);
        Write(3, reason: "another history");
        var run = GovernanceTool.Run(_folder, "log", "verify", "governance", "--known", noted);
        Assert.True(run.ExitCode == 1 && run.Output.Contains("record 2 is not the one noted elsewhere", StringComparison.Ordinal), run.ToString());
    }

    [Fact]
    public void No_log_is_exit_2_with_one_line()
    {
        var run = GovernanceTool.Run(_folder, "log", "verify", "governance");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"Could not run: {_folder["governance"]} holds no journal (no journal.jsonl). Name the folder that was given to UseJournal.\n", run.Error);
    }

    [Fact]
    public void Tail_shows_the_last_records_and_no_control_characters()
    {
        Write(3, reason: "fine\u001b[2J\u202Ereally");
        var run = GovernanceTool.Run(_folder, "log", "tail", "governance", "-n", "2");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(2, run.Lines.Length);
        Assert.Matches(@"^     2  20\d\d-\d\d-\d\d \d\d:\d\d:\d\dZ  requested    refunds/issue-refund  R-2  for refund-bot  reason: fine\\u\{001B\}\[2J\\u\{202E\}really$",
                       run.Lines[0]);
    }

    public void Dispose() => _folder.Dispose();

    private List<LogPosition> Write(int records, string? reason = null)
    {
        using var journal = FileJournal.Open(_folder["governance"]);
        return [.. Enumerable.Range(1, records).Select(i => journal.AppendAsync(new ActionRecord
        {
            Time = DateTimeOffset.UtcNow,
            Workflow = "refunds",
            Step = "issue-refund",
            RequestId = $"R-{i}",
            State = ActionStates.Requested,
            Tier = RiskTier.High,
            Actor = "refund-bot",
            Reason = reason,
        }, CancellationToken.None).AsTask().GetAwaiter().GetResult())];
    }
}
