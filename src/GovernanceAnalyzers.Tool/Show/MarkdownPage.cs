using System.Text;
using GovernanceAnalyzers.Tool.Output;

namespace GovernanceAnalyzers.Tool.Show;

/// <summary>The page for a review or a wiki. Text of others stays text: it neither marks up nor links.</summary>
internal sealed class MarkdownPage(TextWriter writer) : IPageWriter
{
    private bool _isFirst = true;

    public void Heading(int level, string text) => Block($"{new string('#', level)} {Plain(text)}");

    public void Paragraph(string text) => Block(Plain(text));

    public void Fields(params (string Name, IReadOnlyList<string> Values)[] fields)
    {
        var lines = fields.Where(f => f.Values.Count > 0).Select(f => f.Values.Count == 1
            ? $"- **{Plain(f.Name)}:** {Plain(f.Values[0])}"
            : $"- **{Plain(f.Name)}:**\n{string.Join('\n', f.Values.Select(v => $"  - {Plain(v)}"))}");
        Block(string.Join('\n', lines));
    }

    public void Table(string[] columns, IEnumerable<string[]> rows)
        => Block(string.Join('\n', new[] { Row(columns), $"|{string.Concat(columns.Select(_ => "---|"))}" }.Concat(rows.Select(Row))));

    private static string Row(string[] cells) => $"| {string.Join(" | ", cells.Select(Plain))} |";

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in Printable.Line(text))
        {
            _ = c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#' or '~' ? plain.Append('\\').Append(c) : plain.Append(c);
        }

        return plain.ToString();
    }

    private void Block(string text)
    {
        if (text.Length > 0)
        {
            writer.Write(_isFirst ? $"{text}\n" : $"\n{text}\n");
            _isFirst = false;
        }
    }
}
