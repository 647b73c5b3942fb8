using System.Globalization;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Backlog;

/// <summary>
/// One line of a project's backlog: an entry point that still takes a kind of action by itself, who answers for governing it, and until when.
/// The tool writes what the rules read, so it compiles this file as well; there is nothing of Roslyn in it.
/// </summary>
/// <param name="EntryPoint">The method's documentation id; for a lambda or a local function its member's, <c>#</c>, and its name.</param>
/// <param name="Capability">What kind of action.</param>
/// <param name="Tier">The highest tier that the line forgives.</param>
/// <param name="Owner">Who answers for governing it.</param>
/// <param name="Until">The last day on which the line holds.</param>
internal sealed record BacklogLine(string EntryPoint, string Capability, Tier Tier, string Owner, DateTime Until)
{
    public const string FileName = "governance.backlog.txt";

    public const string FirstLine = "# governance-backlog 1";

    private const string Day = "yyyy-MM-dd";

    private static readonly string[] s_fields = ["entry point", "capability and tier", "owner", "end date"];

    /// <summary>The finding that the line is about: one per entry point and capability.</summary>
    public (string EntryPoint, string Capability) Key => (EntryPoint, Capability);

    public string UntilText => Text(Until);

    public static bool IsFirstLine(string content) => content.TrimStart('\uFEFF').TrimEnd() == FirstLine;

    /// <summary>An empty line or a comment says nothing.</summary>
    public static bool SaysSomething(string content) => content.Trim() is { Length: > 0 } trimmed && trimmed[0] != '#';

    /// <summary>The line, or where and why it cannot be used.</summary>
    public static BacklogLine? Read(string content, out BacklogMistake? mistake)
    {
        var fields = Fields(content);
        if (fields.Count != s_fields.Length)
        {
            mistake = new(0, content.Length, fields.Count > s_fields.Length
                ? $"there are {fields.Count} fields; a line is: {string.Join("; ", s_fields)}"
                : $"the {s_fields[fields.Count]} is missing; a line is: {string.Join("; ", s_fields)}");
            return null;
        }

        var (entryPoint, action, owner, until) = (fields[0], fields[1], fields[2], fields[3]);
        var slash = action.Text.IndexOf('/');
        var tier = ParseTier(action.Text.Substring(slash + 1));
        mistake = !IsEntryPoint(entryPoint.Text)
                ? entryPoint.Wrong($"'{entryPoint.Text}' is no documentation id, such as M:Shop.Tools.Delete(System.String)")
            : slash < 1 ? action.Wrong($"'{action.Text}' is no capability with its tier, such as files.delete/High")
            : tier == Tier.Unspecified ? action.Wrong($"'{action.Text.Substring(slash + 1)}' is no tier that needs a person; write Medium or High")
            : !Answer.IsGiven(owner.Text) ? owner.Wrong("it names no owner: write who answers for governing the entry point")
            : ParseDay(until.Text) is null ? until.Wrong($"'{until.Text}' is no end date as {Day}")
            : null;
        return mistake is null ? new(entryPoint.Text, action.Text.Substring(0, slash), tier, owner.Text, ParseDay(until.Text)!.Value) : null;
    }

    public static DateTime? ParseDay(string text)
        => DateTime.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static string Text(DateTime day) => day.ToString(Day, CultureInfo.InvariantCulture);

    /// <summary>Low actions need nobody's confirmation, so they are on no backlog.</summary>
    public static Tier ParseTier(string word) => word switch { "Medium" => Tier.Medium, "High" => Tier.High, _ => Tier.Unspecified };

    public override string ToString() => $"{EntryPoint}; {Capability}/{Tier}; {Owner}; {UntilText}";

    private static bool IsEntryPoint(string text) => text.Length > 2 && text[1] == ':' && text[0] is 'M' or 'F' or 'P' or 'E' or 'T';

    private static List<Field> Fields(string content)
    {
        var fields = new List<Field>();
        var at = 0;
        foreach (var part in content.Split(';'))
        {
            var text = part.Trim();
            fields.Add(new(text, at + (text.Length == 0 ? 0 : part.IndexOf(text, StringComparison.Ordinal)), text.Length == 0 ? part.Length : text.Length));
            at += part.Length + 1;
        }

        return fields;
    }

    private readonly record struct Field(string Text, int Start, int Length)
    {
        public BacklogMistake Wrong(string message) => new(Start, Length, message);
    }
}

/// <summary>A place in a line that cannot be used, and what to write there.</summary>
internal sealed record BacklogMistake(int Start, int Length, string Message);
