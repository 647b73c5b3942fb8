using GovernanceAnalyzers.Evaluation.Table;

namespace GovernanceAnalyzers.Evaluation.Verdicts;

internal enum Outcome
{
    /// <summary>A Medium or High action is reported, as what the reader saw.</summary>
    Found,

    /// <summary>It is not.</summary>
    Missed,

    /// <summary>A tool that does nothing to speak of is not reported.</summary>
    Quiet,

    /// <summary>It is, with an error.</summary>
    FalseAlarm,
}

/// <summary>What became of a row.</summary>
/// <param name="Row">The row.</param>
/// <param name="Outcome">In a word.</param>
/// <param name="Findings">What is reported at this tool, of whatever kind.</param>
/// <param name="Why">For a miss: as far as it can be told. Empty where there is nothing to say.</param>
internal sealed record Verdict(ToolRow Row, Outcome Outcome, ImmutableArray<Finding> Findings, string Why)
{
    /// <summary>The sources have no such method, so that nothing can be said; it counts as missed where it acts.</summary>
    public bool IsUnplaced { get; private init; }

    public bool HasError => Findings.Any(f => f.IsError);

    /// <summary>Found, and by nothing but the name of a member that is called.</summary>
    public bool IsFoundByName => Outcome == Outcome.Found && !Findings.Any(f => Tells(f, Row));

    /// <summary>Of what is reported of the action, the highest tier.</summary>
    public Risk? ReportedTier => Findings.Where(f => Tells(f, Row))
        .Select(f => Enum.TryParse<Risk>(f.Tier, out var tier) ? tier : (Risk?)null).Max();

    public static Verdict Unplaced(ToolRow row, string why) => new(row, row.Acts ? Outcome.Missed : Outcome.Quiet, [], why) { IsUnplaced = true };

    public static Verdict Of(ToolRow row, ToolMethod method, Analysis analysis)
    {
        var all = analysis.Findings.Where(method.Has).ToList();
        var findings = all.Where(f => f.Id != Finding.Facts && f.Diagnostic.Severity >= DiagnosticSeverity.Info).ToImmutableArray();
        if (!row.Acts)
        {
            return new(row, findings.Any(f => f.IsError) ? Outcome.FalseAlarm : Outcome.Quiet, findings, "");
        }

        return findings.Any(f => f.IsByName || Tells(f, row))
            ? new(row, Outcome.Found, findings, "")
            : new(row, Outcome.Missed, findings, Reason(all, findings, method, analysis));
    }

    private static bool Tells(Finding finding, ToolRow row) => finding is { IsOfAction: true, IsByName: false } && ActionWords.Fits(row.Action, finding.Capability!);

    private static string Reason(List<Finding> all, ImmutableArray<Finding> findings, ToolMethod method, Analysis analysis)
    {
        var reasons = new List<string>();
        if (all.FirstOrDefault(f => f.Id == Finding.Facts) is { } facts)
        {
            foreach (var (key, word) in new[] { ("actions", "reaches"), ("notFollowed", "not followed"), ("blindSpots", "blind") })
            {
                if (facts.Diagnostic.Properties.GetValueOrDefault(key) is { Length: > 0 } list)
                {
                    reasons.Add($"{word}: {list.Replace("\n", ", ")}");
                }
            }
        }
        else
        {
            reasons.Add("not seen as an entry point");
        }

        if (findings.Any(f => f.IsOfAction))
        {
            reasons.Add("reported as something else");
        }

        if (method.Unresolved(analysis.Compilation) is > 0 and var unresolved)
        {
            reasons.Add($"{unresolved} compiler errors in it");
        }

        return reasons.Count == 0 ? "nothing reached" : string.Join("; ", reasons);
    }
}
