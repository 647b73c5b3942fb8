namespace Governance.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("governance-test-").FullName;

    public string Journal => System.IO.Path.Combine(Path, "governance");

    public string Records => In("journal.jsonl");

    public string Head => In("journal.head");

    public string In(string name) => System.IO.Path.Combine(Journal, name);

    /// <summary>Writes a journal of some records, each with a payload.</summary>
    public async Task WriteAsync(int count)
    {
        await using var journal = FileJournal.Open(Journal);
        for (var i = 1; i <= count; i++)
        {
            await journal.AppendAsync(Record("R-" + i), default);
        }
    }

    public static ActionRecord Record(string requestId) => new()
    {
        Time = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero), Workflow = "refunds", Step = "issue-refund", RequestId = requestId,
        State = ActionStates.Completed, Tier = RiskTier.High, Actor = "agent", Authority = "ticket 1", Confidence = 0.75, LatencyMs = 12.5,
        Input = $$"""{"order":"{{requestId}}"}""",
    };

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
