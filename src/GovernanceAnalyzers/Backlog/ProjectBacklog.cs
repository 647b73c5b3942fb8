using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Backlog;

/// <summary>
/// What a project admits to and has not governed yet. Where it keeps a backlog, that decides and nothing else: <c>adopt</c> forgives all that is
/// undeclared, now and later, a backlog what it lists, until its date, and nothing new.
/// </summary>
internal sealed class ProjectBacklog
{
    private readonly GovernanceOptions _options;
    private readonly Dictionary<(string EntryPoint, string Capability), BacklogLine> _lines = [];
    private readonly ImmutableArray<(BacklogEntry Entry, string Path)> _entries;
    private readonly bool _isKept;

    public ProjectBacklog(ImmutableArray<AdditionalText> files, GovernanceOptions options)
    {
        _options = options;
        var backlogs = files.Where(BacklogFile.Is).ToList();
        _isKept = backlogs.Count > 0;
        _entries = [.. backlogs.SelectMany(f => BacklogFile.Parse(f).Entries.Select(e => (e, f.Path)))];
        foreach (var (entry, _) in _entries)
        {
            _lines[entry.Line.Key] = entry.Line;
        }
    }

    public bool HasLines => !_entries.IsEmpty;

    /// <summary>How it stands with an action that an entry point takes by itself.</summary>
    public BacklogStanding StandingOf(EntryPoint entryPoint, ConsequentialAction action)
    {
        if (!_isKept)
        {
            return new(_options.Mode == GovernanceMode.Adopt, "");
        }

        if (!_lines.TryGetValue((entryPoint.BacklogId, action.Capability), out var line))
        {
            return new(false, "");
        }

        if (line.Tier < action.Tier)
        {
            return new(false, $"; {BacklogLine.FileName} lists it as {line.Tier}");
        }

        if (_options.Date is { } today)
        {
            if (line.Until < today)
            {
                return new(false, $"; its line in {BacklogLine.FileName} ended on {line.UntilText}");
            }

            if (line.Until > _options.LatestEnd(today))
            {
                return new(false, $"; its line in {BacklogLine.FileName} lasts longer than {_options.MaximumWaiverDays} days (GovernanceMaximumWaiverDays)");
            }
        }

        return new(true, $"; on the backlog of {line.Owner} until {line.UntilText}");
    }

    /// <summary>The lines that list nothing of what was found, with their places.</summary>
    /// <param name="found">Each entry point's id and a capability that it takes by itself.</param>
    public IEnumerable<(BacklogLine Line, Location Place)> StaleLines(ISet<(string EntryPoint, string Capability)> found)
        => _entries.Where(e => !found.Contains(e.Entry.Line.Key))
                   .Select(e => (e.Entry.Line, Location.Create(e.Path, e.Entry.Span, e.Entry.Lines)));
}

/// <summary>Whether a finding is only counted, and what its message says about the backlog.</summary>
internal readonly record struct BacklogStanding(bool IsForgiven, string Words);
