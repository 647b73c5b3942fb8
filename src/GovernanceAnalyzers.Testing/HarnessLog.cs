namespace Governance.Testing;

/// <summary>Captures records on their way into the log.</summary>
internal sealed class HarnessLog(IReadableActionLog log) : IReadableActionLog, IRedactionKeyStore, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<ActionRecord> _records = [];

    public IReadOnlyList<ActionRecord> Records
    {
        get
        {
            lock (_lock)
            {
                return [.. _records];
            }
        }
    }

    public async ValueTask<LogPosition> AppendAsync(ActionRecord record, CancellationToken cancellationToken)
    {
        var position = await log.AppendAsync(record, cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            _records.Add(record);
        }

        return position;
    }

    public IEnumerable<LoggedAction> ReadAll() => log.ReadAll();

    public string? ReadPayload(string digest) => log.ReadPayload(digest);

    public byte[] ReadRedactionKey() => ((IRedactionKeyStore)log).ReadRedactionKey();

    public ValueTask DisposeAsync() => log is IAsyncDisposable disposable ? disposable.DisposeAsync() : default;
}
