using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Governance;

/// <summary>
/// The last acknowledged record's number and hash, in a small file beside the journal: what tells a cut tail from a torn one. Two slots are
/// written in turn, so that one of them is whole whatever happens while the other is written.
/// </summary>
internal sealed class JournalHead : IDisposable
{
    private const int SlotLength = 256;
    private const string Format = "governance-journal-head/1";
    private readonly SafeFileHandle _file;
    private int _slot;

    private JournalHead(SafeFileHandle file) => _file = file;

    public static JournalHead Open(string path, LogPosition position)
    {
        var head = new JournalHead(File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read));
        head.Write(position);
        head.Write(position);
        RandomAccess.FlushToDisk(head._file);
        return head;
    }

    /// <summary>The newest whole slot; null where there is none.</summary>
    public static LogPosition? Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[2 * SlotLength];
        var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        LogPosition? newest = null;
        for (var at = 0; at + SlotLength <= length; at += SlotLength)
        {
            if (Parse(Encoding.ASCII.GetString(bytes, at, SlotLength)) is { } slot && (newest is null || slot.Sequence > newest.Value.Sequence))
            {
                newest = slot;
            }
        }

        return newest;
    }

    // Not flushed: after a power cut an older head is enough, because the journal itself is flushed before anything is acknowledged.
    public void Write(LogPosition position)
    {
        RandomAccess.Write(_file, Encoding.ASCII.GetBytes(Text(position)), _slot * SlotLength);
        _slot = 1 - _slot;
    }

    public void Dispose() => _file.Dispose();

    private static string Text(LogPosition position)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{Format} {position.Sequence} {position.Hash}");
        return $"{body} {CanonicalJson.Digest(body)}".PadRight(SlotLength - 1) + "\n";
    }

    private static LogPosition? Parse(string slot)
    {
        var parts = slot.TrimEnd().Split(' ');
        return parts.Length == 4 && parts[0] == Format && parts[3] == CanonicalJson.Digest(string.Join(' ', parts[..3]))
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? new LogPosition(sequence, parts[2])
            : null;
    }
}
