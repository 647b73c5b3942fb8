using GovernanceAnalyzers.Generation;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Catalogue;

/// <summary>
/// Reads <c>symbol; capability; tier; reversible; reason; key=value…</c>. A mistake is a value with its place, never an exception, and costs only
/// its own line.
/// </summary>
internal sealed class CatalogueParser
{
    public const string FirstLine = "# governance-actions 1";

    /// <summary>How a row was verified.</summary>
    public const string CheckKey = "check";

    /// <summary>The release that a row of the built-in catalogue came with, where it was not the first. A list of somebody else's has no releases.</summary>
    public const string SinceKey = "since";

    private static readonly HashSet<string> s_reserved = new(StringComparer.Ordinal) { "when", "path", "confidence", "look-inside" };

    private readonly List<CatalogueRow> _rows = [];
    private readonly List<ListMistake> _mistakes = [];
    private readonly Dictionary<string, int> _lineOf = new(StringComparer.Ordinal);
    private readonly SourceText _text;

    private readonly bool _isBuiltIn;

    private CatalogueParser(SourceText text, bool isBuiltIn)
    {
        _text = text;
        _isBuiltIn = isBuiltIn;
    }

    public static CatalogueFile Parse(SourceText text, bool isBuiltIn = false)
    {
        var parser = new CatalogueParser(text, isBuiltIn);
        parser.Read();
        return new(parser._rows.ToEquatableArray(), parser._mistakes.ToEquatableArray());
    }

    private void Read()
    {
        foreach (var line in _text.Lines)
        {
            var content = line.ToString();
            if (line.LineNumber == 0)
            {
                ReadFirstLine(line, content);
            }
            else if (content.Trim() is { Length: > 0 } trimmed && trimmed[0] != '#')
            {
                ReadRow(line, content);
            }
        }
    }

    private void ReadFirstLine(TextLine line, string content)
    {
        if (content.TrimStart('\uFEFF').TrimEnd() != FirstLine)
        {
            Mistake(line.Span, $"the first line must be '{FirstLine}'");
        }
    }

    private void ReadRow(TextLine line, string content)
    {
        var before = _mistakes.Count;
        var fields = ListField.Split(content, line.Start, ';');
        if (fields.Count < 5)
        {
            var missing = new[] { "symbol", "capability", "tier", "reversible", "reason" }[fields.Count];
            Mistake(line.Span, $"the {missing} is missing; a line is: symbol; capability; tier; reversible; reason");
            return;
        }

        var symbol = SymbolPattern.Parse(fields[0].Text, out var problem);
        MistakeIf(symbol is null, fields[0], problem);
        var wrongWord = Capabilities.Problem(fields[1].Text);
        MistakeIf(wrongWord is not null, fields[1], wrongWord ?? "");
        var tier = fields[2].Text switch { "Low" => Tier.Low, "Medium" => Tier.Medium, "High" => Tier.High, _ => Tier.Unspecified };
        MistakeIf(tier == Tier.Unspecified, fields[2], $"'{fields[2].Text}' is no tier; write Low, Medium or High");
        MistakeIf(
            fields[3].Text is not ("yes" or "partial" or "no"),
            fields[3],
            $"'{fields[3].Text}' does not say whether it can be undone; write yes, partial or no");
        MistakeIf(fields[4].Text.Length == 0, fields[4], "the reason is empty; say in a few words what the call does");
        foreach (var field in fields.Skip(5))
        {
            ReadKey(field);
        }

        if (_mistakes.Count == before && symbol is not null)
        {
            var row = new CatalogueRow(symbol, fields[1].Text, tier, fields[3].Text, fields[4].Text, line.LineNumber)
            {
                Keys = fields.Skip(5).Select(f => f.Text).ToEquatableArray(),
                SymbolSpan = fields[0].Span,
                TierSpan = fields[2].Span,
            };
            Add(line, fields, Version.TryParse(row.Key(SinceKey), out var since) ? row with { Since = since } : row);
        }
    }

    private void Add(TextLine line, List<ListField> fields, CatalogueRow row)
    {
        // Another tier for the same is no repetition but a contradiction (GVN9004); until it is settled the higher one counts.
        var key = $"{row.Symbol.Text};{row.Capability};{row.Tier}";
        if (_lineOf.TryGetValue(key, out var first))
        {
            Mistake(fields[0].Span, $"line {first + 1} already says what {row.Symbol.Text} does as {row.Capability}");
            return;
        }

        _lineOf.Add(key, line.LineNumber);
        _rows.Add(row);
    }

    private void ReadKey(ListField field)
    {
        var equals = field.Text.IndexOf('=');
        var key = equals < 0 ? field.Text : field.Text.Substring(0, equals).TrimEnd();
        MistakeIf(equals <= 0 || equals == field.Text.Length - 1, field, "a further field is written key=value; a reason holds no semicolon");
        if (equals > 0 && equals < field.Text.Length - 1)
        {
            MistakeIf(s_reserved.Contains(key), field, $"'{key}' is reserved and has no effect yet; remove it");
            MistakeIf(key != CheckKey && !(key == SinceKey && _isBuiltIn) && !s_reserved.Contains(key), field, $"'{key}' is no known key");
        }
    }

    private void MistakeIf(bool isWrong, ListField field, string message)
    {
        if (isWrong)
        {
            Mistake(field.Span, message);
        }
    }

    private void Mistake(TextSpan span, string message) => _mistakes.Add(new(span, _text.Lines.GetLinePositionSpan(span), message));
}
