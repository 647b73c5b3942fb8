using GovernanceAnalyzers.Catalogue;

namespace GovernanceAnalyzers.Reach;

/// <summary>One call on the way from a root to an action.</summary>
/// <param name="Caller">Whose body it stands in.</param>
/// <param name="Call">Where.</param>
/// <param name="Slot">The member called.</param>
/// <param name="Target">The body that runs, or the action itself.</param>
internal sealed record Hop(IMethodSymbol Caller, SyntaxNode Call, IMethodSymbol Slot, IMethodSymbol Target)
{
    public Confidence Confidence { get; init; } = Confidence.Exact;

    /// <summary>How many bodies the call may run.</summary>
    public int Candidates { get; init; } = 1;
}

/// <summary>From a root, hop by hop: the last one is the action, the call that leads nowhere, or what cannot be seen through.</summary>
internal sealed class Way(string root, Trail? trail, SyntaxNode end)
{
    private ImmutableArray<Hop> _hops;

    /// <summary>As the way begins in words.</summary>
    public string Root { get; } = root;

    /// <summary>How it was come by; null where it ends in the root's own body.</summary>
    public Trail? Trail { get; } = trail;

    /// <summary>In a row, made when first asked for.</summary>
    public ImmutableArray<Hop> Hops => _hops.IsDefault ? _hops = Trail?.ToHops() ?? [] : _hops;

    public int Length => Trail?.Length ?? 0;

    /// <summary>The place in the root's own body.</summary>
    public SyntaxNode Start => Trail?.First.Call ?? End;

    /// <summary>Where it is, at last: in whichever body.</summary>
    public SyntaxNode End { get; } = end;

    /// <summary>That of the least certain hop.</summary>
    public Confidence Confidence => Trail is { IsInferred: true } ? Confidence.Inferred : Confidence.Exact;

    /// <summary>The places in other bodies, in order.</summary>
    public IEnumerable<Location> Further => Hops.Skip(1).Select(h => h.Call).Append(End).Where(c => c != Start).Select(NamedPlace.Of).Distinct();

    /// <summary><c>Cleanup → RemoveAll → File.Delete</c>.</summary>
    public override string ToString() => string.Join(" → ", Hops.Select(Name).Prepend(Root));

    /// <summary>A member of the caller's own type needs no more than its name.</summary>
    private static string Name(Hop hop)
        => hop.Target is { MethodKind: MethodKind.Ordinary, ContainingType.TypeKind: not TypeKind.Interface } && GovernanceSymbols.Same(hop.Target.ContainingType.OriginalDefinition, hop.Caller.ContainingType?.OriginalDefinition)
            ? hop.Target.Name
            : MemberName.Short(hop.Target);
}
