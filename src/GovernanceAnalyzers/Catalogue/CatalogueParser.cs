using GovernanceAnalyzers.Catalogue.Conditions;
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

    /// <summary>How the first line of a summary begins; the name of the assembly that it summarises follows.</summary>
    public const string SummaryLine = "# governance-reach 1; assembly=";

    /// <summary>How a row was verified.</summary>
    public const string CheckKey = "check";

    /// <summary>The release that a row of the built-in catalogue came with, where it was not the first. A list of somebody else's has no releases.</summary>
    public const string SinceKey = "since";

    /// <summary>What must be known of a call's arguments for the line to hold.</summary>
    public const string WhenKey = "when";

    /// <summary>The member's body says what it does.</summary>
    public const string LookInsideKey = "look-inside";

    /// <summary>What only a step may call.</summary>
    public const string OnlyFromStepsKey = "only-from-steps";

    /// <summary>Of a summary: the calls from the member to the action.</summary>
    public const string PathKey = "path";

    /// <summary>Of a summary: whether exactly this member is called on the way, or one of several.</summary>
    public const string ConfidenceKey = "confidence";

    private readonly List<CatalogueRow> _rows = [];
    private readonly List<ListMistake> _mistakes = [];
    private readonly Dictionary<string, int> _lineOf = new(StringComparer.Ordinal);
    private readonly SourceText _text;

    private readonly CatalogueKind _kind;
    private string? _assembly;

    private CatalogueParser(SourceText text, CatalogueKind kind)
    {
        _text = text;
        _kind = kind;
    }

    public static CatalogueFile Parse(SourceText text, CatalogueKind kind = CatalogueKind.List)
    {
        var parser = new CatalogueParser(text, kind);
        parser.Read();
        return new(parser._rows.ToEquatableArray(), parser._mistakes.ToEquatableArray()) { Assembly = parser._assembly };
    }

    private void Read()
    {
        ReadLines();
        CheckConditions();
    }

    private void ReadLines()
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
        var said = content.TrimStart('\uFEFF').TrimEnd();
        if (_kind != CatalogueKind.Summary)
        {
            if (said != FirstLine)
            {
                Mistake(line.Span, $"the first line must be '{FirstLine}'");
            }
        }
        else if (said.StartsWith(SummaryLine, StringComparison.Ordinal) && said.Length > SummaryLine.Length)
        {
            _assembly = said.Substring(SummaryLine.Length).Trim();
        }
        else
        {
            Mistake(line.Span, $"the first line must be '{SummaryLine}' with the name of the assembly that is summarised");
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
        var keys = fields.Skip(5).Select(ReadKey).OfType<(string Name, ListField Value)>().ToList();
        var when = keys.Where(k => k.Name == WhenKey).Select(k => ConditionParser.Parse(k.Value, Mistake)).FirstOrDefault();

        MistakeIf(
            symbol is { IsAttribute: true } && keys.Any(k => k.Name is OnlyFromStepsKey or LookInsideKey),
            fields[0],
            $"a line about an attribute holds of every method that carries it; of further keys it has '{WhenKey}' alone");
        if (_mistakes.Count == before && symbol is not null)
        {
            var row = new CatalogueRow(symbol, fields[1].Text, tier, fields[3].Text, fields[4].Text, line.LineNumber)
            {
                Keys = fields.Skip(5).Select(f => f.Text).ToEquatableArray(),
                When = when,
                OnlyFromSteps = keys.Any(k => k.Name == OnlyFromStepsKey),
                Assembly = _assembly,
                Path = keys.Where(k => k.Name == PathKey).Select(k => k.Value.Text).FirstOrDefault(),
                IsInferred = keys.Any(k => k is { Name: ConfidenceKey, Value.Text: "inferred" }),
                LooksInside = keys.Any(k => k.Name == LookInsideKey),
                SymbolSpan = fields[0].Span,
                TierSpan = fields[2].Span,
            };
            Add(line, fields, Version.TryParse(row.Key(SinceKey), out var since) ? row with { Since = since } : row);
        }
    }

    private void Add(TextLine line, List<ListField> fields, CatalogueRow row)
    {
        // Another tier for the same is no repetition but a contradiction (GVN9004); until it is settled the higher one counts.
        var key = $"{row.Symbol.Text};{row.Capability};{row.Tier};{row.When?.Text}";
        if (_lineOf.TryGetValue(key, out var first))
        {
            Mistake(fields[0].Span, $"line {first + 1} already says what {row.Symbol.Text} does as {row.Capability}");
            return;
        }

        _lineOf.Add(key, line.LineNumber);
        _rows.Add(row);
    }

    /// <summary>A line with a condition refines another one, which says what holds where nothing is known; and that is the worst.</summary>
    private void CheckConditions()
    {
        var worst = _rows.Where(r => r.When is null).GroupBy(r => r.Symbol.Text, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Max(r => r.Tier), StringComparer.Ordinal);
        foreach (var row in _rows.Where(r => r.When is not null).ToList())
        {
            if (!worst.TryGetValue(row.Symbol.Text, out var tier))
            {
                Mistake(row.SymbolSpan, $"a line with '{WhenKey}' refines one of the same symbol without: add that line, for where the arguments are not known");
                _rows.Remove(row);
            }
            else if (row.Tier > tier)
            {
                Mistake(row.TierSpan, $"the line without '{WhenKey}' is the worst reading, and it says {tier}");
            }
        }
    }

    private (string Name, ListField Value)? ReadKey(ListField field)
    {
        var equals = field.Text.IndexOf('=');
        if (equals <= 0 || equals == field.Text.Length - 1)
        {
            Mistake(field.Span, "a further field is written key=value; a reason holds no semicolon");
            return null;
        }

        var key = field.Text.Substring(0, equals).TrimEnd();
        var value = ListField.Split(field.Text.Substring(equals + 1), field.Span.Start + equals + 1, ';')[0];
        var isOfSummary = key is PathKey or ConfidenceKey;
        MistakeIf(isOfSummary && _kind != CatalogueKind.Summary, field, $"'{key}' is for the summary of an assembly, a file *.reach.txt");
        MistakeIf(!isOfSummary && !IsKnown(key), field, $"'{key}' is no known key{(_kind == CatalogueKind.Summary ? " of a summary" : "")}");
        MistakeIf(key is LookInsideKey or OnlyFromStepsKey && value.Text != "yes", value, $"'{key}' is 'yes' or not there");
        MistakeIf(key == ConfidenceKey && value.Text is not ("exact" or "inferred"), value, $"'{value.Text}' is no confidence; write exact or inferred");
        return (key, value);
    }

    private bool IsKnown(string key) => _kind switch
    {
        CatalogueKind.Summary => false,
        CatalogueKind.BuiltIn => key is CheckKey or WhenKey or LookInsideKey or SinceKey,
        _ => key is CheckKey or WhenKey or LookInsideKey or OnlyFromStepsKey,
    };

    private void MistakeIf(bool isWrong, ListField field, string message)
    {
        if (isWrong)
        {
            Mistake(field.Span, message);
        }
    }

    private void Mistake(TextSpan span, string message) => _mistakes.Add(new(span, _text.Lines.GetLinePositionSpan(span), message));
}
