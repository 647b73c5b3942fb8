using System.IO;
using System.Runtime.CompilerServices;
using System.Threading;
using GovernanceAnalyzers.Generation;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Backlog;

/// <summary>A parsed <c>governance.backlog.txt</c>: what it lists, and where it does not parse. A line with a mistake forgives nothing.</summary>
internal sealed record BacklogFile(EquatableArray<BacklogEntry> Entries, EquatableArray<ListMistake> Mistakes)
{
    private static readonly ConditionalWeakTable<SourceText, BacklogFile> s_parsed = new();

    public static bool Is(AdditionalText file) => string.Equals(Path.GetFileName(file.Path), BacklogLine.FileName, StringComparison.OrdinalIgnoreCase);

    public static BacklogFile Parse(AdditionalText file, CancellationToken cancellationToken = default)
        => file.GetText(cancellationToken) is { } text
            ? s_parsed.GetValue(text, Read)
            : new(EquatableArray<BacklogEntry>.Empty, new[] { new ListMistake(default, default, "the file cannot be read") }.ToEquatableArray());

    private static BacklogFile Read(SourceText text)
    {
        var entries = new List<BacklogEntry>();
        var mistakes = new List<ListMistake>();
        var lineOf = new Dictionary<(string, string), int>();
        foreach (var line in text.Lines)
        {
            var content = line.ToString();
            if (line.LineNumber == 0)
            {
                if (!BacklogLine.IsFirstLine(content))
                {
                    Mistake(line.Span, $"the first line must be '{BacklogLine.FirstLine}'");
                }
            }
            else if (BacklogLine.SaysSomething(content))
            {
                if (BacklogLine.Read(content, out var mistake) is not { } read)
                {
                    Mistake(new TextSpan(line.Start + mistake!.Start, mistake.Length), mistake.Message);
                }
                else if (lineOf.TryGetValue(read.Key, out var first))
                {
                    Mistake(line.Span, $"line {first + 1} already lists {read.EntryPoint} with {read.Capability}");
                }
                else
                {
                    lineOf.Add(read.Key, line.LineNumber);
                    entries.Add(new(read, line.Span, text.Lines.GetLinePositionSpan(line.Span)));
                }
            }
        }

        return new(entries.ToEquatableArray(), mistakes.ToEquatableArray());

        void Mistake(TextSpan span, string message) => mistakes.Add(new(span, text.Lines.GetLinePositionSpan(span), message));
    }
}

/// <summary>A line that parsed, and where it stands.</summary>
internal sealed record BacklogEntry(BacklogLine Line, TextSpan Span, LinePositionSpan Lines);
