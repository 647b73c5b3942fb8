namespace GovernanceAnalyzers.Tool.Check.Reports;

/// <summary>The result in a sentence or three. It never says more than what was read.</summary>
internal static class Conclusion
{
    public static string Of(CheckResult result) => Sentence(result) + Forgiven(result);

    /// <summary>What fails nothing, because it is listed or the project adopts the package, is there all the same.</summary>
    private static string Forgiven(CheckResult result)
        => result.Obstacles.Count == 0 && result.Ungoverned.Count(u => u.IsForgiven) is > 0 and var count
            ? $" {Words.Number(count, "action")} that {(count == 1 ? "a tool takes" : "tools take")} by {(count == 1 ? "itself is" : "themselves are")} only counted."
            : "";

    private static string Sentence(CheckResult result) => result.Verdict switch
    {
        CheckVerdict.CouldNotRun => $"Not a result: {result.Obstacles[0]}",
        CheckVerdict.Findings => string.Join(" ", new[] { Count(result), result.Growth is { Lines.Count: > 0 } grown ? grown.Sentence : "", Unfollowed(result) }
            .Where(sentence => sentence.Length > 0)),
        CheckVerdict.Unfollowed => $"No findings in what was read. {Unfollowed(result)} {(result.AllowUnfollowed ? "Allowed by --allow-unfollowed." : "Not a clean result.")}",
        _ when result.Facts.Count == 0 => "No findings. There is no step and no entry point of automation in this code.",
        _ => "No findings.",
    };

    private static string Count(CheckResult result)
    {
        var errors = result.Failing.Count(f => f.Level == FindingLevel.Error);
        var warnings = result.Failing.Count() - errors;
        return (errors, warnings) switch
        {
            (0, 0) => "",
            (_, 0) => $"{Words.Number(errors, "error")}.",
            (0, _) => $"{Words.Number(warnings, "warning")}.",
            _ => $"{Words.Number(errors, "error")}, {Words.Number(warnings, "warning")}.",
        };
    }

    private static string Unfollowed(CheckResult result)
    {
        var sentences = new List<string>();
        foreach (var (all, one) in new[] { (result.EntryPoints.ToList(), "tool"), (result.Steps.ToList(), "step") })
        {
            var calling = all.Where(f => f.NotFollowed.Count > 0).ToList();
            if (calling.Count > 0)
            {
                sentences.Add($"{calling.Count} of {Words.Number(all.Count, one)} {(all.Count == 1 ? "calls" : "call")} code that this build does not follow "
                              + $"(first: {Words.Member(calling[0])} → {calling[0].NotFollowed[0].Target}).");
            }
        }

        var blind = result.Facts.Sum(f => f.BlindSpots.Count);
        if (blind > 0)
        {
            sentences.Add($"{Words.Number(blind, "blind spot")}.");
        }

        if (result.Unread.Count > 0)
        {
            sentences.Add($"{Words.Number(result.Unread.Count, "project")} {(result.Unread.Count == 1 ? "was" : "were")} not read "
                          + $"(first: {Path.GetFileName(result.Unread[0])}).");
        }

        return string.Join(" ", sentences);
    }
}
