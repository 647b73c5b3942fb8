using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Reach;

/// <summary>
/// The classes and structs of the source that objects are made of, by what they derive from and implement. Read once, at the first call that needs to
/// know who implements something. A generated decorator is no implementation: it stands before one.
/// </summary>
internal sealed class SourceTypes(Compilation compilation)
{
    private readonly Lazy<Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>>> _below = new(() => Read(compilation));

    /// <summary>Those that an object of this declared type may be of, in the order of their names.</summary>
    public IEnumerable<INamedTypeSymbol> Below(INamedTypeSymbol type)
        => _below.Value.TryGetValue(type.OriginalDefinition, out var known) ? known.Where(t => MayBe(t, type)) : [];

    private static Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>> Read(Compilation compilation)
    {
        var below = new Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>>(SymbolEqualityComparer.Default);
        var made = GovernedCode.Types(compilation.Assembly.GlobalNamespace)
            .Where(t => t is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false, IsStatic: false, IsImplicitlyDeclared: false } && !GeneratedPart.IsOurs(t))
            .OrderBy(t => t.GetDocumentationCommentId(), StringComparer.Ordinal);
        foreach (var type in made)
        {
            for (var at = type; at is { SpecialType: not SpecialType.System_Object }; at = at.BaseType)
            {
                Add(at.OriginalDefinition, type);
            }

            foreach (var contract in type.AllInterfaces.Select(i => i.OriginalDefinition).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default))
            {
                Add(contract, type);
            }
        }

        return below;

        void Add(INamedTypeSymbol above, INamedTypeSymbol type)
        {
            if (!below.TryGetValue(above, out var types))
            {
                below.Add(above, types = []);
            }

            types.Add(type);
        }
    }

    /// <summary>With these type arguments: they are the same, or one of them is still open.</summary>
    private static bool MayBe(INamedTypeSymbol type, INamedTypeSymbol declared)
    {
        var variances = declared.TypeParameters;
        return declared.Arity == 0 || Above(type).Where(a => GovernanceSymbols.Same(a.OriginalDefinition, declared.OriginalDefinition)).Any(a =>
            a.TypeArguments.Zip(declared.TypeArguments, (one, other) => (one, other)).Select((pair, i) =>
                variances[i].Variance != VarianceKind.None || TypeArguments.IsOpen(pair.one) || TypeArguments.IsOpen(pair.other)
                || GovernanceSymbols.Same(pair.one, pair.other)).All(fits => fits));
    }

    private static IEnumerable<INamedTypeSymbol> Above(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            yield return at;
        }

        foreach (var contract in type.AllInterfaces)
        {
            yield return contract;
        }
    }
}
