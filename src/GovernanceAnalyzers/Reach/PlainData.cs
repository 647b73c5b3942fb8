namespace GovernanceAnalyzers.Reach;

/// <summary>Types of other assemblies that only hold values, or say what went wrong: to make one is no call worth following.</summary>
internal static class PlainData
{
    public static bool Is(INamedTypeSymbol type)
    {
        for (var at = type; at is { SpecialType: SpecialType.None }; at = at.BaseType)
        {
            if (at is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }

            if (at.TypeKind is not (TypeKind.Class or TypeKind.Struct))
            {
                return true;
            }
        }

        return type.IsRecord || HasNothingToDo(type);
    }

    /// <summary>Its public methods are those that every object has.</summary>
    private static bool HasNothingToDo(INamedTypeSymbol type)
    {
        for (var at = type; at is { SpecialType: SpecialType.None }; at = at.BaseType)
        {
            if (at.GetMembers().OfType<IMethodSymbol>().Any(m =>
                m is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsOverride: false }
                && m.Name is not ("Equals" or "Deconstruct" or "CompareTo" or "Clone")))
            {
                return false;
            }
        }

        return true;
    }
}
