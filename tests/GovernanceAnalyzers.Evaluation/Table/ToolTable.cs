using System.Globalization;

namespace GovernanceAnalyzers.Evaluation.Table;

/// <summary>Reads the table. Columns are found by their names, in any order; what is in others is left alone.</summary>
internal static class ToolTable
{
    private static readonly string[] s_required =
        ["repo", "method_at", "tool_method", "action", "calls_between", "crosses_project", "risk"];

    /// <exception cref="BadInputException">A column is missing, a row cannot be read, or there is none.</exception>
    public static ImmutableArray<ToolRow> Read(string path)
    {
        var name = Path.GetFileName(path);
        var lines = File.ReadAllLines(path);
        var header = Array.FindIndex(lines, IsText);
        if (header < 0)
        {
            throw new BadInputException($"{name} is empty.");
        }

        var columns = Fields(lines[header].TrimStart('\uFEFF', '#', ' '));
        if (s_required.Except(columns).ToList() is { Count: > 0 } missing)
        {
            throw new BadInputException($"{name} lacks the column {string.Join(", ", missing)}.");
        }

        var rows = lines.Index().Skip(header + 1)
            .Where(l => IsText(l.Item) && !l.Item.StartsWith('#'))
            .Select(l => Row($"{name}({l.Index + 1})", l.Index + 1, columns, Fields(l.Item)))
            .ToImmutableArray();
        return rows.IsEmpty ? throw new BadInputException($"{name} has no row.") : rows;
    }

    private static ToolRow Row(string place, int line, string[] columns, string[] fields)
    {
        if (fields.Length > columns.Length)
        {
            throw new BadInputException($"{place}: {fields.Length} fields, and there are {columns.Length} columns.");
        }

        // An editor may have cut empty fields at the end of the line.
        string Optional(string column) => Array.IndexOf(columns, column) is >= 0 and var at && at < fields.Length ? fields[at] : "";
        string Required(string column)
            => Optional(column) is { Length: > 0 } text ? text : throw new BadInputException($"{place}: {column} is empty.");

        var (file, at) = Position(place, Required("method_at"));
        return new()
        {
            TableLine = line,
            Repository = Required("repo"),
            File = file,
            Line = at,
            Method = Required("tool_method"),
            Action = Required("action"),
            Risk = Enum.TryParse<Risk>(Required("risk"), ignoreCase: true, out var risk) && Enum.IsDefined(risk) && !char.IsDigit(Required("risk")[0])
                ? risk
                : throw new BadInputException($"{place}: the risk '{Required("risk")}' is not Low, Medium or High."),
            CallsBetween = Required("calls_between"),
            CrossesProject = Required("crosses_project").StartsWith("y", StringComparison.OrdinalIgnoreCase)
                          || Required("crosses_project").Equals("true", StringComparison.OrdinalIgnoreCase),
            ReachedApi = Optional("reached_api"),
            CallAt = Optional("call_at"),
            Confirmation = Optional("confirmation"),
            Note = Optional("note"),
        };
    }

    private static (string File, int Line) Position(string place, string text)
    {
        var colon = text.LastIndexOf(':');
        var first = colon < 0 ? "" : text[(colon + 1)..].Split('-')[0];
        return colon > 0 && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line > 0
            ? (text[..colon].Replace('\\', '/').TrimStart('/'), line)
            : throw new BadInputException($"{place}: method_at '{text}' is not written as FILE:LINE.");
    }

    private static bool IsText(string line) => !string.IsNullOrWhiteSpace(line.TrimStart('\uFEFF'));

    private static string[] Fields(string line) => [.. line.TrimEnd('\r').Split('\t').Select(f => f.Trim())];
}
