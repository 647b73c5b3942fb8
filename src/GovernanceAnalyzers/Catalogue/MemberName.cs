namespace GovernanceAnalyzers.Catalogue;

/// <summary>Names of types and members, as documentation ids and as people write them.</summary>
internal static class MemberName
{
    /// <summary>The type has this name, written as in documentation ids. Compares from the end and allocates nothing.</summary>
    public static bool IsIn(INamedTypeSymbol? type, string container) => IsNamed(Declared(type), container);

    /// <summary>The type has this name, or it derives from one that has, or implements it.</summary>
    public static bool IsInOrDerived(INamedTypeSymbol? type, string container)
    {
        for (var at = Declared(type); at is not null; at = at.BaseType)
        {
            if (IsNamed(at, container))
            {
                return true;
            }
        }

        return type is not null && type.AllInterfaces.Any(i => IsNamed(i, container));
    }

    /// <summary>The type lies in the namespace of this name, or in one below it.</summary>
    public static bool IsBelow(INamedTypeSymbol? type, string container)
    {
        for (var at = type?.ContainingNamespace; at is { IsGlobalNamespace: false }; at = at.ContainingNamespace)
        {
            if (IsNamed(at, container))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNamed(ISymbol? at, string container)
    {
        var end = container.Length;
        for (; at is INamedTypeSymbol or INamespaceSymbol { IsGlobalNamespace: false }; at = at.ContainingSymbol)
        {
            var name = at.MetadataName;
            if (end < name.Length || string.CompareOrdinal(container, end - name.Length, name, 0, name.Length) != 0)
            {
                return false;
            }

            end -= name.Length;
            if (end > 0 && container[--end] != '.')
            {
                return false;
            }
        }

        return at is not null && end == 0;
    }

    /// <summary>The types, or the namespace, of this full name, its parts from that one on.</summary>
    public static IEnumerable<INamespaceOrTypeSymbol> Within(INamespaceOrTypeSymbol within, string[] names, int at = 0)
        => at == names.Length ? [within] : Named(within, names[at]).SelectMany(m => Within(m, names, at + 1));

    /// <summary>Types and namespaces by a name as documentation ids have it: <c>List`1</c> is the type of one parameter.</summary>
    public static IEnumerable<INamespaceOrTypeSymbol> Named(INamespaceOrTypeSymbol within, string name)
    {
        var tick = name.IndexOf('`');
        return within.GetMembers(tick < 0 ? name : name.Substring(0, tick)).OfType<INamespaceOrTypeSymbol>().Where(m => m.MetadataName == name);
    }

    /// <summary>Namespace, types and arity, as in documentation ids.</summary>
    public static string Full(INamedTypeSymbol type)
        => type.ContainingType is { } outer ? $"{Full(outer)}.{type.MetadataName}"
         : type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space.ToDisplayString()}.{type.MetadataName}"
         : type.MetadataName;

    /// <summary>As a catalogue line names every overload: <c>M:Shop.Printer.Print(*)</c>.</summary>
    public static string Line(IMethodSymbol method)
        => $"M:{(Declared(method.ContainingType) is { } type ? Full(type.OriginalDefinition) : "")}.{method.MetadataName.Substring(method.MetadataName.LastIndexOf('.') is > 0 and var dot ? dot + 1 : 0).Replace('.', '#')}(*)";

    /// <summary>As a message names it: <c>File.Delete</c>, <c>new StreamWriter</c>, <c>Environment.CurrentDirectory</c>.</summary>
    public static string Short(IMethodSymbol method) => method switch
    {
        { MethodKind: MethodKind.Constructor } => $"new {method.ContainingType.Name}",
        { MethodKind: MethodKind.StaticConstructor } => $"static {method.ContainingType.Name}",
        { MethodKind: MethodKind.AnonymousFunction } => "lambda",
        { MethodKind: MethodKind.LocalFunction } => method.Name,
        { AssociatedSymbol: { } property } => $"{Declared(method.ContainingType)?.Name}.{property.Name}",
        _ => $"{Declared(method.ContainingType)?.Name}.{method.Name.Substring(method.Name.LastIndexOf('.') + 1)}",
    };

    /// <summary>
    /// A member of an extension block belongs, for its callers, to the class round the block; the block itself is a type without a name of its own.
    /// </summary>
    private static INamedTypeSymbol? Declared(INamedTypeSymbol? type)
    {
        while (type is { ContainingType: not null } && (type.Name.Length == 0 || type.Name[0] == '<'))
        {
            type = type.ContainingType;
        }

        return type;
    }
}
