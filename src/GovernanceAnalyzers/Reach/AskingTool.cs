using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Catalogue.Conditions;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Reach;

/// <summary>
/// A tool that is called as one that asks, and writes: it may keep a copy of what it has read, a log, or the store that it reads from. Whether it does more
/// is not to be seen, so that a write that can be made good is a guess. What cannot be taken back, and what others get, is not.
/// </summary>
internal static class AskingTool
{
    private static readonly ImmutableHashSet<string> s_kept = [Capabilities.FilesWrite, Capabilities.DatabaseWrite];

    /// <param name="tool">What the tool's method is called; null where no tool leads to the action.</param>
    /// <param name="reached">What it reaches.</param>
    public static ReachedAction Doubts(string? tool, ReachedAction reached)
        => reached.Action is { Tier: Tier.Medium, Reversible: not "no", Source: ActionSource.BuiltIn, IsInferred: false } action && s_kept.Contains(action.Capability)
            && tool is not null && AskingName.IsOfTool(tool)
                ? reached with { Action = action with { IsInferred = true, Unless = "keeps no more than a copy or a log of what it reads, as the tool's name says" } }
                : reached;
}
