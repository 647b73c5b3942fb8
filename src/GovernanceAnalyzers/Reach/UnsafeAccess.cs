namespace GovernanceAnalyzers.Reach;

/// <summary>A method without a body through which the runtime calls another one, private or not, and no reflection is seen: <c>[UnsafeAccessor]</c>.</summary>
internal static class UnsafeAccess
{
    private const int Method = 1;
    private const int StaticMethod = 2;

    public static AttributeData? Mark(IMethodSymbol accessor) => accessor.GetAttributes().FirstOrDefault(a =>
        a.AttributeClass is { Name: "UnsafeAccessorAttribute" } type && type.ContainingNamespace.ToDisplayString() == "System.Runtime.CompilerServices");

    /// <summary>The methods that may be meant: all of the name, for the first parameter says of which type and an overload is as private as another.</summary>
    public static IEnumerable<IMethodSymbol> Targets(IMethodSymbol accessor, AttributeData mark)
        => mark.Positional(0) is Method or StaticMethod && accessor.Parameters.FirstOrDefault()?.Type is INamedTypeSymbol type
            ? type.GetMembers(mark.NamedText("Name") ?? accessor.Name).OfType<IMethodSymbol>()
            : [];
}
