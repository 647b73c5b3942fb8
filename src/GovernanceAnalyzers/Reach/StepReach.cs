using GovernanceAnalyzers.Controls;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Reach;

/// <summary>What a step reaches by its own body and by its rollback handler, and what its controls are proven to do.</summary>
/// <param name="Step">The step.</param>
/// <param name="Body">Through the step's own body, or the Core body of a plumbed one.</param>
/// <param name="Rollback">Through the rollback handler; it counts towards the tier, and the order to undo is its confirmation.</param>
/// <param name="Proof">What holds of a self-governed step's own body; null for a plumbed one, whose controls are generated.</param>
internal sealed record StepReach(Step Step, RootReach Body, RootReach Rollback, BodyProof? Proof)
{
    public RootReach All => Body.And(Rollback);

    /// <summary>What of a self-governed step's body no control is on the way to; null for a plumbed one.</summary>
    public NakedReach? Naked { get; init; }

    /// <summary>The actions of a self-governed step, each where its own body takes it or calls what takes it, and how it stands there.</summary>
    public IEnumerable<OwnAction> OwnActions => Own(Body.Actions, Confidence.Exact);

    /// <summary>The same of what is reached only by a guess at who answers a call.</summary>
    public IEnumerable<OwnAction> InferredActions => Own(Body.Actions, Confidence.Inferred);

    /// <summary>The same of what may be an action and of which only the name is known.</summary>
    public IEnumerable<OwnAction> Guesses => Own(Body.Guesses, Confidence.Inferred);

    /// <summary>
    /// Its author writes the controls and has written none, though it acts. One diagnostic (GVN2001) says so; what else is missing is only said
    /// once there is a beginning.
    /// </summary>
    public bool IsWithoutAnyControl => Proof is { Confirms: false, Logs: false } && OwnActions.Any(a =>
        a.Proof.IsReachable && a.Action is { NeedsConfirmation: true, NewIn: null });

    /// <summary>One for each place of the body, capability and standing, however many are behind it.</summary>
    private IEnumerable<OwnAction> Own(IEnumerable<ReachedAction> actions, Confidence confidence) => Proof is null || Naked is null ? [] : actions
        .Select(Naked.Of)
        .Where(a => a.Shown.Confidence == confidence)
        .GroupBy(a => (a.Shown.Site, a.Shown.Action.Capability, a.Shown.Action.NewIn, a.Standing))
        .Select(g => new OwnAction(
            Proof.Sites.First(s => s.Site == g.Key.Site).With(g.Key.Standing),
            Places.Of(g.Select(a => a.Shown), g.Select(a => a.Shown).OrderByDescending(a => a.Action.Tier).First())));
}
