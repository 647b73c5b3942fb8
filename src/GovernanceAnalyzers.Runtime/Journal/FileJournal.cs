using System.Globalization;

namespace Governance;

/// <summary>
/// The action log in a folder: append-only JSON Lines, chained by SHA-256, flushed to the disk before a record is acknowledged. One process
/// writes; opening verifies everything that is there. Format: docs/journal-format.md.
/// </summary>
public sealed class FileJournal : IReadableActionLog, IRedactionKeyStore, IAsyncDisposable, IDisposable
{
    private readonly JournalFolder _folder;
    private readonly PayloadStore _payloads;
    private readonly JournalLock _lock;
    private readonly JournalWriter _writer;
    private int _disposed;

    private FileJournal(JournalFolder folder, JournalLock held, JournalWriter writer, JournalReport report)
    {
        _folder = folder;
        _payloads = new PayloadStore(folder);
        _lock = held;
        _writer = writer;
        OpeningReport = report;
    }

    /// <summary>What was found when the journal was opened, such as a torn record that was cut off.</summary>
    public JournalReport OpeningReport { get; }

    /// <summary>The folder.</summary>
    public string Folder => _folder.Path;

    /// <summary>Opens a journal for writing, and verifies it; makes the folder where there is none.</summary>
    /// <param name="folder">The folder, absolute or relative to the current directory.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <returns>The journal.</returns>
    /// <exception cref="JournalException">The folder cannot be written, another process writes to it, or the journal is damaged.</exception>
    public static FileJournal Open(string folder, TimeProvider? timeProvider = null) => Open(folder, timeProvider, JournalFile.Open);

    internal static FileJournal Open(string folder, TimeProvider? timeProvider, Func<string, JournalFile> openFile)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var place = new JournalFolder(folder);
        var clock = timeProvider ?? TimeProvider.System;
        JournalLock? held = null;
        JournalFile? file = null;
        try
        {
            Directory.CreateDirectory(place.Payloads);
            held = JournalLock.Take(place, clock);
            var report = JournalVerifier.Verify(place, _ => { }, null, out var scan);
            if (report.Problem is { } problem)
            {
                throw new JournalException(problem.ToString());
            }

            file = openFile(place.Records);
            report = CutTornTail(place, scan, report, file, clock);
            var head = JournalHead.Open(place.Head, scan.Last);
            return new FileJournal(place, held, new JournalWriter(place, file, head, scan.Last, scan.Length + (scan.LacksLineFeed ? 1 : 0)), report);
        }
        catch (Exception e)
        {
            file?.Dispose();
            held?.Dispose();
            if (e is IOException or UnauthorizedAccessException)
            {
                throw new JournalException(
                    $"The journal cannot be opened in {place.Path}: {e.Message} Medium and High steps need a folder that can be written.", e);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<LogPosition> AppendAsync(ActionRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        cancellationToken.ThrowIfCancellationRequested();
        string? input, output;
        try
        {
            // Before the record that names them, and by the caller: many callers flush their payloads side by side.
            input = record.Input is null ? null : _payloads.Write(record.Input);
            output = record.Output is null ? null : _payloads.Write(record.Output);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new JournalException($"A payload cannot be written to {_folder.Payloads}: {e.Message}", e);
        }

        return await _writer.AppendAsync(record, input, output).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public IEnumerable<LoggedAction> ReadAll()
    {
        foreach (var line in JournalLines.Read(_folder.Records, _writer.DurableLength))
        {
            yield return JournalRecord.Parse(line.Bytes);
        }
    }

    /// <inheritdoc/>
    public string? ReadPayload(string digest) => _payloads.Read(digest);

    /// <summary>Reads the key of redacted values, <c>redaction.key</c> in the folder; makes it when first asked.</summary>
    /// <returns>32 bytes.</returns>
    /// <exception cref="JournalException">The file is damaged, others can read it, or it cannot be read or written.</exception>
    public byte[] ReadRedactionKey() => new RedactionKeyFile(_folder.RedactionKey).ReadOrMake();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            await _writer.DisposeAsync().ConfigureAwait(false);
            _lock.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static JournalReport CutTornTail(JournalFolder folder, JournalScan scan, JournalReport report, JournalFile file, TimeProvider clock)
    {
        string? kept = null;
        if (scan.HasTornTail)
        {
            kept = folder.Records + ".torn-" + clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
            using (var all = new FileStream(folder.Records, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
            using (var aside = new FileStream(kept, FileMode.CreateNew))
            {
                all.Position = scan.Length;
                all.CopyTo(aside);
                aside.Flush(flushToDisk: true);
            }

            file.CutTo(scan.Length);
        }

        if (scan.LacksLineFeed)
        {
            file.Write("\n"u8.ToArray(), scan.Length);
        }

        file.Flush();
        return new JournalReport
        {
            Folder = report.Folder, Records = report.Records, LastHash = report.LastHash, NotEvidence = report.NotEvidence,
            ErasedPayloads = report.ErasedPayloads, HasTornTail = report.HasTornTail, TornTailKeptAs = kept,
        };
    }
}
