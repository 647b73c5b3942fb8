using System.Text.RegularExpressions;

namespace GovernanceAnalyzers.Package.Tests.Rig;

/// <summary>
/// The errors that a build is to end with, no more and no fewer: each stands behind the line that it is about, as <c>// GVN2001 words of its message</c>.
/// </summary>
internal static partial class ExpectedErrors
{
    public static void FailedAsMarked(this SdkRun run, params (string Path, string Text)[] sources)
    {
        Assert.True(run.ExitCode == 1, $"It ended with {run.ExitCode}:\n{run.Output}");
        var expected = sources.SelectMany(s => Marks(Path.GetFileName(s.Path), s.Text)).ToList();
        var found = run.Errors.Select(e => Reported().Match(e)).ToList();
        Assert.Equal(
            expected.Select(e => e.Place).Order(StringComparer.Ordinal),
            found.Select(f => f.Success ? Place(f.Groups["file"].Value, f.Groups["line"].Value, f.Groups["rule"].Value) : f.Value).Order(StringComparer.Ordinal));
        foreach (var (place, words) in expected)
        {
            var message = found.First(f => Place(f.Groups["file"].Value, f.Groups["line"].Value, f.Groups["rule"].Value) == place).Groups["text"].Value;
            Assert.True(message.Contains(words, StringComparison.Ordinal), $"{place} is not about '{words}': {message}");
        }
    }

    private static IEnumerable<(string Place, string Words)> Marks(string file, string text)
        => text.Split('\n').SelectMany((line, index) => Mark().Matches(line.TrimEnd('\r'))
            .Select(m => (Place(file, $"{index + 1}", m.Groups["rule"].Value), m.Groups["words"].Value)));

    private static string Place(string file, string line, string rule) => $"{file}({line}): {rule}";

    [GeneratedRegex(@" // (?<rule>GVN\d{4}) (?<words>.+?)(?= // GVN|$)")]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<file>[^/\\]+)\((?<line>\d+),\d+\): error (?<rule>\w+): (?<text>.*)$")]
    private static partial Regex Reported();
}
