using GovernanceAnalyzers.Catalogue;

namespace GovernanceAnalyzers.Reach;

/// <summary>An action that a root takes, with the way to it.</summary>
/// <param name="Action">What it does.</param>
/// <param name="Site">The place in the root's own body.</param>
/// <param name="Path">As messages name it: <c>Cleanup → File.Delete</c>.</param>
internal sealed record ReachedAction(ConsequentialAction Action, ActionSite Site, string Path);

/// <summary>What a root reaches, and what of it was not read.</summary>
internal sealed record RootReach(
    ImmutableArray<ReachedAction> Actions, ImmutableArray<CalledMember> NotFollowed, ImmutableArray<CalledStep> Steps, ImmutableArray<BlindSpot> BlindSpots)
{
    public static RootReach Of(string way, BodyFacts facts, MethodReach reach) => new(
        [
            .. facts.Sites
                .OrderBy(s => s.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(s => s.Syntax.SpanStart)
                .SelectMany(s => s.Actions.Select(a => new ReachedAction(a, s, $"{way} → {MemberName.Short(s.Target)}"))),
        ],
        reach.NotFollowed(facts),
        facts.Steps,
        facts.BlindSpots);

    public RootReach And(RootReach other) => new(
        Actions.AddRange(other.Actions), NotFollowed.AddRange(other.NotFollowed), Steps.AddRange(other.Steps), BlindSpots.AddRange(other.BlindSpots));

    /// <summary>Without what only newer rows of the catalogue call an action.</summary>
    public RootReach Accepted => this with { Actions = [.. Actions.Where(a => a.Action.NewIn is null)] };

    /// <summary>The first of the actions in the highest tier; null where there is none.</summary>
    public ReachedAction? Highest => Actions.OrderByDescending(a => a.Action.Tier).FirstOrDefault();
}
