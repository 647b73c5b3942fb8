namespace GovernanceAnalyzers.Steps;

internal enum ParameterRole
{
    /// <summary>Bound to the confirmation, logged and shown.</summary>
    Argument,

    /// <summary>None of the three: what the step works with, not what it is asked to do.</summary>
    Service,

    /// <summary>Can be neither bound nor logged, and is not marked as a service (GVN1018).</summary>
    Unsupported,
}

/// <summary>Tells arguments from services.</summary>
internal static class ParameterRoles
{
    private static readonly HashSet<string> s_scalars = new(StringComparer.Ordinal)
    {
        "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.TimeSpan", "System.Guid", "System.Uri", "System.Version",
        "System.Numerics.BigInteger", "System.Int128", "System.UInt128", "System.Half",
    };

    private static readonly HashSet<string> s_collections = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic.List", "System.Collections.Generic.IList", "System.Collections.Generic.IReadOnlyList",
        "System.Collections.Generic.ICollection", "System.Collections.Generic.IReadOnlyCollection", "System.Collections.Generic.IEnumerable",
        "System.Collections.Generic.HashSet", "System.Collections.Generic.ISet", "System.Collections.Generic.IReadOnlySet",
        "System.Collections.Generic.Dictionary", "System.Collections.Generic.IDictionary", "System.Collections.Generic.IReadOnlyDictionary",
        "System.Collections.Generic.KeyValuePair", "System.Collections.Generic.SortedDictionary",
        "System.Collections.Immutable.ImmutableArray", "System.Collections.Immutable.ImmutableList",
        "System.Collections.Immutable.ImmutableDictionary", "System.Collections.Immutable.ImmutableHashSet",
    };

    public static ParameterRole Of(IParameterSymbol parameter, GovernanceSymbols symbols)
    {
        var type = parameter.Type;
        if (parameter.Attribute(symbols.StepService) is not null || IsService(type, symbols))
        {
            return ParameterRole.Service;
        }

        return IsData(type, symbols, []) ? ParameterRole.Argument : ParameterRole.Unsupported;
    }

    private static bool IsService(ITypeSymbol type, GovernanceSymbols symbols)
        => ServiceTypes.Contains(FullName(type)) || type.OriginalDefinition.Attribute(symbols.StepService) is not null;

    private static bool IsData(ITypeSymbol type, GovernanceSymbols symbols, HashSet<ITypeSymbol> visiting)
    {
        switch (type)
        {
            case ITypeParameterSymbol:
            case { TypeKind: TypeKind.Error }: // Half-typed: the compiler's to complain about.
                return true;
            case IArrayTypeSymbol { Rank: 1 } array:
                return IsData(array.ElementType, symbols, visiting);
            case { TypeKind: TypeKind.Enum }:
                return true;
            case not INamedTypeSymbol:
            case { TypeKind: TypeKind.Delegate or TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Dynamic }:
            case { IsRefLikeType: true }:
                return false;
        }

        var named = (INamedTypeSymbol)type;
        if (named.SpecialType is SpecialType.System_Object or SpecialType.System_IntPtr or SpecialType.System_UIntPtr || IsService(named, symbols))
        {
            return false;
        }

        if (named.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String or SpecialType.System_DateTime
            || s_scalars.Contains(FullName(named)) || Redaction.IsSecretType(named))
        {
            return true;
        }

        if (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || named.IsTupleType || s_collections.Contains(FullName(named)))
        {
            return named.TypeArguments.All(a => IsData(a, symbols, visiting));
        }

        // Our own data types: every public property is data. A type that is being looked at counts as data, so a cycle ends.
        return named.TypeKind is TypeKind.Class or TypeKind.Struct
            && !FullName(named).StartsWith("System.", StringComparison.Ordinal)
            && (!visiting.Add(named) || HasOnlyDataProperties(named, symbols, visiting));
    }

    private static bool HasOnlyDataProperties(INamedTypeSymbol type, GovernanceSymbols symbols, HashSet<ITypeSymbol> visiting)
    {
        var properties = new List<IPropertySymbol>();
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            properties.AddRange(current.GetMembers().OfType<IPropertySymbol>().Where(p =>
                p is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null }));
        }

        return (properties.Count > 0 || type.IsRecord) && properties.All(p => IsData(p.Type, symbols, visiting));
    }

    /// <summary>Namespace and name, without arity.</summary>
    private static string FullName(ITypeSymbol type) => type.ContainingNamespace is { IsGlobalNamespace: false } space
        ? $"{space.ToDisplayString()}.{type.Name}"
        : type.Name;
}
