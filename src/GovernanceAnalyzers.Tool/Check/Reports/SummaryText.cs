using GovernanceAnalyzers.Tool.Backlog;
using GovernanceAnalyzers.Tool.Output;

namespace GovernanceAnalyzers.Tool.Check.Reports;

/// <summary>What automation may do here, on one screen; each list ends where the screen would.</summary>
internal static class SummaryText
{
    private const int Column = 16;
    private static readonly string[] s_tiers = ["High", "Medium", "Low"];

    public static void Write(Page page, CheckResult result, ShownPaths paths)
    {
        var workflows = result.Steps.Select(s => s.Workflow).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        Row(page, "Read", Listed([.. result.Compilations.Where(c => c.IsCSharp).GroupBy(c => c.Project)
            .Select(g => $"{Path.GetFileNameWithoutExtension(g.Key)} ({string.Join(", ", g.Select(c => c.Framework))})")], 4));
        Row(page, "Workflows", workflows.Count == 0 ? "none" : $"{workflows.Count}: {Listed(workflows, 6)}");
        Row(page, "Steps", Steps([.. result.Steps]));
        Row(page, "Tools", result.EntryPoints.Any() ? $"{result.EntryPoints.Count()} (entry points of automation)" : "none");
        Rows(page, "Actions", 14, Actions(result, paths));
        if (Lowered(result, paths) is { Count: > 0 } lowered)
        {
            Rows(page, "Lowered", 4, lowered);
        }

        Rows(page, "Waivers", 4, [.. result.Facts.SelectMany(f => f.Waivers.Select(w =>
            $"{w.Rule} in {f.Id}, approved by {w.ApprovedBy} until {w.Until}: {w.Reason}")).Distinct()]);
        if (Backlog(result) is { } backlog)
        {
            Row(page, "Backlog", backlog);
        }

        Rows(page, "Blind spots", 4, [.. result.Facts.SelectMany(f => f.BlindSpots.Select(b => $"{b.Kind}: {b.Detail}{At(b.Place, paths)}")).Distinct()]);
        Rows(page, "Not followed", 6, [.. result.Facts.SelectMany(f => f.NotFollowed.Select(c => $"{Words.Member(f)} → {c.Target}{At(c.Place, paths)}")).Distinct()]);
        if (result.Unread.Count > 0)
        {
            Rows(page, "Not read", 4, [.. result.Unread.Select(paths.Of)]);
        }

        if (result.Suppressed > 0)
        {
            Row(page, "Suppressed", $"{Words.Number(result.Suppressed, "finding")}, by the code itself");
        }

        Rows(page, "Manifest", 4, result.Manifests);
    }

    private static string Steps(IReadOnlyList<StepFacts> steps)
    {
        if (steps.Count == 0)
        {
            return "none";
        }

        var tiers = s_tiers.Select(t => (Tier: t, Count: steps.Count(s => s.Tier == t))).Where(t => t.Count > 0).Select(t => $"{t.Count} {t.Tier}").ToList();
        var without = steps.Count(s => !s_tiers.Contains(s.Tier));
        return $"{steps.Count}: {string.Join(", ", without == 0 ? tiers : [.. tiers, $"{without} without a tier"])}";
    }

    /// <summary>How much the backlogs list and which day is the next to come; null where no project keeps one.</summary>
    private static string? Backlog(CheckResult result)
    {
        var backlogs = result.Compilations.Select(c => c.Project).Distinct().Select(BacklogDocument.Beside).OfType<BacklogDocument>().ToList();
        var lines = backlogs.SelectMany(b => b.Lines).ToList();
        return backlogs.Count == 0 ? null
             : lines.Count == 0 ? "empty"
             : $"{Words.Number(lines.Count, "line")}, the first to end on {lines.MinBy(l => l.Until)!.UntilText}";
    }

    /// <summary>The worst first, and within a tier those that nothing controls.</summary>
    private static List<string> Actions(CheckResult result, ShownPaths paths)
        => [.. result.Facts.SelectMany(f => f.Actions.Select(a => (Facts: f, Action: a)))
            .OrderBy(a => Array.IndexOf(s_tiers, a.Action.Tier) is >= 0 and var rank ? rank : s_tiers.Length)
            .ThenBy(a => a.Facts.Control == "none" ? 0 : 1)
            .ThenBy(a => a.Facts.Id, StringComparer.Ordinal).ThenBy(a => a.Action.Place.File, StringComparer.Ordinal).ThenBy(a => a.Action.Place.Line)
            .Select(a => $"{a.Action.Capability} ({a.Action.Tier}) by {a.Action.Path}: {Words.Control(a.Facts)}{At(a.Action.Place, paths)}").Distinct()];

    /// <summary>What reviewers have to believe: a contract's author says that an action is less than the catalogue has it.</summary>
    private static List<string> Lowered(CheckResult result, ShownPaths paths)
        => [.. result.Facts.SelectMany(f => f.Lowered)
            .Select(l => $"{l.Capability} ({l.Tier}) counts as {l.ContractCapability} ({l.ContractTier}) by {l.Path}: \"{l.Because}\"{At(l.Place, paths)}").Distinct()];

    private static string At(SourcePlace place, ShownPaths paths) => $" [{paths.Of(place)}]";

    private static string Listed(IReadOnlyList<string> names, int most)
        => names.Count <= most ? string.Join(", ", names) : $"{string.Join(", ", names.Take(most))} and {names.Count - most} more";

    private static void Rows(Page page, string title, int most, IReadOnlyList<string> rows)
    {
        Row(page, title, rows.Count switch { 0 => "none", 1 => rows[0], _ => $"{rows.Count}" });
        if (rows.Count > 1)
        {
            foreach (var row in rows.Take(most))
            {
                page.Line($"  {row}");
            }

            if (rows.Count > most)
            {
                page.Line($"  … and {rows.Count - most} more (--format json lists all)", Page.Faint);
            }
        }
    }

    private static void Row(Page page, string title, string value)
    {
        page.Add(title.PadRight(Column), Page.Title);
        page.Line(value);
    }
}
