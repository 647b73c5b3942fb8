using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Generation;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Controls;

/// <summary>Reads <c>symbol; confirms; key=value…</c> and <c>symbol; records; moment=…</c>. A mistake is a value with its place, and costs only its own line.</summary>
internal sealed class ControlsParser
{
    public const string FirstLine = "# governance-controls 1";

    private static readonly ImmutableArray<string> s_confirming = ["approved-when", "throws", "distinct", "binds", "approver"];

    private readonly List<ControlRow> _rows = [];
    private readonly List<ListMistake> _mistakes = [];
    private readonly Dictionary<string, int> _lineOf = new(StringComparer.Ordinal);
    private readonly SourceText _text;

    private ControlsParser(SourceText text) => _text = text;

    public static ControlsFile Parse(SourceText text)
    {
        var parser = new ControlsParser(text);
        foreach (var line in text.Lines)
        {
            parser.Read(line, line.ToString());
        }

        return new("", parser._rows.ToEquatableArray(), parser._mistakes.ToEquatableArray());
    }

    private void Read(TextLine line, string content)
    {
        if (line.LineNumber == 0)
        {
            MistakeIf(content.TrimStart('\uFEFF').TrimEnd() != FirstLine, line.Span, $"the first line must be '{FirstLine}'");
        }
        else if (content.Trim() is { Length: > 0 } trimmed && trimmed[0] != '#')
        {
            ReadRow(line, ListField.Split(content, line.Start, ';'));
        }
    }

    private void ReadRow(TextLine line, List<ListField> fields)
    {
        var before = _mistakes.Count;
        if (fields.Count < 2)
        {
            MistakeIf(true, line.Span, "a line is: symbol; confirms, or: symbol; records; moment=intent");
            return;
        }

        var symbol = SymbolPattern.Parse(fields[0].Text, out var problem);
        MistakeIf(symbol is null, fields[0].Span, problem);
        MistakeIf(symbol is { IsAttribute: true } or { Scope: not TypeScope.Itself }, fields[0].Span, "a control is a member of one type: M:Namespace.Type.Member(*)");
        var confirms = fields[1].Text == "confirms";
        MistakeIf(!confirms && fields[1].Text != "records", fields[1].Span, $"'{fields[1].Text}' is no control; write confirms or records");
        var keys = fields.Skip(2).Select(Key).OfType<(string Name, ListField Value, ListField Field)>().ToList();
        foreach (var (name, value, field) in keys)
        {
            MistakeIf(!(confirms ? s_confirming.Contains(name) : name == "moment"), field.Span, $"'{name}' is no key of a member that {fields[1].Text}");
            MistakeIf(name is "throws" or "distinct" && value.Text != "yes", value.Span, $"'{name}' is 'yes' or not there");
            MistakeIf(name == "moment" && Moment(value.Text) is null, value.Span, $"'{value.Text}' is no moment; write intent, outcome, scope or both");
            MistakeIf(keys.Count(k => k.Name == name) > 1 && keys.First(k => k.Name == name).Field != field, field.Span, $"'{name}' is said twice");
        }

        MistakeIf(fields[1].Text == "records" && keys.All(k => k.Name != "moment"), fields[1].Span, "say what it records: moment=intent, outcome, scope or both");
        if (_mistakes.Count > before || symbol is null)
        {
            return;
        }

        if (_lineOf.TryGetValue($"{symbol.Text};{confirms}", out var first))
        {
            MistakeIf(true, fields[0].Span, $"line {first + 1} already says that {symbol.Text} {fields[1].Text}");
            return;
        }

        _lineOf.Add($"{symbol.Text};{confirms}", line.LineNumber);
        string? Said(string name) => keys.Where(k => k.Name == name).Select(k => k.Value.Text).FirstOrDefault();
        _rows.Add(new(
            symbol,
            confirms
                ? new(Said("distinct") is null ? Proof.Person : Proof.AnotherPerson, IsAsserted: true)
                {
                    Throws = Said("throws") is not null,
                    ApprovedWhen = Said("approved-when") is { } when ? [ConfirmationForm.Parse(when)] : [],
                    Binds = Said("binds"),
                    Approver = Said("approver"),
                }
                : null,
            confirms ? null : Moment(Said("moment")!))
        {
            SymbolSpan = fields[0].Span,
            BindsSpan = keys.Where(k => k.Name == "binds").Select(k => k.Value.Span).FirstOrDefault(),
        });
    }

    private (string Name, ListField Value, ListField Field)? Key(ListField field)
    {
        var equals = field.Text.IndexOf('=');
        if (equals <= 0 || equals == field.Text.Length - 1)
        {
            MistakeIf(true, field.Span, "a further field is written key=value");
            return null;
        }

        return (field.Text.Substring(0, equals).TrimEnd(), ListField.Split(field.Text.Substring(equals + 1), field.Span.Start + equals + 1, ';')[0], field);
    }

    private static LogMoment? Moment(string text) => text switch
    {
        "intent" => LogMoment.Intent,
        "outcome" => LogMoment.Outcome,
        "scope" => LogMoment.Scope,
        "both" => LogMoment.Both,
        _ => null,
    };

    private void MistakeIf(bool isWrong, TextSpan span, string message)
    {
        if (isWrong)
        {
            _mistakes.Add(new(span, _text.Lines.GetLinePositionSpan(span), message));
        }
    }
}
