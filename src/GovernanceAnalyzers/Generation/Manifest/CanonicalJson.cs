using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace GovernanceAnalyzers.Generation.Manifest;

/// <summary>
/// JSON with one spelling for each value: no white space; members sorted ordinally by name; absent values left out. In strings exactly
/// these are escaped, as RFC 8785 says: <c>\"</c>, <c>\\</c>, <c>\b \t \n \f \r</c>, and other characters below U+0020 as
/// <c>\u00xx</c> in lower case. Half of a surrogate pair has no UTF-8 and becomes U+FFFD.
/// </summary>
internal static class CanonicalJson
{
    public static string Object(params (string Name, string? Json)[] members)
        => "{" + string.Join(",", members.Where(member => member.Json is not null)
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .Select(member => Text(member.Name) + ":" + member.Json)) + "}";

    /// <summary>The items in the order given: the caller sorts, by what identifies an item.</summary>
    public static string Array(IEnumerable<string> items) => "[" + string.Join(",", items) + "]";

    public static string? Text(string? value)
    {
        if (value is null)
        {
            return null;
        }

        var text = new StringBuilder(value.Length + 2).Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                text.Append(c).Append(value[++i]);
            }
            else
            {
                Append(text, c);
            }
        }

        return text.Append('"').ToString();
    }

    /// <summary>
    /// The shortest of 15, 16 or 17 digits that is the same number again, so that every run time writes the same; JSON has no number for what
    /// is infinite or none, so that is left out.
    /// </summary>
    public static string? Number(double? value)
    {
        if (value is not { } number || double.IsNaN(number) || double.IsInfinity(number))
        {
            return null;
        }

        // Some run times write -0, and others read it as 0.
        var exact = number == 0 ? 0 : number;
        return new[] { "G15", "G16", "G17" }
            .Select(format => exact.ToString(format, CultureInfo.InvariantCulture))
            .First(text => text.Length > 0 && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var again) && again.Equals(exact));
    }

    private static void Append(StringBuilder text, char c) => _ = c switch
    {
        '"' => text.Append("\\\""),
        '\\' => text.Append("\\\\"),
        '\b' => text.Append("\\b"),
        '\t' => text.Append("\\t"),
        '\n' => text.Append("\\n"),
        '\f' => text.Append("\\f"),
        '\r' => text.Append("\\r"),
        < ' ' => text.Append("\\u00").Append(((int)c).ToString("x2")),
        _ when char.IsSurrogate(c) => text.Append('\uFFFD'),
        _ => text.Append(c),
    };
}
