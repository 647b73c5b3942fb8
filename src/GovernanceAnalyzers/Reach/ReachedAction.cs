using GovernanceAnalyzers.Catalogue;

namespace GovernanceAnalyzers.Reach;

/// <summary>Something that a root reaches, with the shortest way to it.</summary>
internal sealed record Reached<T>(T What, Way Way);

/// <summary>An action that a root takes, with the shortest way to it.</summary>
/// <param name="Action">What it does.</param>
/// <param name="Site">The place in the root's own body: the action, or the call behind which it is taken.</param>
/// <param name="Way">From the root to the action.</param>
internal sealed record ReachedAction(ConsequentialAction Action, ActionSite Site, Way Way)
{
    /// <summary>As messages name it: <c>Cleanup → RemoveAll → File.Delete</c>.</summary>
    public string Path => Action.Path is { } further ? $"{Way} → {further}" : Way.ToString();

    /// <summary>From the call in the root's body to the action.</summary>
    public ImmutableArray<Hop> Hops => Way.Hops;

    public Confidence Confidence => Action.IsInferred ? Confidence.Inferred : Way.Confidence;
}

/// <summary>An action that counts for less than is known of it, because a contract on the way says so and gives a reason.</summary>
/// <param name="Known">What is known, and the way to it.</param>
/// <param name="Contract">What it counts as.</param>
internal sealed record LoweredAction(ReachedAction Known, ConsequentialAction Contract);

/// <summary>A call that the walk followed.</summary>
/// <param name="Caller">Whose body it stands in.</param>
/// <param name="Call">The call.</param>
/// <param name="Callee">A body that it may run.</param>
/// <param name="Trail">From the root to the callee.</param>
internal sealed record Edge(IMethodSymbol Caller, CalledMember Call, IMethodSymbol Callee, Trail Trail);

/// <summary>What a root reaches, and what of it was not to be seen.</summary>
internal sealed record RootReach(
    ImmutableArray<ReachedAction> Actions, ImmutableArray<Reached<CalledMember>> NotFollowed, ImmutableArray<Reached<CalledStep>> Steps,
    ImmutableArray<Reached<BlindSpot>> BlindSpots)
{
    public static readonly RootReach Nothing = new([], [], [], []);

    /// <summary>Every call from a body that was read to one that was: all of them, not only those on the shortest ways.</summary>
    public ImmutableArray<Edge> Edges { get; init; } = [];

    /// <summary>Calls of which nothing is known but that they are called as ones that act. They are no actions of anybody; whoever may take one is warned (GVN2016).</summary>
    public ImmutableArray<ReachedAction> Guesses { get; init; } = [];

    /// <summary>All that may have to be under control.</summary>
    public IEnumerable<ReachedAction> ActionsAndGuesses => Actions.Concat(Guesses);

    /// <summary>What contracts make less of: it is no finding, and reviewers see it.</summary>
    public ImmutableArray<LoweredAction> Lowered { get; init; } = [];

    public RootReach And(RootReach other) => new(
        Actions.AddRange(other.Actions), NotFollowed.AddRange(other.NotFollowed), Steps.AddRange(other.Steps), BlindSpots.AddRange(other.BlindSpots))
    {
        Edges = Edges.AddRange(other.Edges),
        Lowered = Lowered.AddRange(other.Lowered),
        Guesses = Guesses.AddRange(other.Guesses),
    };

    /// <summary>Without what only newer rows of the catalogue call an action.</summary>
    public RootReach Accepted => this with { Actions = [.. Actions.Where(a => a.Action.NewIn is null)] };

    /// <summary>Without what is reached only by a guess at who answers a call (GVN2016).</summary>
    public RootReach Certain => this with { Actions = [.. Actions.Where(a => a.Confidence == Confidence.Exact)] };

    /// <summary>Only that.</summary>
    public RootReach Inferred => this with { Actions = [.. Actions.Where(a => a.Confidence == Confidence.Inferred)] };

    /// <summary>The first of the actions in the highest tier; null where there is none.</summary>
    public ReachedAction? Highest => Actions.OrderByDescending(a => a.Action.Tier).FirstOrDefault();
}
