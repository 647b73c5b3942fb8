using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace GovernanceAnalyzers.Steps;

/// <summary>
/// Tells an answer from its absence: an empty text, white space, signs that show nothing and a placeholder that a fix or a hurried hand left behind name
/// nobody.
/// </summary>
internal static class Answer
{
    private static readonly HashSet<string> s_placeholders = new(StringComparer.OrdinalIgnoreCase)
    {
        "todo", "tbd", "tba", "tbc", "fixme", "placeholder", "change me", "changeme", "fill in", "unknown",
        "none", "nobody", "no one", "n/a", "na",
        "someone", "somebody", "anyone", "your name", "your-name", "name", "owner", "null", "xxx", "xx", "x",
    };

    private const char Minus = '\u2212';
    private const char FirstFullWidth = '\uFF01';
    private const char LastFullWidth = '\uFF5E';

    public static bool IsGiven(string? text)
    {
        var words = Shown(text ?? "").Trim('<', '>', '[', ']', '(', ')', '{', '}', '.', '…', '?', '!', ':', '_', '-', '*', '"', '\'', ' ');
        return Enumerable.Range(0, words.Length).Any(i => char.IsLetterOrDigit(words, i)) && !s_placeholders.Contains(words) && !StartsWithMark(words);
    }

    /// <summary>
    /// The text as whoever reviews it sees it: without signs that have no width, with one hyphen for all, one width of letters, and one blank where white
    /// space is. (No Unicode normalization: it gives another answer on a machine without its tables.)
    /// </summary>
    public static string Shown(string text)
    {
        if (text.All(c => c is > ' ' and <= '~'))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(text, i);
            if (category == UnicodeCategory.DashPunctuation || text[i] == Minus)
            {
                visible.Append('-');
            }
            else if (char.IsWhiteSpace(text, i))
            {
                visible.Append(' ');
            }
            else if (text[i] is >= FirstFullWidth and <= LastFullWidth)
            {
                visible.Append((char)(text[i] - FirstFullWidth + '!'));
            }
            else if (!IsInvisible(category, text[i]))
            {
                visible.Append(text, i, char.IsSurrogatePair(text, i) ? 2 : 1);
            }
        }

        return string.Join(" ", visible.ToString().Split([' '], StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>By category, and those that are letters or marks by name and blank by nature: fillers, joiners, variation selectors.</summary>
    private static bool IsInvisible(UnicodeCategory category, char sign)
        => category is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        || sign is '\u034F' or '\u115F' or '\u1160' or '\u2800' or '\u3164' or '\uFFA0' or (>= '\uFE00' and <= '\uFE0F');

    /// <summary><c>TODO: ask Dana</c> is no owner; <c>todoist-team</c> is one.</summary>
    private static bool StartsWithMark(string words) => s_marks.Any(mark =>
        words.Length > mark.Length
        && words.StartsWith(mark, StringComparison.OrdinalIgnoreCase) && words[mark.Length] is ':' or ' ' or ',');

    private static readonly string[] s_marks = ["todo", "tbd", "fixme"];
}
