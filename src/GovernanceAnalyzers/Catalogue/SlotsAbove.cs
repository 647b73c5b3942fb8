namespace GovernanceAnalyzers.Catalogue;

/// <summary>What a member stands for: itself, what it overrides and what it implements. Never downwards.</summary>
internal static class SlotsAbove
{
    public static IEnumerable<IMethodSymbol> AndSelf(IMethodSymbol method)
    {
        for (var at = method; at is not null; at = at.OverriddenMethod?.OriginalDefinition)
        {
            yield return at;
            foreach (var implemented in Implemented(at))
            {
                yield return implemented;
            }
        }
    }

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
