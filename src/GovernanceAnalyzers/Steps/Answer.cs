using System;
using System.Collections.Generic;
using System.Linq;

namespace GovernanceAnalyzers.Steps;

/// <summary>
/// Tells an answer from its absence: an empty text, white space and a placeholder that a fix or a hurried hand left behind name nobody.
/// </summary>
internal static class Answer
{
    private static readonly HashSet<string> s_placeholders = new(StringComparer.OrdinalIgnoreCase)
    {
        "todo", "tbd", "tba", "tbc", "fixme", "placeholder", "change me", "changeme", "fill in", "unknown",
        "none", "nobody", "no one", "n/a", "na",
        "someone", "somebody", "anyone", "your name", "your-name", "name", "owner", "null", "xxx", "xx", "x",
    };

    public static bool IsGiven(string? text)
    {
        var words = text?.Trim().Trim('<', '>', '[', ']', '(', ')', '{', '}', '.', '…', '?', '!', ':', '_', '-', '*', '"', '\'', ' ');
        return words is { Length: > 0 } && !s_placeholders.Contains(words) && !StartsWithMark(words);
    }

    /// <summary><c>TODO: ask Dana</c> is no owner; <c>todoist-team</c> is one.</summary>
    private static bool StartsWithMark(string words) => s_marks.Any(mark =>
        words.Length > mark.Length
        && words.StartsWith(mark, StringComparison.OrdinalIgnoreCase) && words[mark.Length] is ':' or ' ' or ',');

    private static readonly string[] s_marks = ["todo", "tbd", "fixme"];
}
