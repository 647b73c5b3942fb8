using GovernanceAnalyzers.Reach;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Controls;

/// <summary>Proves the controls of a body on its graph, and those of the helpers that it calls on theirs.</summary>
internal sealed class FlowProof(ControlMembers controls, GovernanceSymbols symbols, SourceModels models) : IControlProof
{
    private readonly ControlUses _uses = new(controls, symbols, models);
    private HelperSummaries? _helpers;

    private HelperSummaries Helpers => _helpers ??= new(controls, _uses, models);

    public BodyProof Of(IMethodBodyOperation body, ImmutableArray<ActionSite> sites)
    {
        var uses = _uses.Of(body);
        var holdsApproval = HoldsApproval(body);
        var flow = new BodyFlow(BodyGraphs.Of(body)!, new(Helpers), []);
        return new(
            holdsApproval || uses.Confirms,
            uses.Logs,
            uses.IsConfirmationAsserted,
            uses.IsLogAsserted,
            [.. sites.Select(s => Of(s, flow, holdsApproval))]);
    }

    private static SiteProof Of(ActionSite site, BodyFlow flow, bool holdsApproval)
    {
        var places = PlacesOf(site, flow.Graphs);
        return new(
            site,
            places.Count == 0 || places.Any(p => p.Block.IsReachable),
            holdsApproval ? Proof.AnotherPerson : places.Count == 0 ? Proof.None : places.Select(flow.Confirmation).Min(),
            places.Count > 0 && places.All(flow.HasIntent),
            places.Count > 0 && places.All(flow.HasOutcome));
    }

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
