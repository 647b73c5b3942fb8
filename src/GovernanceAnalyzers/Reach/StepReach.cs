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

    /// <summary>The actions of a self-governed step's own body, how each stands, and the way to it.</summary>
    public IEnumerable<OwnAction> OwnActions
        => Proof is null ? [] : Body.Actions.Select(a => new OwnAction(Proof.Sites.First(s => s.Site == a.Site), a.Action, a.Path));

    /// <summary>
    /// Its author writes the controls and has written none, though it acts. One diagnostic (GVN2001) says so; what else is missing is only said
    /// once there is a beginning.
    /// </summary>
    public bool IsWithoutAnyControl => Proof is { Confirms: false, Logs: false } && OwnActions.Any(a =>
        a.Proof.IsReachable && a.Action is { NeedsConfirmation: true, NewIn: null });
}
