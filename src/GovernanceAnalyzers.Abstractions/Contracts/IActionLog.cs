using System.Threading;
using System.Threading.Tasks;

namespace Governance;

/// <summary>The durable record of what was asked, decided and done.</summary>
public interface IActionLog
{
    /// <summary>Appends a record. Returns only when it is durable; throws otherwise, and then a Medium or High step does not act.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">Cancels before the record is written, never after.</param>
    /// <returns>Where the record stands in the log's total order.</returns>
    ValueTask<LogPosition> AppendAsync(ActionRecord record, CancellationToken cancellationToken);
}

/// <summary>Where a record stands in an action log.</summary>
public readonly struct LogPosition
{
    /// <summary>Makes a position.</summary>
    /// <param name="sequence">The record's number, from 1, without gaps.</param>
    /// <param name="hash">The record's chain hash, as lower-case hexadecimal SHA-256.</param>
    public LogPosition(long sequence, string hash)
    {
        Sequence = sequence;
        Hash = hash;
    }

    /// <summary>The record's number, from 1, without gaps.</summary>
    public long Sequence { get; }

    /// <summary>The record's chain hash, as lower-case hexadecimal SHA-256.</summary>
    public string Hash { get; }
}
