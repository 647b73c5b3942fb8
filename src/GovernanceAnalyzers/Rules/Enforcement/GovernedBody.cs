using GovernanceAnalyzers.Reach;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>A body that a root runs.</summary>
/// <param name="Body">The body.</param>
/// <param name="Method">Whose it is.</param>
/// <param name="Root">As ways from the root begin.</param>
/// <param name="Hops">The calls that lead there; none where it is the root's own.</param>
internal sealed record GovernedBody(IOperation Body, IMethodSymbol Method, string Root, ImmutableArray<Hop> Hops)
{
    /// <summary>The call in the root's own body that leads there; null where it is the root's own.</summary>
    public SyntaxNode? Start => Hops.IsEmpty ? null : Hops[0].Call;

    /// <summary>No call on the way may run another body of this source instead.</summary>
    public bool IsCertain => IsOnlyOne(Hops);

    /// <summary>From the root to a member that the body calls.</summary>
    public Way WayTo(SyntaxNode call, IMethodSymbol target) => new(Root, Hops.Add(new(Method, call, target, target)), call);

    /// <summary>The root's own body and those of what it calls, each once, by the most certain and then the shortest way.</summary>
    public static IEnumerable<GovernedBody> Of(OwnBody own, GovernanceModel model)
    {
        var behind = own.Reach.Edges
            .OrderByDescending(e => IsOnlyOne(e.Hops)).ThenBy(e => e.Hops.Length)
            .GroupBy(e => e.Callee.OriginalDefinition, SymbolEqualityComparer.Default)
            .Select(g => g.First())
            .Where(e => !GovernanceSymbols.Same(e.Callee.OriginalDefinition, own.Method.OriginalDefinition))
            .Select(e => model.BodyOf(e.Callee.OriginalDefinition) is { } body ? new GovernedBody(body, e.Callee, own.Name, e.Hops) : null);
        return behind.Prepend(own.Body is { } self ? new(self, own.Method, own.Name, []) : null).OfType<GovernedBody>();
    }

    private static bool IsOnlyOne(ImmutableArray<Hop> hops) => hops.All(h => h.Candidates == 1);
}

/// <summary>A body that belongs to a root: that of a step, of its rollback handler, of an entry point.</summary>
internal sealed record OwnBody(string Name, IMethodSymbol Method, IOperation? Body, RootReach Reach);
