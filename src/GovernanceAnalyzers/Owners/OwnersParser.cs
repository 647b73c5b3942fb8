using GovernanceAnalyzers.Generation;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Owners;

/// <summary>
/// Reads <c>name</c> and <c>group = member, member</c>, one on a line. A mistake is a value with its place, never an exception, and what else the
/// line says still counts.
/// </summary>
internal sealed class OwnersParser
{
    public const string FirstLine = "# governance-owners 1";

    private readonly Dictionary<string, (int Line, ListField Name, List<string> Members)> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ListMistake> _mistakes = [];
    private readonly SourceText _text;

    private OwnersParser(SourceText text) => _text = text;

    public static OwnersFile Parse(SourceText text)
    {
        var parser = new OwnersParser(text);
        parser.Read();
        return new(
            parser._entries.Values.OrderBy(e => e.Line).Select(e => new OwnersEntry(e.Name.Text, e.Members.ToEquatableArray())).ToEquatableArray(),
            parser._mistakes.ToEquatableArray());
    }

    private void Read()
    {
        foreach (var line in _text.Lines)
        {
            var content = line.ToString();
            if (line.LineNumber == 0)
            {
                MistakeIf(content.TrimStart('\uFEFF').TrimEnd() != FirstLine, line.Span, $"the first line must be '{FirstLine}'");
            }
            else if (content.Trim() is { Length: > 0 } trimmed && trimmed[0] != '#')
            {
                ReadEntry(line.LineNumber, ListField.Split(content, line.Start, '='));
            }
        }

        foreach (var (_, name, _) in _entries.Values.OrderBy(e => e.Line))
        {
            MistakeIf(IsWithinItself(name.Text), name.Span, $"group '{name.Text}' is, through its members, a member of itself");
        }
    }

    private void ReadEntry(int line, List<ListField> sides)
    {
        var name = sides[0];
        if (sides.Count > 2)
        {
            Mistake(sides[2].Span, "a line has one '=', between a group and its members");
        }

        if (name.Text.Contains(','))
        {
            Mistake(name.Span, "names stand one on a line; a group is written: group = member, member");
        }
        else if (IsName(name))
        {
            if (_entries.TryGetValue(name.Text, out var earlier))
            {
                Mistake(name.Span, $"line {earlier.Line + 1} already lists '{earlier.Name.Text}'");
            }
            else
            {
                _entries.Add(name.Text, (line, name, sides.Count > 1 ? Members(name, sides[1]) : []));
            }
        }
    }

    private List<string> Members(ListField group, ListField list)
    {
        var members = new List<string>();
        if (list.Text.Length == 0)
        {
            Mistake(list.Span, $"group '{group.Text}' has no members; without '=' the name stands for itself");
            return members;
        }

        foreach (var member in ListField.Split(list.Text, list.Span.Start, ',').Where(IsName))
        {
            if (members.Contains(member.Text, StringComparer.OrdinalIgnoreCase))
            {
                Mistake(member.Span, $"'{member.Text}' is already a member of '{group.Text}'");
            }
            else
            {
                members.Add(member.Text);
            }
        }

        return members;
    }

    private bool IsName(ListField field)
    {
        var problem = field.Text.Length == 0 ? "a name is missing here"
                    : field.Text[0] == '#' ? "a name does not begin with '#', which begins a comment"
                    : field.Text.Contains(';') ? "names are separated by a comma"
                    : !Answer.IsGiven(field.Text) ? $"'{field.Text}' names nobody"
                    : null;
        MistakeIf(problem is not null, field.Span, problem ?? "");
        return problem is null;
    }

    private bool IsWithinItself(string group)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var open = new Stack<string>(MembersOf(group));
        while (open.Count > 0)
        {
            var name = open.Pop();
            if (name.Equals(group, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            if (seen.Add(name))
            {
                foreach (var member in MembersOf(name))
                {
                    open.Push(member);
                }
            }
        }

        return false;
    }

    private IEnumerable<string> MembersOf(string name) => _entries.TryGetValue(name, out var entry) ? entry.Members : [];

    private void MistakeIf(bool isWrong, TextSpan span, string message)
    {
        if (isWrong)
        {
            Mistake(span, message);
        }
    }

    private void Mistake(TextSpan span, string message) => _mistakes.Add(new(span, _text.Lines.GetLinePositionSpan(span), message));
}
