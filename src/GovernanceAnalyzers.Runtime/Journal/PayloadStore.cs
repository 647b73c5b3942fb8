using System.Security.Cryptography;
using System.Text;

namespace Governance;

/// <summary>Arguments and results, each in a file named by its digest, so that one can be erased and the chain still holds.</summary>
internal sealed class PayloadStore(JournalFolder folder)
{
    /// <summary>Writes a payload durably, unless it is there already.</summary>
    /// <returns>Its digest.</returns>
    public string Write(string payload)
    {
        var bytes = Encoding.UTF8.GetBytes(payload);
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var path = PathOf(digest);
        if (File.Exists(path))
        {
            return digest;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = path + "." + Guid.NewGuid().ToString("N") + ".tmp";
        try
        {
            using (var file = File.OpenHandle(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                RandomAccess.Write(file, bytes, 0);
                RandomAccess.FlushToDisk(file);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }

        return digest;
    }

    /// <summary>The payload; null where it has been erased.</summary>
    /// <exception cref="JournalException">The payload was changed after it was written.</exception>
    public string? Read(string digest) => IsIntact(digest) switch
    {
        true => File.ReadAllText(PathOf(digest), Encoding.UTF8),
        false => throw new JournalException($"{PathOf(digest)} was changed after it was written."),
        null => null,
    };

    /// <summary>Whether the payload is there and is what was written; null where it has been erased.</summary>
    public bool? IsIntact(string digest)
    {
        try
        {
            using var file = new FileStream(PathOf(digest), FileMode.Open, FileAccess.Read, FileShare.Read);
            return Convert.ToHexStringLower(SHA256.HashData(file)) == digest;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public string PathOf(string digest) => Path.Combine(folder.Payloads, digest.Length > 2 ? digest[..2] : "_", digest + ".json");
}
