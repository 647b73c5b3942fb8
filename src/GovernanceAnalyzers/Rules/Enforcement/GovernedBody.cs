using GovernanceAnalyzers.Reach;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>A body that a root runs.</summary>
/// <param name="Body">The body.</param>
/// <param name="Method">Whose it is.</param>
/// <param name="Root">As ways from the root begin.</param>
/// <param name="Trail">The calls that lead there; null where it is the root's own.</param>
internal sealed record GovernedBody(IOperation Body, IMethodSymbol Method, string Root, Trail? Trail)
{
    /// <summary>The call in the root's own body that leads there; null where it is the root's own.</summary>
    public SyntaxNode? Start => Trail?.First.Call;

    /// <summary>No call on the way may run another body of this source instead.</summary>
    public bool IsCertain => Trail is not { IsOnlyOne: false };

    /// <summary>From the root to a member that the body calls.</summary>
    public Way WayTo(SyntaxNode call, IMethodSymbol target) => new(Root, Trail.After(Trail, new(Method, call, target, target)), call);

    /// <summary>The root's own body and those of what it calls, each once, by the most certain and then the shortest way.</summary>
    public static IEnumerable<GovernedBody> Of(OwnBody own, GovernanceModel model)
    {
        var behind = own.Reach.Edges
            .OrderByDescending(e => e.Trail.IsOnlyOne).ThenBy(e => e.Trail.Length)
            .GroupBy(e => e.Callee.OriginalDefinition, SymbolEqualityComparer.Default)
            .Select(g => g.First())
            .Where(e => !GovernanceSymbols.Same(e.Callee.OriginalDefinition, own.Method.OriginalDefinition))
            .Select(e => model.BodyOf(e.Callee.OriginalDefinition) is { } body ? new GovernedBody(body, e.Callee, own.Name, e.Trail) : null);
        return behind.Prepend(own.Body is { } self ? new(self, own.Method, own.Name, null) : null).OfType<GovernedBody>();
    }
}

/// <summary>A body that belongs to a root: that of a step, of its rollback handler, of an entry point.</summary>
internal sealed class OwnBody(string name, IMethodSymbol method, IOperation? body, RootReach reach, GovernanceModel model)
{
    private IReadOnlyList<GovernedBody>? _bodies;

    /// <summary>As ways from it begin.</summary>
    public string Name { get; } = name;

    public IMethodSymbol Method { get; } = method;

    public IOperation? Body { get; } = body;

    public RootReach Reach { get; } = reach;

    /// <summary>Itself, and the bodies that it runs.</summary>
    public IReadOnlyList<GovernedBody> Bodies => _bodies ??= [.. GovernedBody.Of(this, model)];
}
