using System.Collections.Concurrent;
using System.Threading;
using GovernanceAnalyzers.Reach;

namespace GovernanceAnalyzers.Controls;

/// <summary>
/// Decides whether the controls that a self-governed step writes hold at its actions, on the graphs of the bodies that use them. Helpers count by what they are
/// proven to do.
/// </summary>
internal sealed class FlowProof(ControlMembers controls, GovernanceSymbols symbols, SourceModels models, MethodReach methods)
{
    private readonly ConcurrentDictionary<IMethodSymbol, IReadOnlyDictionary<SyntaxNode, Done>> _standings = new(SymbolEqualityComparer.Default);
    private readonly ControlUses _uses = new(controls, symbols, models);
    private HelperSummaries? _helpers;

    private HelperSummaries Helpers => _helpers ??= new(controls, _uses, models);

    /// <summary>A body of whose actions more is to be proven than how they stand. It has the body's graph, so it is not kept.</summary>
    public BodyUnderProof Open(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var body = new BodyUnderProof(method.OriginalDefinition, Helpers, methods, cancellationToken);
        _standings.TryAdd(method.OriginalDefinition, body.Standings());
        return body;
    }

    /// <summary>The controls that a method uses, by itself and by what it calls.</summary>
    public BodyUses UsesOf(IMethodSymbol method) => _uses.Of(method);

    /// <summary>What holds of an action or call in the body it stands in, whoever calls that.</summary>
    public Done StandingAt(IMethodSymbol body, SyntaxNode call, CancellationToken cancellationToken)
    {
        body = body.OriginalDefinition;
        if (!_standings.TryGetValue(body, out var standings))
        {
            standings = _standings.GetOrAdd(body, new BodyUnderProof(body, Helpers, methods, cancellationToken).Standings());
        }

        return standings.TryGetValue(call, out var standing) ? standing : new(controls.Held(body), false, false);
    }
}
