using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using GovernanceAnalyzers.Generation.Manifest;

namespace GovernanceAnalyzers.Inspection.Evidence;

/// <summary>
/// JSON as far as manifests use it: objects, arrays, strings and numbers. No JSON library: this runs inside MSBuild, whose own version would win.
/// </summary>
internal sealed class JsonTree
{
    private readonly string? _number;

    private JsonTree(string? text, string? number, IReadOnlyList<(string Name, JsonTree Value)>? members, IReadOnlyList<JsonTree>? items)
    {
        Text = text;
        _number = number;
        Members = members;
        Items = items;
    }

    /// <summary>A string's value; null for anything else.</summary>
    public string? Text { get; }

    /// <summary>A number's value; null for anything else.</summary>
    public double? Number => _number is null ? null : double.Parse(_number, NumberStyles.Float, CultureInfo.InvariantCulture);

    public IReadOnlyList<(string Name, JsonTree Value)>? Members { get; }

    public IReadOnlyList<JsonTree>? Items { get; }

    public JsonTree? this[string name] => Members?.Where(m => m.Name == name).Select(m => m.Value).FirstOrDefault();

    /// <exception cref="FormatException">The text is something else; the message says where.</exception>
    public static JsonTree Parse(string json)
    {
        var at = 0;
        var tree = Value(json, ref at);
        SkipBlanks(json, ref at);
        return at == json.Length ? tree : throw Unexpected(json, at);
    }

    /// <summary>The same value with line breaks and two spaces a level, for a person to read.</summary>
    public string Indented() => Write(new StringBuilder(), "\n").Append('\n').ToString();

    /// <summary>The same value without white space: what a digest is taken of.</summary>
    public string Canonical() => Write(new StringBuilder(), null).ToString();

    private StringBuilder Write(StringBuilder text, string? line)
    {
        if (Text is not null)
        {
            return text.Append(CanonicalJson.Text(Text));
        }

        if (_number is not null)
        {
            return text.Append(_number);
        }

        var parts = Members?.Select(m => (Name: (string?)m.Name, m.Value)) ?? Items!.Select(i => (Name: (string?)null, Value: i));
        var (open, close) = Members is null ? ('[', ']') : ('{', '}');
        text.Append(open);
        var first = true;
        foreach (var (name, value) in parts)
        {
            text.Append(first ? "" : ",").Append(line is null ? "" : line + "  ");
            text.Append(name is null ? "" : CanonicalJson.Text(name) + (line is null ? ":" : ": "));
            value.Write(text, line is null ? null : line + "  ");
            first = false;
        }

        return text.Append(first ? "" : line).Append(close);
    }

    private static JsonTree Value(string json, ref int at)
    {
        SkipBlanks(json, ref at);
        switch (Peek(json, at))
        {
            case '"':
                return new(String(json, ref at), null, null, null);
            case '{':
                var members = new List<(string, JsonTree)>();
                while (Next(json, ref at, '}', members.Count == 0))
                {
                    var name = String(json, ref at);
                    SkipBlanks(json, ref at);
                    Expect(json, ref at, ':');
                    members.Add((name, Value(json, ref at)));
                }

                return new(null, null, members, null);
            case '[':
                var items = new List<JsonTree>();
                while (Next(json, ref at, ']', items.Count == 0))
                {
                    items.Add(Value(json, ref at));
                }

                return new(null, null, null, items);
            case '-' or (>= '0' and <= '9'):
                return new(null, NumberText(json, ref at), null, null);
            default:
                throw Unexpected(json, at);
        }
    }

    private static string NumberText(string json, ref int at)
    {
        var start = at;
        while (at < json.Length && json[at] is '-' or '+' or '.' or 'e' or 'E' or (>= '0' and <= '9'))
        {
            at++;
        }

        var text = json.Substring(start, at - start);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? text : throw Unexpected(json, start);
    }

    /// <summary>Past the opening bracket or a comma: true before an item, false past the closing bracket.</summary>
    private static bool Next(string json, ref int at, char close, bool first)
    {
        if (first)
        {
            at++;
        }

        SkipBlanks(json, ref at);
        if (Peek(json, at) == close)
        {
            at++;
            return false;
        }

        if (!first)
        {
            Expect(json, ref at, ',');
            SkipBlanks(json, ref at);
        }

        return true;
    }

    private static string String(string json, ref int at)
    {
        Expect(json, ref at, '"');
        var text = new StringBuilder();
        while (Peek(json, at) is var c and not '"')
        {
            at++;
            text.Append(c == '\\' ? Escaped(json, ref at) : c);
        }

        at++;
        return text.ToString();
    }

    private static char Escaped(string json, ref int at)
    {
        var c = Peek(json, at++);
        switch (c)
        {
            case 'b': return '\b';
            case 't': return '\t';
            case 'n': return '\n';
            case 'f': return '\f';
            case 'r': return '\r';
            case '"' or '\\' or '/': return c;
            case 'u' when at + 4 <= json.Length
                       && ushort.TryParse(json.Substring(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                at += 4;
                return (char)code;
            default: throw Unexpected(json, at - 1);
        }
    }

    private static void Expect(string json, ref int at, char c)
    {
        if (Peek(json, at) != c)
        {
            throw Unexpected(json, at);
        }

        at++;
    }

    private static void SkipBlanks(string json, ref int at)
    {
        while (at < json.Length && json[at] is (' ' or '\t' or '\r' or '\n'))
        {
            at++;
        }
    }

    private static char Peek(string json, int at) => at < json.Length ? json[at] : throw Unexpected(json, at);

    private static FormatException Unexpected(string json, int at)
        => new(at < json.Length ? $"unexpected '{json[at]}' at character {at + 1}" : "it ends too early");
}
