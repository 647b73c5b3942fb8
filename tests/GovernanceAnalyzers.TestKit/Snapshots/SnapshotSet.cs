using System.Text;
using Microsoft.CodeAnalysis.Testing;
using Xunit.Sdk;

namespace VerifyXunit;

/// <summary>The snapshots of one test method.</summary>
internal sealed class SnapshotSet
{
    /// <summary>Set to 1: received snapshots become the verified ones. The test still fails, so that it cannot stay set.</summary>
    private const string AcceptVariable = "ACCEPT_SNAPSHOTS";

    private readonly string _folder;
    private readonly string _prefix;
    private readonly Dictionary<string, string> _received = [];

    public SnapshotSet(string testFile, string testMethod)
    {
        var file = SourcePath.OnThisMachine(testFile);
        _folder = Path.Combine(Path.GetDirectoryName(file)!, "_snapshots");
        _prefix = $"{Path.GetFileNameWithoutExtension(file)}.{testMethod}";
    }

    public static bool IsAccepting => Environment.GetEnvironmentVariable(AcceptVariable) == "1";

    public void Add(string suffix, string extension, string content)
        => _received.Add($"{_prefix}{suffix}|{extension}", content.Replace("\r\n", "\n"));

    public async Task CompareAsync()
    {
        var failures = new List<string>();
        var verified = new HashSet<string>();
        foreach (var (key, content) in _received)
        {
            var (name, extension) = key.Split('|') is [var n, var e] ? (n, e) : throw new InvalidOperationException(key);
            var expectedFile = Path.Combine(_folder, $"{name}.verified.{extension}");
            var receivedFile = Path.Combine(_folder, $"{name}.received.{extension}");
            verified.Add(expectedFile);
            var expected = File.Exists(expectedFile) ? (await File.ReadAllTextAsync(expectedFile).ConfigureAwait(false)).Replace("\r\n", "\n") : null;
            if (expected == content)
            {
                File.Delete(receivedFile);
                continue;
            }

            Directory.CreateDirectory(_folder);
            await File.WriteAllTextAsync(IsAccepting ? expectedFile : receivedFile, content, new UTF8Encoding(false)).ConfigureAwait(false);
            failures.Add(expected is null
                ? $"There is no snapshot {expectedFile}. Received:\n{content}"
                : TextDifference.Explain(Path.GetFileName(expectedFile), expected, content));
        }

        failures.AddRange(Stale(verified).Select(file => $"Nothing gives this snapshot any more; delete it: {file}"));
        if (failures.Count > 0)
        {
            throw new XunitException(string.Join("\n\n", failures));
        }
    }

    private IEnumerable<string> Stale(HashSet<string> verified)
        => Directory.Exists(_folder)
            ? Directory.EnumerateFiles(_folder, $"{_prefix}#*.verified.*").Concat(Directory.EnumerateFiles(_folder, $"{_prefix}.verified.*"))
                .Where(file => !verified.Contains(file))
            : [];
}

/// <summary>Where a source file is now: a deterministic build writes <c>/_/</c> for the repository's folder.</summary>
internal static class SourcePath
{
    public static string OnThisMachine(string path)
    {
        const string MappedRoot = "/_/";
        if (!path.StartsWith(MappedRoot, StringComparison.Ordinal))
        {
            return path;
        }

        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && folder.GetFiles("*.sln").Length == 0)
        {
            folder = folder.Parent;
        }

        return folder is null ? path : Path.Combine(folder.FullName, path[MappedRoot.Length..]);
    }
}
