using System.Threading;
using GovernanceAnalyzers.Reach;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Controls;

/// <summary>One body with its graph, on which the controls are proven; that is made when first asked for, and dropped with this object.</summary>
internal sealed class BodyUnderProof
{
    private readonly IMethodSymbol _method;
    private readonly HelperSummaries _summaries;
    private readonly MethodReach _methods;
    private readonly CancellationToken _cancellationToken;
    private readonly HelperChain _helpers;
    private readonly Lazy<BodyFlow?> _flow;

    public BodyUnderProof(IMethodSymbol method, HelperSummaries summaries, MethodReach methods, CancellationToken cancellationToken)
    {
        _method = method;
        _summaries = summaries;
        _methods = methods;
        _cancellationToken = cancellationToken;
        _helpers = new(summaries, cancellationToken);
        _flow = new(() => BodyGraphs.Of(summaries.BodyOf(method)) is { } graphs ? new BodyFlow(graphs, _helpers, []).Prove() : null);
    }

    /// <summary>How everything that the body takes or calls stands in it; none where it uses no control, for then nothing but what it holds stands for all.</summary>
    public IReadOnlyDictionary<SyntaxNode, Done> Standings()
    {
        var standings = new Dictionary<SyntaxNode, Done>();
        if (_summaries.Uses.Of(_method) is { Controls: false, IsOpen: false } || _flow.Value is not { } flow)
        {
            return standings;
        }

        var facts = _methods.FactsOf(_method, _cancellationToken);
        foreach (var site in facts.Sites.Concat(facts.Calls.Select(c => new ActionSite(c.Syntax, c.Target, []))))
        {
            var places = PlacesOf(site, flow.Graphs);
            var standing = places.Count == 0
                ? Done.Nothing
                : new(Meaning.Stronger(_summaries.Controls.Held(_method), places.Select(flow.Confirmation).Min()), places.All(flow.HasIntent), places.All(flow.HasOutcome));
            standings[site.Syntax] = standings.TryGetValue(site.Syntax, out var known) ? known.Or(standing) : standing;
        }

        return standings;
    }

    /// <summary>What is proven of the body, and of these places of it.</summary>
    public BodyProof Of(ImmutableArray<ActionSite> sites)
    {
        if (_flow.Value is not { } flow)
        {
            return BodyProof.Nothing(sites);
        }

        var uses = _summaries.Uses.Of(_method);
        var holdsApproval = _summaries.Controls.DemandsApproval(_method);
        var requests = uses.Confirms && !holdsApproval && flow.Graphs.Root.Flow.OriginalOperation.SemanticModel is { } model ? new Requests(flow, _helpers, model) : null;
        return new(
            holdsApproval || uses.Confirms,
            uses.Logs,
            uses.IsConfirmationAsserted,
            uses.IsLogAsserted,
            [.. sites.Select(s => Of(s, flow, holdsApproval, requests)).ToList().Select(s => s with { IsCutShort = _helpers.IsCutShort })]);
    }

    private static SiteProof Of(ActionSite site, BodyFlow flow, bool holdsApproval, Requests? requests)
    {
        var places = PlacesOf(site, flow.Graphs);
        var confirmation = holdsApproval ? Proof.AnotherPerson : places.Count == 0 ? Proof.None : places.Select(flow.Confirmation).Min();
        return new(site, places.Count == 0 || places.Any(p => p.Block.IsReachable))
        {
            Gap = confirmation == Proof.None ? First(places, p => requests?.GapOf(p)) : null,
            Repeated = First(places, p => requests?.RepetitionOf(p, confirmation)),
            Changed = confirmation == Proof.None ? null : First(places, p => requests?.ChangeOf(p)),
            SuppliedBy = confirmation == Proof.None ? SuppliedGate.Of(flow.Graphs, places) : null,
        };
    }

    private static T? First<T>(List<Place> places, Func<Place, T?> find)
        where T : class
        => places.Select(find).FirstOrDefault(found => found is not null);

    private static List<Place> PlacesOf(ActionSite site, BodyGraphs graphs)
    {
        var here = graphs.Places.Where(p => p.Operation.Syntax == site.Syntax).ToList();
        var exact = here.Where(p => MemberUse.Of(p.Operation).Any(u => GovernanceSymbols.Same(u.Target, site.Target))).ToList();
        if (here.Count > 0)
        {
            return exact.Count > 0 ? exact : here;
        }

        // A using's Dispose stands at the resource, inside what the using's own syntax covers.
        return [.. graphs.Places.Where(p => p.Operation is IInvocationOperation { IsImplicit: true } call && site.Syntax.Span.Contains(call.Syntax.Span)
                                         && call.TargetMethod.Name == site.Target.Name)];
    }
}
