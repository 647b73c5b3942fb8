using GovernanceAnalyzers.Backlog;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Tool.Check;

/// <summary>An action that an entry point takes by itself: what GVN2006 found, listed or not.</summary>
/// <param name="Project">The project's file.</param>
/// <param name="EntryPoint">As a backlog line calls it.</param>
/// <param name="Capability">What kind of action.</param>
/// <param name="Tier">The highest tier of it.</param>
/// <param name="IsForgiven">The project's backlog lists it, or the project adopts the package and keeps none.</param>
internal sealed record UngovernedAction(string Project, string EntryPoint, string Capability, Tier Tier, bool IsForgiven)
{
    public const string Rule = "GVN2006";

    public static UngovernedAction? Read(string project, SarifResult result)
        => result.Rule == Rule
        && result.Properties.TryGetValue("entryPoint", out var entryPoint) && result.Properties.TryGetValue("capability", out var capability)
        && result.Properties.TryGetValue("tier", out var tier)
            ? new(project, entryPoint, capability, BacklogLine.ParseTier(tier), Finding.LevelOf(result.Level) == FindingLevel.Note)
            : null;

    /// <summary>What several frameworks compile is one; the worst of each is kept.</summary>
    public static IReadOnlyList<UngovernedAction> Merge(IEnumerable<UngovernedAction> actions)
        => [.. actions.GroupBy(a => (a.Project, a.EntryPoint, a.Capability))
            .Select(g => g.First() with { Tier = g.Max(a => a.Tier), IsForgiven = g.All(a => a.IsForgiven) })
            .OrderBy(a => a.Project, StringComparer.Ordinal).ThenBy(a => a.EntryPoint, StringComparer.Ordinal).ThenBy(a => a.Capability, StringComparer.Ordinal)];
}
