using System.Runtime.CompilerServices;
using System.Text;

namespace VerifyXunit;

/// <summary>Compares with snapshots, <c>Type.Method….verified.…</c> in <c>_snapshots</c> beside the test's source.</summary>
public static class Verifier
{
    /// <summary>Compares every generated source, and the generators' diagnostics where there are any.</summary>
    public static Task Verify(GeneratorDriver driver, [CallerFilePath] string testFile = "", [CallerMemberName] string testMethod = "")
    {
        var snapshots = new SnapshotSet(testFile, testMethod);
        var result = driver.GetRunResult();
        foreach (var source in result.Results.SelectMany(r => r.GeneratedSources))
        {
            // The name carries the hint name's stem, the first line all of it, as Verify.SourceGenerators writes them.
            snapshots.Add(
                "#" + Path.GetFileNameWithoutExtension(source.HintName).Replace('/', '_'), "cs", $"//HintName: {source.HintName}\n{source.SourceText}");
        }

        if (!result.Diagnostics.IsEmpty)
        {
            snapshots.Add("", "txt", result.Diagnostics.Aggregate(new StringBuilder(), (text, d) => text.Append(d).Append('\n')).ToString());
        }

        return snapshots.CompareAsync();
    }

    /// <summary>Compares one text.</summary>
    public static Task Verify(string target, string extension = "txt", [CallerFilePath] string testFile = "", [CallerMemberName] string testMethod = "")
    {
        var snapshots = new SnapshotSet(testFile, testMethod);
        snapshots.Add("", extension, target);
        return snapshots.CompareAsync();
    }
}
