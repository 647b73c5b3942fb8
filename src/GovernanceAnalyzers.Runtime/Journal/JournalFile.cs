using Microsoft.Win32.SafeHandles;

namespace Governance;

/// <summary>The file with the records, as the writer sees it. Open for tests to make it fail like a disk does.</summary>
internal class JournalFile(SafeFileHandle handle) : IDisposable
{
    public static JournalFile Open(string path)
        => new(File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read));

    public virtual void Write(ReadOnlyMemory<byte> bytes, long at) => RandomAccess.Write(handle, bytes.Span, at);

    public virtual void Flush() => RandomAccess.FlushToDisk(handle);

    public virtual void CutTo(long length) => RandomAccess.SetLength(handle, length);

    public void Dispose() => handle.Dispose();
}
