namespace GovernanceAnalyzers.Steps;

/// <summary>The types that the steps of an assembly take and return, and those within them: what may come onto a record. Worked out when first asked for.</summary>
internal sealed class StepSignatures(GovernanceSymbols symbols)
{
    private readonly Lazy<HashSet<ITypeSymbol>?> _types = new(() => Collect(symbols));

    /// <summary>An object of this type can be in an argument or a result. True, too, where some step takes whatever it is given.</summary>
    public bool Carry(INamedTypeSymbol type)
        => _types.Value is not { } types
        || type.OriginalDefinition.AllInterfaces.Concat(AndBases(type.OriginalDefinition)).Any(t => types.Contains(t.OriginalDefinition));

    /// <summary>Null where a signature is open: a type parameter, an object, a type that is still half-typed.</summary>
    private static HashSet<ITypeSymbol>? Collect(GovernanceSymbols symbols)
    {
        var found = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var open = new Queue<ITypeSymbol>(GovernedCode.Types(symbols.Compilation.Assembly.GlobalNamespace)
            .SelectMany(t => t.GetMembers().OfType<IMethodSymbol>())
            .Where(m => m.Attribute(symbols.WorkflowStep) is not null)
            .SelectMany(m => m.Parameters.Where(p => ParameterRoles.Of(p, symbols) != ParameterRole.Service).Select(p => p.Type).Append(m.ReturnType)));
        while (open.Count > 0)
        {
            var type = open.Dequeue();
            if (type is ITypeParameterSymbol or { TypeKind: TypeKind.Error or TypeKind.Dynamic } or { SpecialType: SpecialType.System_Object })
            {
                return null;
            }

            foreach (var next in Within(type))
            {
                open.Enqueue(next);
            }
        }

        return found;

        IEnumerable<ITypeSymbol> Within(ITypeSymbol type) => type switch
        {
            IArrayTypeSymbol array => [array.ElementType],
            INamedTypeSymbol named when found.Add(named.OriginalDefinition) => named.TypeArguments.Concat(InOurs(named.OriginalDefinition)),
            _ => [],
        };

        // A member of the type's own type parameter is what the type argument is.
        IEnumerable<ITypeSymbol> InOurs(INamedTypeSymbol type) => symbols.IsHere(type)
            ? AndBases(type).Skip(1).Concat<ITypeSymbol>(Redaction.Members(type).Select(m => m.Type)).Where(t => t is not ITypeParameterSymbol)
            : [];
    }

    private static IEnumerable<INamedTypeSymbol> AndBases(INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            yield return current;
        }
    }
}
