using System.Collections.Concurrent;
using GovernanceAnalyzers.Catalogue;

namespace GovernanceAnalyzers.Reach;

/// <summary>How surely a call runs what it is taken to run.</summary>
internal enum Confidence
{
    /// <summary>One of several bodies, or one that somebody else may replace.</summary>
    Inferred,

    Exact,
}

/// <summary>The bodies that a call may run.</summary>
/// <param name="Bodies">In the order of their names; none where the call leads nowhere.</param>
/// <param name="Confidence">Exact only where there is one.</param>
/// <param name="IsOpen">What runs is not to be seen in the source.</param>
internal sealed record Resolution(ImmutableArray<IMethodSymbol> Bodies, Confidence Confidence, bool IsOpen)
{
    public static readonly Resolution Nothing = new([], Confidence.Exact, false);

    public static readonly Resolution Unresolved = new([], Confidence.Inferred, true);

    public static Resolution Of(IMethodSymbol body) => new([body], Confidence.Exact, false);
}

/// <summary>
/// Who answers a call: the exact type, a sealed one, what the container is told, and else everybody in the source who could, up to a number that a
/// person will still read.
/// </summary>
internal sealed class Dispatch(GovernanceSymbols symbols, SourceModels models)
{
    private const int MostCandidates = 8;

    private readonly SourceTypes _types = new(symbols.Compilation);
    private readonly Registrations _registrations = new(symbols.Compilation, models);
    private readonly ConcurrentDictionary<(IMethodSymbol, ITypeSymbol?), Resolution> _known = new(Called.Comparer);

    /// <param name="call">As it stands in its body.</param>
    /// <param name="caller">That body's method, with the type arguments that it is called with.</param>
    public Resolution Of(CalledMember call, IMethodSymbol caller)
    {
        if (call.Message is { } message)
        {
            return Handlers(message with { Type = TypeArguments.Apply(caller, message.Type) });
        }

        if (call.IsRoot)
        {
            var all = Bodies(_types.Below(call.Target.ContainingType), call.Target).ToImmutableArray();
            return new(all, Confidence.Exact, IsOpen: all.IsEmpty);
        }

        var target = TypeArguments.Apply(caller, call.Target);
        if (call.IsExact)
        {
            return UnsafeAccess.Mark(target) is { } mark ? new([.. UnsafeAccess.Targets(target, mark)], Confidence.Exact, false) : Resolution.Of(target);
        }

        var receiver = call.Receiver is null ? null : TypeArguments.Apply(caller, call.Receiver);
        return call.IsNewOfParameter ? Made(receiver) : _known.TryGetValue((target, receiver), out var known) ? known : _known.GetOrAdd((target, receiver), Find(target, receiver));
    }

    private static Resolution Made(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol named when named.InstanceConstructors.FirstOrDefault(c => c.Parameters.IsEmpty) is { } constructor => Resolution.Of(constructor),
        ITypeParameterSymbol => Resolution.Unresolved,
        _ => Resolution.Nothing,
    };

    private Resolution Find(IMethodSymbol slot, ITypeSymbol? receiver)
    {
        // A type argument is known where its type parameter was not.
        if (receiver is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } known
            && (known.IsSealed || slot.IsStatic) && Slots.BodyIn(known, slot) is { } body)
        {
            return Resolution.Of(body);
        }

        // Where an interface inherits the member, it is the interface that is registered and implemented.
        var declared = receiver as INamedTypeSymbol is { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Interface } type ? type : slot.ContainingType;
        if (declared.TypeKind == TypeKind.Interface && _registrations.For(declared) is { } registered)
        {
            return Chosen([.. Bodies(registered, slot)], isClosed: true, slot);
        }

        var bodies = Bodies(_types.Below(declared), slot).ToList();
        return bodies.Count == 0 && !slot.IsAbstract && !slot.IsStatic ? Resolution.Of(slot)
             : Chosen(bodies, IsClosed(declared) || bodies is [var only] && GovernanceSymbols.Same(only.OriginalDefinition, slot.OriginalDefinition), slot);
    }

    private static Resolution Chosen(List<IMethodSymbol> bodies, bool isClosed, IMethodSymbol slot) => bodies.Count switch
    {
        0 => Framework.Owns(slot.ContainingAssembly) ? Resolution.Nothing : Resolution.Unresolved,
        1 => new([.. bodies], isClosed ? Confidence.Exact : Confidence.Inferred, false),
        <= MostCandidates => new([.. bodies], Confidence.Inferred, false),
        _ => Resolution.Unresolved,
    };

    private static IEnumerable<IMethodSymbol> Bodies(IEnumerable<INamedTypeSymbol> types, IMethodSymbol slot)
        => types.Select(t => Slots.BodyIn(t, slot)).OfType<IMethodSymbol>().Distinct<IMethodSymbol>(SymbolEqualityComparer.Default);

    /// <summary>
    /// Nobody outside this compilation can implement it: it is not to be seen from outside, or the program is one that nobody references. Whom an
    /// assembly lets see its internals are its tests.
    /// </summary>
    private bool IsClosed(INamedTypeSymbol type)
    {
        if (symbols.Compilation.Options.OutputKind is not (OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule))
        {
            return symbols.IsHere(type);
        }

        for (var at = type; at is not null; at = at.ContainingType)
        {
            if (at.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Who handles messages of the type, or of one derived from it. A request has one handler; of a notification each runs.</summary>
    private Resolution Handlers(Message message)
    {
        var found = message.Handlers.SelectMany(h => symbols.Compilation.GetTypesByMetadataName(h)).SelectMany(contract => _types.Below(contract)
            .SelectMany(t => contract.GetMembers().OfType<IMethodSymbol>().Where(m => m.IsAbstract).SelectMany(m => HandlersIn(t, contract, m, message.Type))))
            .Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).ToList();
        return found.Count is 0 or > MostCandidates ? Resolution.Unresolved
             : new([.. found], found.Count == 1 ? Confidence.Exact : Confidence.Inferred, false);
    }

    private static IEnumerable<IMethodSymbol> HandlersIn(INamedTypeSymbol type, INamedTypeSymbol contract, IMethodSymbol member, ITypeSymbol message)
        => type.AllInterfaces.Where(i => GovernanceSymbols.Same(i.OriginalDefinition, contract) && Handles(i.TypeArguments[0], message))
            .Select(i => Slots.MemberOf(i, member) is { } slot ? type.FindImplementationForInterfaceMember(slot) as IMethodSymbol : null).OfType<IMethodSymbol>();

    private static bool Handles(ITypeSymbol handled, ITypeSymbol sent)
    {
        if (sent is ITypeParameterSymbol or { SpecialType: SpecialType.System_Object } || TypeArguments.IsOpen(handled))
        {
            return true;
        }

        return Is(handled, sent) || Is(sent, handled);

        static bool Is(ITypeSymbol type, ITypeSymbol other)
        {
            for (var at = type; at is { SpecialType: not SpecialType.System_Object }; at = at.BaseType)
            {
                if (GovernanceSymbols.Same(at, other))
                {
                    return true;
                }
            }

            return type.AllInterfaces.Any(i => GovernanceSymbols.Same(i, other));
        }
    }

    private sealed class Called : IEqualityComparer<(IMethodSymbol Slot, ITypeSymbol? Receiver)>
    {
        public static readonly Called Comparer = new();

        public bool Equals((IMethodSymbol Slot, ITypeSymbol? Receiver) x, (IMethodSymbol Slot, ITypeSymbol? Receiver) y)
            => SymbolEqualityComparer.Default.Equals(x.Slot, y.Slot) && SymbolEqualityComparer.Default.Equals(x.Receiver, y.Receiver);

        public int GetHashCode((IMethodSymbol Slot, ITypeSymbol? Receiver) called) => SymbolEqualityComparer.Default.GetHashCode(called.Slot);
    }
}
