namespace Governance;

/// <summary>An action log that can be read back: what the governor knows of earlier processes.</summary>
public interface IReadableActionLog : IActionLog
{
    /// <summary>Reads every record in order, without the payloads.</summary>
    /// <returns>The records.</returns>
    IEnumerable<LoggedAction> ReadAll();

    /// <summary>Reads an argument list or a result.</summary>
    /// <param name="digest">Its digest.</param>
    /// <returns>The JSON, or null where it has been erased.</returns>
    string? ReadPayload(string digest);
}

/// <summary>A record as it stands in the log.</summary>
public sealed class LoggedAction
{
    /// <summary>Where it stands.</summary>
    public LogPosition Position { get; init; }

    /// <summary>The record, without <see cref="ActionRecord.Input"/> and <see cref="ActionRecord.Output"/>.</summary>
    public ActionRecord Record { get; init; } = new();

    /// <summary>SHA-256 of the arguments' JSON; null where the record has none.</summary>
    public string? InputDigest { get; init; }

    /// <summary>SHA-256 of the result's JSON; null where the record has none.</summary>
    public string? OutputDigest { get; init; }
}
