namespace GovernanceAnalyzers.Reach;

/// <summary>Which body of a type fills a virtual member.</summary>
internal static class Slots
{
    /// <summary>What runs on an object of exactly this type; null where the type does not have the member.</summary>
    public static IMethodSymbol? BodyIn(ITypeSymbol type, IMethodSymbol slot)
    {
        if (slot.ContainingType.TypeKind == TypeKind.Interface)
        {
            foreach (var contract in type.AllInterfaces)
            {
                if (GovernanceSymbols.Same(contract.OriginalDefinition, slot.ContainingType.OriginalDefinition)
                    && (GovernanceSymbols.Same(contract, slot.ContainingType) || HasOne(type, contract))
                    && type.FindImplementationForInterfaceMember(MemberOf(contract, slot) ?? slot) is IMethodSymbol found)
                {
                    return MostDerived(type, found);
                }
            }

            return null;
        }

        return MostDerived(type, slot);
    }

    /// <summary>The same member of a type that is constructed with other arguments.</summary>
    public static IMethodSymbol? MemberOf(INamedTypeSymbol constructed, IMethodSymbol member)
        => constructed.GetMembers(member.Name).OfType<IMethodSymbol>()
            .FirstOrDefault(m => GovernanceSymbols.Same(m.OriginalDefinition, member.OriginalDefinition));

    private static bool HasOne(ITypeSymbol type, INamedTypeSymbol contract)
        => type.AllInterfaces.Count(i => GovernanceSymbols.Same(i.OriginalDefinition, contract.OriginalDefinition)) == 1;

    /// <summary>The override nearest to the type; what implements an interface may be overridden in turn.</summary>
    private static IMethodSymbol? MostDerived(ITypeSymbol type, IMethodSymbol slot)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            foreach (var member in at.GetMembers(slot.Name))
            {
                if (member is IMethodSymbol method && Fills(method, slot))
                {
                    return method;
                }
            }
        }

        return slot.IsAbstract ? null : slot;
    }

    private static bool Fills(IMethodSymbol method, IMethodSymbol slot)
    {
        for (var at = method; at is not null; at = at.OverriddenMethod)
        {
            if (GovernanceSymbols.Same(at.OriginalDefinition, slot.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }
}
