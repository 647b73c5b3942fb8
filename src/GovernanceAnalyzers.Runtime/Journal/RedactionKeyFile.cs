using System.Security.Cryptography;

namespace Governance;

/// <summary>The key of the redacted values: 32 random bytes as hexadecimal digits in a file that its owner alone can read.</summary>
internal sealed class RedactionKeyFile(string path)
{
    /// <summary>In bytes.</summary>
    public const int Length = 32;

    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads the key; makes it where there is none.</summary>
    /// <exception cref="JournalException">The file is damaged, others can read it, or it cannot be read or written.</exception>
    public byte[] ReadOrMake()
    {
        try
        {
            if (!File.Exists(path))
            {
                Make();
            }

            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(Owner | UnixFileMode.UserExecute)) != 0)
            {
                throw new JournalException($"{path} can be read by others than its owner, so redacted values could be guessed back: chmod 600 it.");
            }

            var text = File.ReadAllText(path).Trim();
            return text.Length == 2 * Length && text.All(char.IsAsciiHexDigit)
                ? Convert.FromHexString(text)
                : throw new JournalException($"{path} is damaged: it holds no {Length} bytes as hexadecimal digits. Bring it back from a backup.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new JournalException($"The key of redacted values cannot be kept in {path}: {e.Message}", e);
        }
    }

    // Complete or not there: a digest under half a key would fit no later one.
    private void Make()
    {
        var unfinished = path + "." + Guid.NewGuid().ToString("N") + ".tmp";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Owner;
        }

        try
        {
            using (var file = new FileStream(unfinished, options))
            {
                file.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Length)) + "\n"));
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: false);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
