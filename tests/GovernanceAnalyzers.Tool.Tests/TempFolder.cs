using System.Security.Cryptography;

namespace GovernanceAnalyzers.Tool.Tests;

/// <summary>A user's folder outside the repository, so that none of its build files reach in.</summary>
public sealed class TempFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("governance-tests-").FullName;

    public TempFolder()
    {
        Directory.CreateDirectory(Path);
        Directory.CreateDirectory(Data);
    }

    public string Path => System.IO.Path.Combine(_root, "user's code");

    /// <summary>The user's application data, beside their code and not in it.</summary>
    public string Data => System.IO.Path.Combine(_root, "data");

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public TempFolder With(string name, string content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], content);
        return this;
    }

    /// <summary>Every file with a digest of its bytes.</summary>
    public SortedDictionary<string, string> Fingerprint() => new(
        Directory.EnumerateFileSystemEntries(Path, "*", SearchOption.AllDirectories).ToDictionary(
            f => System.IO.Path.GetRelativePath(Path, f),
            f => Directory.Exists(f) ? "folder" : Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f)))),
        StringComparer.Ordinal);

    public void Dispose()
    {
        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (IOException)
        {
            // The compiler server may still hold a file.
        }
    }
}
