namespace GovernanceAnalyzers.Reach;

/// <summary>What the type parameters in a body stand for where its method is called.</summary>
internal static class TypeArguments
{
    /// <summary>The type names a type parameter somewhere.</summary>
    public static bool IsOpen(ITypeSymbol? type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen) || IsOpen(named.ContainingType),
        _ => false,
    };

    public static bool IsOpen(IMethodSymbol method) => IsOpen(method.ContainingType) || method.TypeArguments.Any(IsOpen);

    /// <summary>The type as the caller sees it; unchanged where the caller says nothing about it.</summary>
    public static ITypeSymbol Apply(IMethodSymbol called, ITypeSymbol type)
    {
        switch (type)
        {
            case ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } parameter:
                return GovernanceSymbols.Same(parameter.DeclaringMethod, called.OriginalDefinition) ? called.TypeArguments[parameter.Ordinal] : parameter;
            case ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Type } parameter:
                for (var at = called.ContainingType; at is not null; at = at.ContainingType)
                {
                    if (GovernanceSymbols.Same(at.OriginalDefinition, parameter.DeclaringType))
                    {
                        return at.TypeArguments[parameter.Ordinal];
                    }
                }

                return parameter;
            case INamedTypeSymbol named when IsOpen(named):
                var definition = named.ContainingType is { } outer && IsOpen(outer)
                    ? ((INamedTypeSymbol)Apply(called, outer)).GetTypeMembers(named.Name, named.Arity).FirstOrDefault() ?? named.OriginalDefinition
                    : named.OriginalDefinition;
                return named.Arity == 0 ? definition : definition.Construct([.. named.TypeArguments.Select(a => Apply(called, a))]);
            default:
                return type;
        }
    }

    /// <summary>The method as the caller sees it.</summary>
    public static IMethodSymbol Apply(IMethodSymbol called, IMethodSymbol method)
    {
        if (!IsOpen(method))
        {
            return method;
        }

        var member = Apply(called, method.ContainingType) is INamedTypeSymbol type ? Slots.MemberOf(type, method) ?? method : method;
        return method.Arity > 0 ? member.ConstructedFrom.Construct([.. method.TypeArguments.Select(a => Apply(called, a))]) : member;
    }
}
