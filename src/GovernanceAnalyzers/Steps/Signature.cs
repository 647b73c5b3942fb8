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
}
