using System.Text.RegularExpressions;

namespace GovernanceAnalyzers.Tests.Docs;

/// <summary>A difference as a guide shows it, <c>```diff File.cs</c>: hunks without line numbers, each with a line or two around it.</summary>
internal sealed partial class GuideDiff
{
    private readonly string[] _hunks;

    private GuideDiff(string[] hunks) => _hunks = hunks;

    public static GuideDiff Of(string guide, string file)
        => new(Fence().Matches(RulePage.TextOf(guide)).Single(m => m.Groups["file"].Value == file).Groups["hunks"].Value.Split("@@\n"));

    /// <summary>One hunk after the other, each at the first place behind the one before.</summary>
    public string ApplyTo(string text)
    {
        var at = 0;
        foreach (var hunk in _hunks)
        {
            var lines = hunk.Split('\n')[..^1];
            var before = Side(lines, '+');
            var place = text.IndexOf(before, at, StringComparison.Ordinal);
            Assert.True(place >= 0, $"Nowhere in the text:\n{before}");
            var after = Side(lines, '-');
            text = text[..place] + after + text[(place + before.Length)..];
            at = place + after.Length;
        }

        return text;
    }

    private static string Side(string[] lines, char other)
        => string.Concat(lines.Where(l => !l.StartsWith(other)).Select(l => (l.Length > 0 ? l[1..] : l) + "\n"));

    [GeneratedRegex(@"^```diff (?<file>\S+)\n(?<hunks>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
