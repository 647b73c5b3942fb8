using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Controls;
using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>
/// What is wrong with the actions of a self-governed step: one problem, one finding. Of what can be said about an action the first in the order of
/// precedence is said; each rule projects what carries its id (<see cref="VerdictRegistration"/>).
/// </summary>
internal static class ActionVerdicts
{
    /// <summary>
    /// In order of precedence. A rule about single actions has its judge here: given an action that can run, what is wrong with it in the eyes of
    /// that rule, or null. Judges are pure; what needs the flow of the body is a fact of <see cref="SiteProof"/>.
    /// </summary>
    private static readonly ImmutableArray<Func<StepReach, OwnAction, ActionVerdict?>> s_judges =
    [
        ConfirmationMustGateActionAnalyzer.Judge,
        AutomationMustNotConfirmItselfAnalyzer.Judge,
        ConfirmationMustCoverOneActionAnalyzer.Judge,
        ActionMustBeConfirmedAnalyzer.Judge,
        ActionMustBeLoggedAnalyzer.Judge,
        ConfirmedValueMustBeActedOnAnalyzer.Judge,
    ];

    /// <summary>Everything that any rule has to say, the weightiest first, action by action.</summary>
    public static IEnumerable<ActionVerdict> All(StepReach reach) => Judged(reach).SelectMany(v => v);

    /// <summary>
    /// What is said: one finding for an action. A waived one is not said, and neither is what else is wrong with the same control; the other control
    /// is judged as if nothing were.
    /// </summary>
    public static IEnumerable<ActionVerdict> Said(StepReach reach, Func<string, bool> isWaived)
    {
        if (reach.IsWithoutAnyControl && !isWaived("GVN2001"))
        {
            // One finding says it all: each further one would only repeat that nothing has been written yet.
            var first = reach.OwnActions.Where(a => a.Proof.IsReachable && a.Action.NeedsConfirmation)
                .OrderBy(a => a.Action.NewIn).ThenByDescending(a => a.Action.Tier).First();
            return [AutomationMustNotConfirmItselfAnalyzer.Judge(reach, first) is { } own && !isWaived(own.Rule) ? own : ActionMustBeConfirmedAnalyzer.Judge(reach, first)!];
        }

        return Judged(reach).Select(verdicts => Weightiest(verdicts, isWaived)).OfType<ActionVerdict>();
    }

    /// <summary>What High needs counts for the step's own tier too: it is what the step promises.</summary>
    public static Proof Wanted(Tier action, Step step) => action == Tier.High || step.Tier == Tier.High ? Proof.AnotherPerson : Proof.Person;

    /// <summary>Somebody has to say yes to the action, and nobody whose yes is enough does on every path.</summary>
    public static bool IsUnconfirmed(StepReach reach, OwnAction action)
        => action.Action.NeedsConfirmation && action.Proof.Confirmation < Wanted(action.Action.Tier, reach.Step);

    private static IEnumerable<List<ActionVerdict>> Judged(StepReach reach) => reach.OwnActions
        .Where(a => a.Proof.IsReachable)
        .Select(a => s_judges.Select(judge => judge(reach, a)).OfType<ActionVerdict>().ToList())
        .Where(verdicts => verdicts.Count > 0);

    private static ActionVerdict? Weightiest(List<ActionVerdict> verdicts, Func<string, bool> isWaived)
        => verdicts.GroupBy(v => v.Concern).Select(g => g.First()).FirstOrDefault(v => !isWaived(v.Rule));
}
