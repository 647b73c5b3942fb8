namespace GovernanceAnalyzers.Catalogue;

/// <summary>Rows by member name, so that a symbol is looked at only when its name occurs.</summary>
internal sealed class CatalogueIndex
{
    private readonly Dictionary<string, List<CatalogueRow>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CatalogueRow>> _byAttribute = new(StringComparer.Ordinal);
    private readonly List<CatalogueRow> _byPrefix = [];
    private readonly Lazy<IReadOnlyList<string[]>> _containers;

    public CatalogueIndex(IEnumerable<CatalogueRow> rows)
    {
        var all = rows as IReadOnlyCollection<CatalogueRow> ?? [.. rows];
        _containers = new(() => [.. all.Select(r => r.Symbol.Container).Distinct(StringComparer.Ordinal).Select(c => c.Split('.'))]);
        foreach (var row in all)
        {
            if (row.Symbol.IsAttribute)
            {
                Add(_byAttribute, row.Symbol.Container, row);
            }
            else if (row.Symbol.IsPrefix)
            {
                _byPrefix.Add(row);
            }
            else
            {
                foreach (var name in row.Symbol.Names)
                {
                    Add(_byName, name, row);
                }
            }
        }
    }

    public bool HasAttributes => _byAttribute.Count > 0;

    /// <summary>The rows about this very member, not about what it overrides or implements.</summary>
    public IEnumerable<CatalogueRow> Of(IMethodSymbol method)
    {
        var candidates = _byName.TryGetValue(method.Name, out var named) ? named : [];
        return candidates.Concat(_byPrefix.Where(r => method.Name.StartsWith(r.Symbol.Name, StringComparison.Ordinal)))
            .Where(r => IsOf(r.Symbol, method.ContainingType)
                     && (r.Symbol.ExactId is not { } id || method.GetDocumentationCommentId() == id));
    }

    public IEnumerable<CatalogueRow> OfAttribute(string typeName) => _byAttribute.TryGetValue(typeName, out var rows) ? rows : [];

    /// <summary>A row is about a type of the assembly, or about a namespace that it has types in.</summary>
    public bool Mentions(IAssemblySymbol assembly) => _containers.Value.Any(c => MemberName.Within(assembly.GlobalNamespace, c).Any());

    private static bool IsOf(SymbolPattern symbol, INamedTypeSymbol? type) => symbol.Scope switch
    {
        TypeScope.Derived => MemberName.IsInOrDerived(type, symbol.Container),
        TypeScope.Namespace => MemberName.IsBelow(type, symbol.Container),
        _ => MemberName.IsIn(type, symbol.Container),
    };

    private static void Add(Dictionary<string, List<CatalogueRow>> index, string name, CatalogueRow row)
    {
        if (!index.TryGetValue(name, out var rows))
        {
            index.Add(name, rows = []);
        }

        rows.Add(row);
    }
}
