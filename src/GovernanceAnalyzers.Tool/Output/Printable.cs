using System.Globalization;
using System.Text;

namespace GovernanceAnalyzers.Tool.Output;

/// <summary>
/// Text of others, safe to print: names, messages and arguments come from code and requests that nobody vouches for. A control character could
/// move the cursor or recolour a verdict, a direction mark could turn a sentence round; both are shown as their code.
/// </summary>
internal static class Printable
{
    public static string Line(string text)
    {
        if (!text.EnumerateRunes().Any(MustBeShown))
        {
            return text;
        }

        var printable = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = MustBeShown(rune)
                ? printable.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X4}}}")
                : printable.Append(rune.ToString());
        }

        return printable.ToString();
    }

    private static bool MustBeShown(Rune rune)
        => Rune.IsControl(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
