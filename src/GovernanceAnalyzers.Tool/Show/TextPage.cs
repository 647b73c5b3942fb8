using GovernanceAnalyzers.Tool.Output;

namespace GovernanceAnalyzers.Tool.Show;

/// <summary>The page for a terminal.</summary>
internal sealed class TextPage(Page page) : IPageWriter
{
    private const int NameWidth = 18;
    private bool _isFirst = true;
    private string _indent = "";

    public void Heading(int level, string text)
    {
        if (!_isFirst)
        {
            page.Line();
        }

        _isFirst = false;
        _indent = new string(' ', Math.Max(0, level - 2) * 2);
        page.Line(_indent + text, Page.Title);
        _indent += "  ";
    }

    public void Paragraph(string text) => page.Line(_indent + text, Page.Faint);

    public void Fields(params (string Name, IReadOnlyList<string> Values)[] fields)
    {
        foreach (var (name, values) in fields)
        {
            for (var i = 0; i < values.Count; i++)
            {
                page.Line($"{_indent}{(i == 0 ? name : "").PadRight(NameWidth)}{values[i]}");
            }
        }
    }

    public void Table(string[] columns, IEnumerable<string[]> rows)
    {
        var all = rows.Prepend(columns).Select(row => row.Select(Printable.Line).ToArray()).ToList();
        var widths = columns.Select((_, column) => all.Max(row => row[column].Length)).ToArray();
        foreach (var row in all)
        {
            var cells = row.Select((cell, column) => column == row.Length - 1 ? cell : cell.PadRight(widths[column] + 2));
            page.Line((_indent + string.Concat(cells)).TrimEnd(), ReferenceEquals(row, all[0]) ? Page.Faint : null);
        }
    }
}
