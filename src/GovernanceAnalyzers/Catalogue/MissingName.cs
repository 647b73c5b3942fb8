namespace GovernanceAnalyzers.Catalogue;

/// <summary>The name of a line's symbol that nothing in the compilation has: where it stands in the symbol, and what to write.</summary>
internal sealed record MissingName(int Start, int Length, string Problem)
{
    /// <summary>
    /// Null where the symbol is there, and where it belongs to a library that is not referenced. A library is taken to be referenced when the
    /// symbol's type, or the namespace that the type would lie in, is there; or when one slip is all that keeps the whole symbol from being there.
    /// The namespaces of the frameworks are shared by hundreds of packages, so they prove nothing by themselves.
    /// </summary>
    public static MissingName? Of(SymbolPattern pattern, Compilation compilation)
    {
        var names = pattern.Container.Split('.');
        if (pattern.Scope == TypeScope.Namespace)
        {
            // A library that is not there, or one that may have the member in any of its types.
            return null;
        }

        var types = Types(compilation.GlobalNamespace, names).ToList();
        return types.Count == 0 ? OfContainer(pattern, names, compilation.GlobalNamespace)
             : pattern.IsAttribute || pattern.Scope == TypeScope.Derived || types.Any(t => Declares(t, pattern)) ? null
             : OfMember(pattern, types);
    }

    private static MissingName? OfContainer(SymbolPattern pattern, string[] names, INamespaceSymbol root)
    {
        var (within, at) = Deepest(root, names, 0);
        var place = 2 + names.Take(at).Sum(n => n.Length + 1);
        if (at == names.Length - 1 && within.GetTypeMembers() is { IsEmpty: false } types)
        {
            var near = NearName.Of(names[at], types.Where(t => pattern.IsAttribute || Declares(t, pattern)).Select(t => t.MetadataName))
                    ?? NearName.Of(names[at], types.Select(t => t.MetadataName));
            if (near is null && Framework.SharesNamespace(names[0]))
            {
                return null;
            }

            var where = within is INamespaceSymbol { IsGlobalNamespace: true } ? "there is" : $"{within.ToDisplayString()} has";
            return new(place, names[at].Length, $"{where} no type '{names[at]}'{DidYouMean(near)}");
        }

        // A name of its own, so a library that is not there; unless with its neighbour in its place everything would be.
        var neighbours = within.GetMembers().OfType<INamespaceOrTypeSymbol>()
            .Where(m => MemberName.Within(m, names, at + 1).OfType<INamedTypeSymbol>().Any(t => pattern.IsAttribute || Declares(t, pattern)));
        return NearName.Of(names[at], neighbours.Select(m => m.MetadataName).Distinct()) is { } name
            ? new(place, names[at].Length, $"there is no '{names[at]}'{DidYouMean(name)}")
            : null;
    }

    private static MissingName OfMember(SymbolPattern pattern, List<INamedTypeSymbol> types)
    {
        var place = 2 + pattern.Container.Length + 1;
        var open = pattern.Text.IndexOf('(');
        var written = open < 0 ? pattern.Text.Substring(place) : pattern.Text.Substring(place, open - place);
        var overloads = types.SelectMany(t => Methods(t)).Where(m => m.Name == pattern.Name).ToList();
        if (overloads.Count > 0)
        {
            var known = overloads.Select(m => m.GetDocumentationCommentId()).OfType<string>().OrderBy(id => id, StringComparer.Ordinal).Take(3);
            return open < 0
                ? new(place, written.Length, $"no overload of '{written}' is without parameters: write {written}(*) for every one, or {string.Join(" or ", known)}")
                : new(open, pattern.Text.Length - open, $"no overload of '{written}' has these parameters: write (*) for every one, or {string.Join(" or ", known)}");
        }

        return new(place, written.Length, Explain(pattern, written, types));
    }

    private static string Explain(SymbolPattern pattern, string written, List<INamedTypeSymbol> types)
    {
        if (types.SelectMany(t => t.GetMembers(pattern.Name)).FirstOrDefault(m => m is IPropertySymbol or IEventSymbol) is { } property)
        {
            var accessors = property is IPropertySymbol { GetMethod: var get, SetMethod: var set }
                ? new[] { get, set }
                : [((IEventSymbol)property).AddMethod, ((IEventSymbol)property).RemoveMethod];
            return $"'{written}' is written by its accessor: {string.Join(" or ", accessors.OfType<IMethodSymbol>().Select(a => a.Name + "(*)"))}";
        }

        // A call is looked up by the type that declares what it calls, and by what that overrides or implements.
        var inherited = types.SelectMany(Above).SelectMany(t => Methods(t)).FirstOrDefault(m => m.Name == pattern.Name && m.MethodKind != MethodKind.Constructor);
        return inherited is null
            ? $"{pattern.Container} has no '{written}'{DidYouMean(NearName.Of(written, types.SelectMany(t => Methods(t)).Select(m => m.Name).Distinct()))}"
            : $"{pattern.Container} inherits '{written}': write M:{MemberName.Full(inherited.ContainingType)}.{written}(*)";
    }

    /// <summary>The members that a line is about.</summary>
    public static IEnumerable<IMethodSymbol> Members(SymbolPattern pattern, Compilation compilation)
        => pattern.IsAttribute ? [] : Types(compilation.GlobalNamespace, pattern.Container.Split('.')).SelectMany(Methods).Where(m => IsMeant(m, pattern));

    public static string DidYouMean(string? name) => name is null ? "" : $"; did you mean '{name}'?";

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol root, string[] names) => MemberName.Within(root, names).OfType<INamedTypeSymbol>();

    private static (INamespaceOrTypeSymbol Within, int At) Deepest(INamespaceOrTypeSymbol within, string[] names, int at)
        => at == names.Length
            ? (within, at)
            : MemberName.Named(within, names[at]).Select(m => Deepest(m, names, at + 1)).OrderByDescending(d => d.At).DefaultIfEmpty((within, at)).First();

    private static bool Declares(INamedTypeSymbol type, SymbolPattern pattern) => Methods(type).Any(m => IsMeant(m, pattern));

    private static bool IsMeant(IMethodSymbol method, SymbolPattern pattern)
        => pattern.ExactId is { } id ? method.Name == pattern.Name && method.GetDocumentationCommentId() == id
         : pattern.IsPrefix ? method.Name.StartsWith(pattern.Name, StringComparison.Ordinal)
         : pattern.Names.Contains(method.Name);

    /// <summary>A member of an extension block is called as one of the class round it.</summary>
    private static IEnumerable<IMethodSymbol> Methods(INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>()
        .Concat(type.GetTypeMembers().Where(t => t.Name.Length == 0 || t.Name[0] == '<').SelectMany(Methods));

    private static IEnumerable<INamedTypeSymbol> Above(INamedTypeSymbol type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            yield return at.OriginalDefinition;
        }

        foreach (var contract in type.AllInterfaces)
        {
            yield return contract.OriginalDefinition;
        }
    }
}
