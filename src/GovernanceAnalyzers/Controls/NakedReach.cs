using GovernanceAnalyzers.Reach;

namespace GovernanceAnalyzers.Controls;

/// <summary>
/// What a root reaches with no control on the way: along calls of which none is proven to be under the control in the body it stands in. An action that is
/// not among it is under control on every path, wherever on the path that is.
/// </summary>
/// <param name="OfAnother">No yes of a person other than the requester.</param>
/// <param name="OfAnybody">No yes of a person.</param>
/// <param name="OfIntent">No record before.</param>
/// <param name="OfOutcome">No record after.</param>
internal sealed class NakedReach(RootReach OfAnother, RootReach OfAnybody, RootReach OfIntent, RootReach OfOutcome)
{
    private readonly ILookup<(SyntaxNode, Catalogue.ConsequentialAction), ReachedAction> _ofAnother = ByPlace(OfAnother);
    private readonly ILookup<(SyntaxNode, Catalogue.ConsequentialAction), ReachedAction> _ofAnybody = ByPlace(OfAnybody);
    private readonly ILookup<(SyntaxNode, Catalogue.ConsequentialAction), ReachedAction> _ofIntent = ByPlace(OfIntent);
    private readonly ILookup<(SyntaxNode, Catalogue.ConsequentialAction), ReachedAction> _ofOutcome = ByPlace(OfOutcome);

    /// <summary>The places of the root's own body through which something is reached.</summary>
    public IEnumerable<ActionSite> Sites
        => new[] { OfAnother, OfAnybody, OfIntent, OfOutcome }.SelectMany(r => r.ActionsAndGuesses).Select(a => a.Site).Distinct();

    /// <summary>How an action of the root stands, and the way to it that shows it: one without the control where there is one.</summary>
    public (Done Standing, ReachedAction Shown) Of(ReachedAction action)
    {
        var (another, anybody) = (In(_ofAnother, action), In(_ofAnybody, action));
        var (intent, outcome) = (In(_ofIntent, action), In(_ofOutcome, action));
        var standing = new Done(another is null ? Proof.AnotherPerson : anybody is null ? Proof.Person : Proof.None, intent is null, outcome is null);
        return (standing, anybody ?? another ?? intent ?? outcome ?? action);
    }

    private static ReachedAction? In(ILookup<(SyntaxNode, Catalogue.ConsequentialAction), ReachedAction> naked, ReachedAction action)
        => naked[(action.Way.End, action.Action)].FirstOrDefault();

    private static ILookup<(SyntaxNode, Catalogue.ConsequentialAction), ReachedAction> ByPlace(RootReach reach) => reach.ActionsAndGuesses.ToLookup(a => (a.Way.End, a.Action));
}
