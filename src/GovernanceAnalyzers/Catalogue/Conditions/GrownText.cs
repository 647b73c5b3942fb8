namespace GovernanceAnalyzers.Catalogue.Conditions;

/// <summary>
/// A text that is begun in one place and added to in others, some of which may not be passed, or be passed in another order, or more than once. It is known where no
/// piece can change what another one means: none runs into the word before it, ends a statement, or leaves a quotation or a comment open.
/// </summary>
internal static class GrownText
{
    /// <summary>A part that is not known is told by the words before it, which have to be the same piece's.</summary>
    private const int WordsBeforeHole = 2;

    /// <summary>What begins a comment, of which another piece may be the end.</summary>
    private static readonly string[] s_comments = ["--", "/*", "#"];

    private static readonly string[] s_notAlone = [.. s_comments, ";", "\"", "`", "[", "\\"];

    /// <summary>As begun, with each piece, and with all of them: whatever else there can be has the same words. Null where that is not so.</summary>
    public static IReadOnlyList<KnownValue>? Of(IReadOnlyList<KnownValue> begun, IReadOnlyList<string> pieces)
        => begun.All(b => IsClosed(b.Part)) && pieces.All(StandsAlone)
            ? [.. begun, .. begun.SelectMany(b => pieces.Append(string.Concat(pieces)).Select(piece => KnownValue.OfText(b.Part + piece)))]
            : null;

    private static bool StandsAlone(string piece)
        => piece.Length == 0 || (IsParted(piece[0]) && IsClosed(piece) && !HasAny(piece, s_notAlone)
            && (piece.IndexOf(SqlText.Hole) is var hole && (hole < 0 || NameWords.Of(piece.Substring(0, hole)).Count() >= WordsBeforeHole)));

    /// <summary>It leaves no quotation open, nor a comment.</summary>
    private static bool IsClosed(string text) => text.Count(c => c == '\'') % 2 == 0 && !HasAny(text, s_comments);

    private static bool HasAny(string text, string[] marks) => marks.Any(mark => text.IndexOf(mark, StringComparison.Ordinal) >= 0);

    private static bool IsParted(char first) => char.IsWhiteSpace(first) || first is ',' or '(' or ')';
}
