using System.Globalization;
using System.Text.Json;

namespace Governance;

/// <summary>Reads a journal from its first record to its last and checks every link of the chain.</summary>
internal sealed class JournalScan
{
    private const string Restore = "Restore the folder from a backup, or set it aside as it is and start a new one; do not edit it.";
    private readonly JournalFolder _folder;
    private readonly LogPosition? _head;
    private readonly Action<LoggedAction> _seen;

    private JournalScan(JournalFolder folder, LogPosition? head, Action<LoggedAction> seen)
    {
        _folder = folder;
        _head = head;
        _seen = seen;
    }

    /// <summary>The last good record.</summary>
    public LogPosition Last { get; private set; } = new(0, JournalRecord.NoHash);

    /// <summary>The bytes up to the end of the last good record.</summary>
    public long Length { get; private set; }

    /// <summary>The last record is whole but lacks its line feed.</summary>
    public bool LacksLineFeed { get; private set; }

    /// <summary>Bytes of a record that was never acknowledged stand behind the last good one.</summary>
    public bool HasTornTail { get; private set; }

    public JournalProblem? Problem { get; private set; }

    public static JournalScan Run(JournalFolder folder, Action<LoggedAction> seen)
    {
        // The head first: a writer that is at work moves it only after the records it names.
        var headExists = File.Exists(folder.Head);
        var scan = new JournalScan(folder, headExists ? JournalHead.Read(folder.Head) : null, seen);
        if (!File.Exists(folder.Records))
        {
            if (scan._head is { Sequence: > 0 } || (headExists && scan._head is null))
            {
                scan.Problem = new(folder.Records, 0, "the file with the records is missing.", Restore);
            }

            return scan;
        }

        scan.ReadLines();
        scan.Problem ??= scan.CompareWithHead(headExists);
        return scan;
    }

    private void ReadLines()
    {
        string? hashAtHead = null;
        foreach (var line in JournalLines.Read(_folder.Records))
        {
            var number = Last.Sequence + 1;
            var acknowledged = _head is { } head && number <= head.Sequence;
            var (action, fault, isRecord) = Check(line.Bytes);
            if (fault is not null)
            {
                if (acknowledged || (isRecord && line.Ended))
                {
                    Problem = new(_folder.Records, number, fault, Restore);
                }
                else
                {
                    HasTornTail = true;
                }

                return;
            }

            Last = action!.Position;
            Length = line.End;
            LacksLineFeed = !line.Ended;
            if (_head is { } anchor && anchor.Sequence == number)
            {
                hashAtHead = Last.Hash;
                if (hashAtHead != anchor.Hash)
                {
                    Problem = new(_folder.Records, number, "the record is not the one that journal.head names: the journal was replaced.", Restore);
                    return;
                }
            }

            _seen(action);
        }
    }

    private (LoggedAction? Action, string? Fault, bool IsRecord) Check(ReadOnlyMemory<byte> line)
    {
        try
        {
            var action = JournalRecord.Parse(line, out var before);
            var fault = action.Position.Hash != JournalRecord.Hash(line.Span)
                ? $"record {action.Position.Sequence} was changed after it was written: its hash does not fit its content."
                : action.Position.Sequence != Last.Sequence + 1 || before != Last.Hash
                    ? string.Create(CultureInfo.InvariantCulture,
                        $"record {action.Position.Sequence} does not follow record {Last.Sequence}: a record between them was removed or put in.")
                    : null;
            return (action, fault, true);
        }
        catch (JsonException)
        {
            return (null, "the line is not a record.", false);
        }
    }

    private JournalProblem? CompareWithHead(bool headExists)
    {
        if (_head is not { } head)
        {
            return !headExists && Last.Sequence == 0 && !HasTornTail
                ? null
                : new(_folder.Head, 0, headExists
                    ? "the file is damaged, so nobody can tell whether the journal's end is missing."
                    : "the file is missing, so nobody can tell whether the journal's end is missing.", Restore);
        }

        return head.Sequence > Last.Sequence
            ? new(_folder.Records, Last.Sequence + 1, string.Create(CultureInfo.InvariantCulture,
                $"the journal ends after record {Last.Sequence}, but record {head.Sequence} was acknowledged: its end was cut off."), Restore)
            : null;
    }
}
