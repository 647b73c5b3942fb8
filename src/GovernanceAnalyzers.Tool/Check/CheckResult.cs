using GovernanceAnalyzers.Tool.Backlog;

namespace GovernanceAnalyzers.Tool.Check;

internal enum CheckVerdict
{
    Clean,
    Findings,

    /// <summary>No findings in what was read, and not everything was.</summary>
    Unfollowed,
    CouldNotRun,
}

/// <summary>What one check found out, ready to be shown.</summary>
internal sealed record CheckResult(CheckTarget Target, bool AllowUnfollowed)
{
    /// <summary>Why not everything could be read; one line each, the decisive one first.</summary>
    public IReadOnlyList<string> Obstacles { get; init; } = [];

    public IReadOnlyList<Compilation> Compilations { get; init; } = [];

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public IReadOnlyList<StepFacts> Facts { get; init; } = [];

    /// <summary>What acts by itself, whether the project admits to it or not.</summary>
    public IReadOnlyList<UngovernedAction> Ungoverned { get; init; } = [];

    /// <summary>What the backlogs list beyond an earlier commit; null where none was asked about.</summary>
    public BacklogGrowth? Growth { get; init; }

    /// <summary>Findings that the code suppresses, which only rules without a "must" allow.</summary>
    public int Suppressed { get; init; }

    /// <summary>Projects that belong to what was asked about and were not read: not C#, or not built.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    public IReadOnlyList<string> Manifests { get; init; } = [];

    /// <summary>Titles and help pages of the rules that ran.</summary>
    public IReadOnlyDictionary<string, SarifRule> Rules { get; init; } = new Dictionary<string, SarifRule>();

    public IEnumerable<StepFacts> Steps => Facts.Where(f => f.IsStep);

    public IEnumerable<StepFacts> EntryPoints => Facts.Where(f => !f.IsStep);

    public IEnumerable<Finding> Failing => Findings.Where(f => f.Level != FindingLevel.Note);

    public IEnumerable<StepFacts> NotReadInFull => Facts.Where(f => !f.IsReadInFull);

    public bool IsComplete => Unread.Count == 0 && !NotReadInFull.Any();

    public CheckVerdict Verdict
        => Obstacles.Count > 0 ? CheckVerdict.CouldNotRun
         : Failing.Any() || Growth is { Lines.Count: > 0 } ? CheckVerdict.Findings
         : IsComplete ? CheckVerdict.Clean
         : CheckVerdict.Unfollowed;

    public int ExitCode => Verdict switch
    {
        CheckVerdict.CouldNotRun => Tool.ExitCode.CouldNotRun,
        CheckVerdict.Clean => Tool.ExitCode.Clean,
        CheckVerdict.Unfollowed when AllowUnfollowed => Tool.ExitCode.Clean,
        _ => Tool.ExitCode.Findings,
    };
}
