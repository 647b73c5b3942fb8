using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Governance;

/// <summary>An action log in memory, for tests: chained like the journal, gone with the process.</summary>
public sealed class MemoryActionLog : IReadableActionLog, IRedactionKeyStore
{
    private readonly Lock _lock = new();
    private readonly List<LoggedAction> _actions = [];
    private readonly List<ActionRecord> _records = [];
    private readonly ConcurrentDictionary<string, string> _payloads = new();
    private readonly byte[] _redactionKey = RandomNumberGenerator.GetBytes(RedactionKeyFile.Length);
    private string _hash = JournalRecord.NoHash;

    /// <summary>Every record so far, with its payloads.</summary>
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

    /// <inheritdoc/>
    public ValueTask<LogPosition> AppendAsync(ActionRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        cancellationToken.ThrowIfCancellationRequested();
        var input = Keep(record.Input);
        var output = Keep(record.Output);
        lock (_lock)
        {
            var line = JournalRecord.Write(_actions.Count + 1, _hash, record, input, output, out _hash);
            var action = JournalRecord.Parse(line);
            _actions.Add(action);
            _records.Add(record);
            return new(action.Position);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<LoggedAction> ReadAll()
    {
        lock (_lock)
        {
            return [.. _actions];
        }
    }

    /// <inheritdoc/>
    public string? ReadPayload(string digest) => _payloads.GetValueOrDefault(digest);

    /// <summary>The key of redacted values, gone with the process.</summary>
    /// <returns>32 bytes.</returns>
    public byte[] ReadRedactionKey() => _redactionKey;

    private string? Keep(string? payload)
    {
        if (payload is null)
        {
            return null;
        }

        var digest = CanonicalJson.Digest(payload);
        _payloads[digest] = payload;
        return digest;
    }
}
