using System.Text;

namespace Governance;

/// <summary>A key or question template: text with placeholders in braces; <c>{{</c> and <c>}}</c> stand for a brace.</summary>
internal static class TextTemplate
{
    /// <summary>Fills the template; a placeholder for which there is no value is left as it is and reported.</summary>
    public static string Expand(string template, Func<string, string?> value, ICollection<string>? used = null, ICollection<string>? missing = null)
    {
        var text = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            var c = template[i];
            if (c is '{' or '}' && i + 1 < template.Length && template[i + 1] == c)
            {
                text.Append(c);
                i++;
                continue;
            }

            var end = c == '{' ? template.IndexOf('}', i) : -1;
            if (end < 0)
            {
                text.Append(c);
                continue;
            }

            var name = template[(i + 1)..end];
            if (value(name) is { } filled)
            {
                used?.Add(name);
                text.Append(filled);
            }
            else
            {
                missing?.Add(name);
                text.Append(template, i, end - i + 1);
            }

            i = end;
        }

        return text.ToString();
    }
}
