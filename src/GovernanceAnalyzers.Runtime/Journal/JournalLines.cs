namespace Governance;

/// <summary>A journal's lines, read in chunks, each with its place in the file.</summary>
internal static class JournalLines
{
    /// <summary>One line: without its line feed, where it has one.</summary>
    public readonly record struct Line(ReadOnlyMemory<byte> Bytes, long Start, bool Ended)
    {
        public long End => Start + Bytes.Length + (Ended ? 1 : 0);
    }

    /// <summary>Reads lines up to a length; each line's bytes hold until the next one is asked for.</summary>
    public static IEnumerable<Line> Read(string path, long upTo = long.MaxValue)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        var buffer = new byte[64 * 1024];
        var (filled, searched, start) = (0, 0, 0L);
        while (true)
        {
            var end = Array.IndexOf(buffer, (byte)'\n', searched, filled - searched);
            if (end >= 0)
            {
                yield return new Line(buffer.AsMemory(0, end), start, Ended: true);
                start += end + 1;
                buffer.AsSpan(end + 1, filled - end - 1).CopyTo(buffer);
                filled -= end + 1;
                searched = 0;
                continue;
            }

            searched = filled;
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var room = (int)Math.Min(buffer.Length - filled, upTo - start - filled);
            var read = room > 0 ? file.Read(buffer, filled, room) : 0;
            if (read == 0)
            {
                break;
            }

            filled += read;
        }

        if (filled > 0)
        {
            yield return new Line(buffer.AsMemory(0, filled), start, Ended: false);
        }
    }
}
