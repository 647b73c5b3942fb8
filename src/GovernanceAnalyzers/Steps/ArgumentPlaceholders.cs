namespace GovernanceAnalyzers.Steps;

/// <summary>The placeholders that a Key or a Question can be made of: each argument, or the properties of one that is a record of them.</summary>
internal static class ArgumentPlaceholders
{
    /// <summary><c>{request.OrderId}</c>, <c>{request.Amount}</c>, <c>{days}</c>, in the order of declaration.</summary>
    public static ImmutableArray<string> Of(Step step)
        => [.. step.Parameters.Where(p => p is { Role: ParameterRole.Argument, IsRedacted: false }).SelectMany(p => Paths(p.Symbol, step.Symbols)).Select(path => $"{{{path}}}")];

    private static IEnumerable<string> Paths(IParameterSymbol parameter, GovernanceSymbols symbols)
    {
        var properties = IsOwnData(parameter.Type)
            ? parameter.Type.GetMembers().OfType<IPropertySymbol>()
                .Where(p => p is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod.DeclaredAccessibility: Accessibility.Public }
                         && !Redaction.IsRedacted(p, symbols) && !Redaction.IsSecretType(p.Type))
                .Select(p => $"{parameter.Name}.{p.Name}").ToArray()
            : [];
        return properties.Length > 0 ? properties : Redaction.IsSecretType(parameter.Type) ? [] : [parameter.Name];
    }

    /// <summary>A type whose parts say more than the whole: none of the framework's, which are shown in one piece.</summary>
    private static bool IsOwnData(ITypeSymbol type)
        => type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None, IsTupleType: false }
        && !$"{type.ContainingNamespace?.ToDisplayString()}.".StartsWith("System.", StringComparison.Ordinal);
}
