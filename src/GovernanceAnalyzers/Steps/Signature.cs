namespace GovernanceAnalyzers.Steps;

/// <summary>Compares signatures of a step and the methods that belong to it.</summary>
internal static class Signature
{
    /// <summary>A generic Core or handler with the step's own type parameters in place of its own, so that types can be compared.</summary>
    public static IMethodSymbol InTermsOf(IMethodSymbol step, IMethodSymbol other)
        => other.TypeParameters.Length > 0 && other.TypeParameters.Length == step.TypeParameters.Length
            ? other.Construct([.. step.TypeParameters])
            : other;

    /// <summary>The same type; nullable annotations of reference types do not matter, as for the compiler.</summary>
    public static bool SameType(ITypeSymbol type, ITypeSymbol? wanted)
        => wanted is not null && (SymbolEqualityComparer.Default.Equals(type, wanted) || type.TypeKind == TypeKind.Error);

    /// <summary>What the step's type parameters are known to be is enough for those of the other method, so the step can call it.</summary>
    public static bool ConstraintsFit(IMethodSymbol step, IMethodSymbol other)
    {
        var constructed = InTermsOf(step, other);
        return step.TypeParameters.Select((own, i) => (Own: own, Other: other.TypeParameters[i], Types: ConstraintTypes(constructed, i)))
            .All(p => (!p.Other.HasReferenceTypeConstraint || p.Own.IsReferenceType)
                   && (!p.Other.HasValueTypeConstraint || p.Own.HasValueTypeConstraint)
                   && (!p.Other.HasUnmanagedTypeConstraint || p.Own.HasUnmanagedTypeConstraint)
                   && (!p.Other.HasConstructorConstraint || p.Own.HasConstructorConstraint || p.Own.HasValueTypeConstraint)
                   && (!p.Own.AllowsRefLikeType || p.Other.AllowsRefLikeType)
                   && p.Types.All(type => p.Own.ConstraintTypes.Any(own => SameType(own, type))));
    }

    /// <summary>A constraint may name the method's type parameters, so it is read where they have been replaced.</summary>
    private static IEnumerable<ITypeSymbol> ConstraintTypes(IMethodSymbol constructed, int index)
        => constructed.OriginalDefinition.TypeParameters[index].ConstraintTypes.Select(type => Replace(type, constructed));

    private static ITypeSymbol Replace(ITypeSymbol type, IMethodSymbol constructed) => type switch
    {
        ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } parameter => constructed.TypeArguments[parameter.Ordinal],
        INamedTypeSymbol { IsGenericType: true } named when named.ContainingType is not { IsGenericType: true }
            => named.OriginalDefinition.Construct([.. named.TypeArguments.Select(argument => Replace(argument, constructed))]),
        _ => type,
    };
}
