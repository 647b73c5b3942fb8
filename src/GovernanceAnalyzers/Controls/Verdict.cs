namespace GovernanceAnalyzers.Controls;

/// <summary>Whether what a member marked <c>[HumanConfirmation]</c> gives back can say yes at all.</summary>
internal static class Verdict
{
    /// <summary>What is wrong with it, in words; null where it can say yes, and where nothing is known of its type.</summary>
    public static string? Problem(IMethodSymbol method, ConfirmationForm form, GovernanceSymbols symbols)
    {
        if (form.Throws)
        {
            return null;
        }

        var type = Awaited(method.ReturnType, symbols);
        return type is null ? $"'{method.Name}' returns nothing"
             : IsOpen(type) ? null
             : form.ApprovedWhen.IsEmpty ? (IsBool(type) ? null : $"'{method.Name}' returns no bool")
             : form.ApprovedWhen.Select(when => Problem(type, when.Member, when.Yes)).FirstOrDefault(p => p is not null);
    }

    /// <summary>What the caller has in hand has no property of that name.</summary>
    public static bool Lacks(IMethodSymbol method, string member, GovernanceSymbols symbols)
        => Awaited(method.ReturnType, symbols) is not { } type || (!IsOpen(type) && !Properties(type, member).Any());

    /// <summary>The proof reads properties only, and compares an enum by the names of its values.</summary>
    private static string? Problem(ITypeSymbol type, string member, string? yes)
    {
        if (Properties(type, member).FirstOrDefault() is not { Type: var verdict })
        {
            return $"'{type.Name}' has no property '{member}'";
        }

        return verdict.TypeKind == TypeKind.Error ? null
             : yes is null ? (IsBool(verdict) ? null : $"'{type.Name}.{member}' is no bool")
             : verdict.TypeKind == TypeKind.Enum && verdict.GetMembers(yes).IsEmpty ? $"'{verdict.Name}' has no value '{yes}'"
             : null;
    }

    private static IEnumerable<IPropertySymbol> Properties(ITypeSymbol type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var property in current.GetMembers(name).OfType<IPropertySymbol>())
            {
                yield return property;
            }
        }

        foreach (var property in type.AllInterfaces.SelectMany(i => i.GetMembers(name)).OfType<IPropertySymbol>())
        {
            yield return property;
        }
    }

    /// <summary>What a caller has in hand after waiting; null for nothing.</summary>
    private static ITypeSymbol? Awaited(ITypeSymbol type, GovernanceSymbols symbols)
        => type.SpecialType == SpecialType.System_Void || GovernanceSymbols.Same(type, symbols.Task) || GovernanceSymbols.Same(type, symbols.ValueTask) ? null
         : type is INamedTypeSymbol { TypeArguments: [var result] }
           && (GovernanceSymbols.Same(type.OriginalDefinition, symbols.TaskOf) || GovernanceSymbols.Same(type.OriginalDefinition, symbols.ValueTaskOf)) ? result
         : type;

    /// <summary>A type that the caller fills in, one that is half-typed, and one that is awaited in a way of its own.</summary>
    private static bool IsOpen(ITypeSymbol type)
        => type is ITypeParameterSymbol or { TypeKind: TypeKind.Error or TypeKind.Dynamic } || !type.GetMembers("GetAwaiter").IsEmpty;

    private static bool IsBool(ITypeSymbol type) => type.SpecialType == SpecialType.System_Boolean
        || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] };
}
