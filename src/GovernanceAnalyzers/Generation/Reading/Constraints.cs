namespace GovernanceAnalyzers.Generation.Reading;

/// <summary>The constraint clauses of a generic method or type.</summary>
internal static class Constraints
{
    /// <summary>All of them, for a declaration of its own.</summary>
    public static IEnumerable<string> Of(IMethodSymbol method) => Of(method.TypeParameters);

    public static IEnumerable<string> Of(ImmutableArray<ITypeParameterSymbol> parameters)
        => parameters.Select(p => (Name: CSharpText.Identifier(p.Name), Clauses: string.Join(", ", Clauses(p))))
                                .Where(p => p.Clauses.Length > 0).Select(p => $"where {p.Name} : {p.Clauses}");

    /// <summary>
    /// What an override, or an explicit implementation, may say again: <c>class</c> or <c>struct</c>, and <c>default</c> where neither holds; without them <c>T?</c> would mean
    /// <c>Nullable&lt;T&gt;</c>.
    /// </summary>
    public static IEnumerable<string> OfOverride(IMethodSymbol method)
        => method.TypeParameters.Where(p => MentionsNullable(method, p)).Select(p =>
            $"where {CSharpText.Identifier(p.Name)} : {(p.HasReferenceTypeConstraint ? "class" : p.HasValueTypeConstraint ? "struct" : "default")}");

    private static bool MentionsNullable(IMethodSymbol method, ITypeParameterSymbol parameter)
        => method.Parameters.Select(p => p.Type).Append(method.ReturnType)
                 .Any(type => CSharpText.Type(type).Contains(CSharpText.Identifier(parameter.Name) + "?"));

    private static IEnumerable<string> Clauses(ITypeParameterSymbol parameter)
    {
        if (parameter.HasUnmanagedTypeConstraint)
        {
            yield return "unmanaged";
        }
        else if (parameter.HasValueTypeConstraint)
        {
            yield return "struct";
        }
        else if (parameter.HasReferenceTypeConstraint)
        {
            yield return parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class";
        }
        else if (parameter.HasNotNullConstraint)
        {
            yield return "notnull";
        }

        foreach (var type in parameter.ConstraintTypes)
        {
            yield return CSharpText.Type(type);
        }

        if (parameter is { HasConstructorConstraint: true, HasValueTypeConstraint: false, HasUnmanagedTypeConstraint: false })
        {
            yield return "new()";
        }

        if (parameter.AllowsRefLikeType)
        {
            yield return "allows ref struct";
        }
    }
}
