using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers;

/// <summary>A field of a line of a project's list, without the white space round it, and where it stands in the file.</summary>
internal readonly record struct ListField(string Text, TextSpan Span)
{
    /// <param name="content">A line or a field of one.</param>
    /// <param name="start">Where it begins in the file.</param>
    /// <param name="separator">What stands between the fields.</param>
    public static List<ListField> Split(string content, int start, char separator)
    {
        var fields = new List<ListField>();
        for (var next = 0; next <= content.Length;)
        {
            var end = content.IndexOf(separator, next);
            end = end < 0 ? content.Length : end;
            var from = next;
            var to = end;
            while (from < to && char.IsWhiteSpace(content[from]))
            {
                from++;
            }

            while (to > from && char.IsWhiteSpace(content[to - 1]))
            {
                to--;
            }

            fields.Add(new(content.Substring(from, to - from), TextSpan.FromBounds(start + from, start + to)));
            next = end + 1;
        }

        return fields;
    }
}
