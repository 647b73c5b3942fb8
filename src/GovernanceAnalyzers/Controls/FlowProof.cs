using System.Collections.Concurrent;
using System.Threading;
using GovernanceAnalyzers.Reach;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Controls;

/// <summary>Proves the controls of a body on its graph, and those of the helpers that it calls on theirs.</summary>
internal sealed class FlowProof(ControlMembers controls, GovernanceSymbols symbols, SourceModels models, MethodReach methods) : IControlProof
{
    private readonly ConcurrentDictionary<IMethodSymbol, IReadOnlyDictionary<SyntaxNode, Done>> _standings = new(SymbolEqualityComparer.Default);
    private readonly ControlUses _uses = new(controls, symbols, models);
    private HelperSummaries? _helpers;

    private HelperSummaries Helpers => _helpers ??= new(controls, _uses, models);

    public BodyProof Of(IMethodBodyOperation body, ImmutableArray<ActionSite> sites, CancellationToken cancellationToken)
    {
        var uses = _uses.Of(body);
        var holdsApproval = HoldsApproval(body);
        var helpers = new HelperChain(Helpers, cancellationToken);
        var flow = new BodyFlow(BodyGraphs.Of(body)!, helpers, []).Prove();
        var requests = uses.Confirms && !holdsApproval && body.SemanticModel is { } model ? new Requests(flow, helpers, model) : null;
        return new(
            holdsApproval || uses.Confirms,
            uses.Logs,
            uses.IsConfirmationAsserted,
            uses.IsLogAsserted,
            [.. sites.Select(s => Of(s, flow, holdsApproval, requests)).ToList().Select(s => s with { IsCutShort = helpers.IsCutShort })]);
    }

    public BodyUses UsesOf(IMethodSymbol method) => _uses.Of(method);

    public Done StandingAt(IMethodSymbol body, SyntaxNode call, CancellationToken cancellationToken)
    {
        body = body.OriginalDefinition;
        if (!_standings.TryGetValue(body, out var standings))
        {
            standings = _standings.GetOrAdd(body, Standings(body, cancellationToken));
        }

        return standings.TryGetValue(call, out var standing) ? standing : new(Held(body), false, false);
    }

    /// <summary>How everything that a body takes or calls stands in it. Of the graph nothing is kept.</summary>
    private IReadOnlyDictionary<SyntaxNode, Done> Standings(IMethodSymbol body, CancellationToken cancellationToken)
    {
        var standings = new Dictionary<SyntaxNode, Done>();
        if (_uses.Of(body) is { Controls: false, IsOpen: false } || BodyGraphs.Of(Helpers.BodyOf(body)) is not { } graphs)
        {
            return standings;
        }

        var flow = new BodyFlow(graphs, new(Helpers, cancellationToken), []).Prove();
        var facts = methods.FactsOf(body, cancellationToken);
        foreach (var site in facts.Sites.Concat(facts.Calls.Select(c => new ActionSite(c.Syntax, c.Target, []))))
        {
            var places = PlacesOf(site, graphs);
            var standing = places.Count == 0
                ? Done.Nothing
                : new(Meaning.Stronger(Held(body), places.Select(flow.Confirmation).Min()), places.All(flow.HasIntent), places.All(flow.HasOutcome));
            standings[site.Syntax] = standings.TryGetValue(site.Syntax, out var known) ? known.Or(standing) : standing;
        }

        return standings;
    }

    /// <summary>Whoever calls a method that demands a StepApproval has one, and only the governor makes them.</summary>
    private Proof Held(IMethodSymbol body) => controls.DemandsApproval(body) ? Proof.AnotherPerson : Proof.None;

    private static SiteProof Of(ActionSite site, BodyFlow flow, bool holdsApproval, Requests? requests)
    {
        var places = PlacesOf(site, flow.Graphs);
        var confirmation = holdsApproval ? Proof.AnotherPerson : places.Count == 0 ? Proof.None : places.Select(flow.Confirmation).Min();
        return new(
            site,
            places.Count == 0 || places.Any(p => p.Block.IsReachable),
            confirmation,
            places.Count > 0 && places.All(flow.HasIntent),
            places.Count > 0 && places.All(flow.HasOutcome))
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

    /// <summary>Whoever calls a method that demands a StepApproval has one, and only the governor makes them.</summary>
    private bool HoldsApproval(IMethodBodyOperation body)
        => body.SemanticModel?.GetDeclaredSymbol(body.Syntax) is IMethodSymbol method && controls.DemandsApproval(method);

    private static List<Place> PlacesOf(ActionSite site, BodyGraphs graphs)
    {
        var here = graphs.Places.Where(p => p.Operation.Syntax == site.Syntax).ToList();
        var exact = here.Where(p => MemberUse.Of(p.Operation).Any(u => GovernanceSymbols.Same(u.Target, site.Target))).ToList();
        if (exact.Count > 0 || here.Count > 0)
        {
            return exact.Count > 0 ? exact : here;
        }

        // A using's Dispose stands at the resource, inside what the using's own syntax covers.
        return [.. graphs.Places.Where(p => p.Operation is IInvocationOperation { IsImplicit: true } call && site.Syntax.Span.Contains(call.Syntax.Span)
                                         && call.TargetMethod.Name == site.Target.Name)];
    }
}
