using GovernanceAnalyzers.Backlog;
using GovernanceAnalyzers.Steps;
using GovernanceAnalyzers.Tool.Check;

namespace GovernanceAnalyzers.Tool.Backlog;

/// <summary>What is to be written beside one project: the lines that stand, and those for what acts by itself and is not listed.</summary>
/// <param name="File">The backlog's path.</param>
/// <param name="IsNew">The project keeps none yet.</param>
/// <param name="Document">With the new lines in it.</param>
/// <param name="Added">The new lines.</param>
internal sealed record BacklogInit(string File, bool IsNew, BacklogDocument Document, IReadOnlyList<BacklogLine> Added)
{
    public static IReadOnlyList<BacklogInit> Plan(CheckResult result, string owner, DateTime until, ShownPaths paths)
        => [.. result.Ungoverned.GroupBy(u => u.Project).Select(p => For(p.Key, p, owner, until, paths))];

    private static BacklogInit For(string project, IEnumerable<UngovernedAction> ungoverned, string owner, DateTime until, ShownPaths paths)
    {
        var file = BacklogDocument.PathFor(project);
        var existing = BacklogDocument.Beside(project);
        if (existing?.Mistake is var (line, why))
        {
            throw new CannotRunException($"{paths.Of(file)}({line}): {why}.");
        }

        var document = existing ?? BacklogDocument.Parse(BacklogLine.FirstLine);
        var added = ungoverned
            .Where(u => document.Find((u.EntryPoint, u.Capability)) is not { } listed || listed.Tier < u.Tier)
            .Select(u => new BacklogLine(u.EntryPoint, u.Capability, u.Tier, owner, until)).ToList();
        added.ForEach(document.Set);
        return new(file, existing is null, document, added);
    }

    /// <summary>How many of each tier it lists, the worst first: <c>6 High, 2 Medium</c>.</summary>
    public string Tiers => string.Join(", ", new[] { Tier.High, Tier.Medium }
        .Select(t => (Tier: t, Count: Document.Lines.Count(l => l.Tier == t))).Where(t => t.Count > 0).Select(t => $"{t.Count} {t.Tier}"));
}
