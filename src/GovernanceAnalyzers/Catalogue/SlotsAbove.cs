namespace GovernanceAnalyzers.Catalogue;

/// <summary>What a member stands for: itself, what it overrides and what it implements. Never downwards.</summary>
internal static class SlotsAbove
{
    /// <summary>Cheap, for it is asked of every method: it may stand for something besides itself.</summary>
    public static bool MayHave(IMethodSymbol method)
        => method.IsOverride || !method.ExplicitInterfaceImplementations.IsEmpty || !method.ContainingType.AllInterfaces.IsEmpty || MayBeExtensionAccessor(method);

    public static IEnumerable<IMethodSymbol> AndSelf(IMethodSymbol method)
    {
        for (var at = method; at is not null; at = at.OverriddenMethod?.OriginalDefinition)
        {
            yield return at;
            foreach (var implemented in Implemented(at).Concat(ExtensionAccessors(at)))
            {
                yield return implemented;
            }
        }
    }

    /// <summary>
    /// Of the static method <c>get_Size</c> that stands for an accessor of an extension property: that accessor, for it is the property that has the
    /// attributes. The block is a type without a name.
    /// </summary>
    private static IEnumerable<IMethodSymbol> ExtensionAccessors(IMethodSymbol method)
        => MayBeExtensionAccessor(method)
            ? method.ContainingType.GetTypeMembers().Where(t => !t.CanBeReferencedByName).SelectMany(t => t.GetMembers(method.Name)).OfType<IMethodSymbol>()
            : [];

    private static bool MayBeExtensionAccessor(IMethodSymbol method)
        => method is { IsStatic: true, MethodKind: MethodKind.Ordinary, ContainingType.IsStatic: true, Name: ['g' or 's', 'e', 't', '_', ..] };

    private static IEnumerable<IMethodSymbol> Implemented(IMethodSymbol method)
    {
        foreach (var member in method.ExplicitInterfaceImplementations)
        {
            yield return member.OriginalDefinition;
        }

        if (method.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } type
            || method.DeclaredAccessibility != Accessibility.Public
            || method.MethodKind is MethodKind.Constructor or MethodKind.LocalFunction or MethodKind.AnonymousFunction)
        {
            yield break;
        }

        foreach (var contract in type.AllInterfaces)
        {
            foreach (var member in contract.GetMembers(method.Name))
            {
                if (member is IMethodSymbol && type.FindImplementationForInterfaceMember(member) is IMethodSymbol found
                    && GovernanceSymbols.Same(found.OriginalDefinition, method))
                {
                    yield return ((IMethodSymbol)member).OriginalDefinition;
                }
            }
        }
    }
}
