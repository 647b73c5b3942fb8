using System.Globalization;

namespace Governance;

/// <summary>Holds the journal for one writer. The operating system lets go of it when the process ends, however it ends.</summary>
internal sealed class JournalLock : IDisposable
{
    // EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.
    private static readonly int[] s_taken = [11, 35, unchecked((int)0x80070020)];
    private readonly FileStream _file;

    private JournalLock(FileStream file) => _file = file;

    public static JournalLock Take(JournalFolder folder, TimeProvider clock)
    {
        FileStream file;
        try
        {
            file = new FileStream(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (s_taken.Contains(e.HResult))
        {
            throw new JournalException(
                $"The journal in {folder.Path} is in use by {Writer(folder)}. A journal has one writer: stop that process or use another folder.", e);
        }

        try
        {
            var now = clock.GetUtcNow().ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
            File.WriteAllText(folder.Writer, $"process {Environment.ProcessId} on {Environment.MachineName} since {now}");
            return new JournalLock(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose() => _file.Dispose();

    private static string Writer(JournalFolder folder)
    {
        try
        {
            return DisplayText.Clean(File.ReadAllText(folder.Writer), 200);
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
