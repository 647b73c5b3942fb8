using System.Text;
using GovernanceAnalyzers.Backlog;

namespace GovernanceAnalyzers.Tool.Backlog;

/// <summary>A project's backlog as a text: what it lists, and the comments above each line, which move with it.</summary>
internal sealed class BacklogDocument
{
    private readonly List<(BacklogLine Line, string[] Comments)> _lines = [];
    private string[] _after = [];

    public IEnumerable<BacklogLine> Lines => _lines.Select(l => l.Line);

    /// <summary>The first line that cannot be used, from 1, and why; null where all can.</summary>
    public (int Line, string Why)? Mistake { get; private set; }

    public static string PathFor(string project) => Path.Combine(Path.GetDirectoryName(project)!, BacklogLine.FileName);

    /// <summary>The backlog beside a project; null where it keeps none.</summary>
    public static BacklogDocument? Beside(string project) => File.Exists(PathFor(project)) ? Parse(File.ReadAllText(PathFor(project))) : null;

    public static BacklogDocument Parse(string text)
    {
        var document = new BacklogDocument();
        var comments = new List<string>();
        var content = text.ReplaceLineEndings("\n").Split('\n');
        document.Check(BacklogLine.IsFirstLine(content[0]), 1, $"the first line must be '{BacklogLine.FirstLine}'");
        for (var i = 1; i < content.Length; i++)
        {
            if (!BacklogLine.SaysSomething(content[i]))
            {
                comments.Add(content[i].TrimEnd());
            }
            else if (BacklogLine.Read(content[i], out var mistake) is { } line)
            {
                document.Check(document.Find(line.Key) is null, i + 1, $"an earlier line already lists {line.EntryPoint} with {line.Capability}");
                document.Add(line, [.. comments]);
                comments.Clear();
            }
            else
            {
                document.Check(false, i + 1, mistake!.Message);
            }
        }

        document._after = [.. comments];
        return document;
    }

    public BacklogLine? Find((string EntryPoint, string Capability) key) => Lines.FirstOrDefault(l => l.Key == key);

    /// <summary>Lists one more; a line about the same is replaced and keeps its comments.</summary>
    public void Set(BacklogLine line)
    {
        var comments = _lines.Where(l => l.Line.Key == line.Key).Select(l => l.Comments).FirstOrDefault() ?? [];
        _lines.RemoveAll(l => l.Line.Key == line.Key);
        Add(line, comments);
    }

    /// <summary>Sorted, so that two people who each take a line away do not meet.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(BacklogLine.FirstLine).Append('\n');
        foreach (var (line, comments) in _lines.OrderBy(l => l.Line.EntryPoint, StringComparer.Ordinal).ThenBy(l => l.Line.Capability, StringComparer.Ordinal))
        {
            text.AppendJoin("", comments.Append(line.ToString()).Select(l => l + '\n'));
        }

        return text.AppendJoin("", _after.Select(l => l + '\n')).ToString().TrimEnd('\n') + '\n';
    }

    private void Add(BacklogLine line, string[] comments) => _lines.Add((line, comments));

    private void Check(bool holds, int line, string why) => Mistake ??= holds ? null : (line, why);
}
