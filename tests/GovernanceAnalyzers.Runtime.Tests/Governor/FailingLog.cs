namespace Governance.Tests;

/// <summary>A log that does not take some states.</summary>
internal sealed class FailingLog(params string[] states) : IReadableActionLog
{
    public MemoryActionLog Inner { get; } = new();

    public ValueTask<LogPosition> AppendAsync(ActionRecord record, CancellationToken cancellationToken)
        => states.Contains(record.State) || states.Length == 0
            ? throw new JournalException("No space left on device.")
            : Inner.AppendAsync(record, cancellationToken);

    public IEnumerable<LoggedAction> ReadAll() => Inner.ReadAll();

    public string? ReadPayload(string digest) => Inner.ReadPayload(digest);
}
