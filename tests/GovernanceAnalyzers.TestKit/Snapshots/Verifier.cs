using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

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
                "#" + Path.GetFileNameWithoutExtension(source.HintName).Replace('/', '_'), "cs",
                $"//HintName: {source.HintName}\n{WithoutVersion(source.SourceText.ToString())}");
        }

        if (!result.Diagnostics.IsEmpty)
        {
            snapshots.Add("", "txt", result.Diagnostics.Aggregate(new StringBuilder(), (text, d) => text.Append(d).Append('\n')).ToString());
        }

        return snapshots.CompareAsync();
    }

    /// <summary>A release changes the tool's version and nothing that a reader of snapshots looks at.</summary>
    private static string WithoutVersion(string source)
        => Regex.Replace(source, """(GeneratedCode\("[^"]*", )"[^"]*"\)""", "$1\"version\")");

    /// <summary>Compares one text.</summary>
    public static Task Verify(string target, string extension = "txt", [CallerFilePath] string testFile = "", [CallerMemberName] string testMethod = "")
    {
        var snapshots = new SnapshotSet(testFile, testMethod);
        snapshots.Add("", extension, target);
        return snapshots.CompareAsync();
    }
}
