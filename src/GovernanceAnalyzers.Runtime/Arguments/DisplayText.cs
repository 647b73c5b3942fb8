using System.Globalization;
using System.Text;

namespace Governance;

/// <summary>Text that an argument's value cannot bend: what a person reads before deciding.</summary>
internal static class DisplayText
{
    /// <summary>
    /// Removes what is not seen but changes what is seen: control and format characters (bidirectional overrides, zero-width
    /// characters, tags) and lone surrogates. Line breaks become spaces. Long text is cut, and the cut is counted.
    /// </summary>
    public static string Clean(string? text, int longest = int.MaxValue)
    {
        var clean = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control when rune.Value is '\n' or '\r' or '\t':
                case UnicodeCategory.LineSeparator:
                case UnicodeCategory.ParagraphSeparator:
                    clean.Append(' ');
                    break;
                case UnicodeCategory.Control:
                case UnicodeCategory.Format:
                case UnicodeCategory.Surrogate:
                case UnicodeCategory.PrivateUse:
                case UnicodeCategory.OtherNotAssigned:
                    break;
                default:
                    clean.Append(rune.ToString());
                    break;
            }
        }

        return clean.Length <= longest
            ? clean.ToString()
            : string.Create(CultureInfo.InvariantCulture, $"{Cut(clean, longest)}… (+{clean.Length - longest} characters)");
    }

    /// <summary>The text in quotation marks that it cannot close itself.</summary>
    public static string Quote(string? text, int longest = 200) => "\"" + Clean(text, longest).Replace('"', '\'') + "\"";

    private static string Cut(StringBuilder text, int length)
        => text.ToString(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length);
}
