namespace GovernanceAnalyzers.Steps;

/// <summary>What is marked <c>[Redacted]</c> in a step's signature, and in the types that it takes or returns.</summary>
internal static class Redaction
{
    /// <summary>Types that hold nothing but a secret. They are redacted wherever they stand, marked or not.</summary>
    public static bool IsSecretType(ITypeSymbol type) => type is { Name: "SecureString" or "NetworkCredential" }
        && type.ContainingNamespace?.ToDisplayString() is "System.Security" or "System.Net";

    /// <summary>Marked itself, by what it overrides, or by a constructor parameter of the same name: that is where a record's property is written.</summary>
    public static bool IsRedacted(ISymbol member, GovernanceSymbols symbols)
        => IsMarked(member, symbols) || member is IPropertySymbol { OverriddenProperty: { } overridden } && IsRedacted(overridden, symbols);

    /// <summary>Redacted parameters by name; marked members of this assembly's types that the step takes or returns, by documentation id.</summary>
    public static ImmutableArray<string> MembersOf(Step step)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        var visited = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var parameter in step.Parameters.Where(p => p.Role != ParameterRole.Service))
        {
            if (parameter.IsRedacted)
            {
                found.Add(parameter.Symbol.Name);
            }
            else
            {
                Visit(parameter.Symbol.Type);
            }
        }

        Visit(step.Method.ReturnType);
        return found.ToImmutable();

        void Visit(ITypeSymbol? type)
        {
            foreach (var part in Parts(type))
            {
                var definition = part.OriginalDefinition;
                if (step.Symbols.IsHere(definition) && visited.Add(definition))
                {
                    foreach (var (member, memberType) in Members(definition))
                    {
                        if (IsMarked(member, step.Symbols))
                        {
                            found.Add(member.GetDocumentationCommentId() ?? "");
                        }
                        else
                        {
                            Visit(memberType);
                        }
                    }

                    Visit(definition.BaseType);
                }
            }
        }
    }

    /// <summary>The argument cannot be read back from the log: it is redacted, or something in it is.</summary>
    public static bool Hides(StepParameter parameter, GovernanceSymbols symbols)
        => parameter.IsRedacted || Hides(parameter.Symbol.Type, symbols, new(SymbolEqualityComparer.Default));

    /// <summary>The public properties and fields that are written as JSON, those of base types aside.</summary>
    public static IEnumerable<(ISymbol Member, ITypeSymbol Type)> Members(INamedTypeSymbol type) => type.GetMembers().Select(m => m switch
    {
        IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public } p => (p, p.Type),
        IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Public } f => (f, f.Type),
        _ => ((ISymbol Member, ITypeSymbol Type)?)null,
    }).OfType<(ISymbol, ITypeSymbol)>();

    /// <summary>The named types that a type is made of: itself, its elements, its type arguments.</summary>
    public static IEnumerable<INamedTypeSymbol> Parts(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => Parts(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Parts).Prepend(named),
        _ => [],
    };

    private static bool Hides(ITypeSymbol type, GovernanceSymbols symbols, HashSet<ITypeSymbol> visited)
        => Parts(type).Where(visited.Add).Any(part =>
            IsSecretType(part)
            || !IsFrameworks(part) && (Members(part).Any(m => IsRedacted(m.Member, symbols) || Hides(m.Type, symbols, visited))
                                       || part.BaseType is { } above && Hides(above, symbols, visited)));

    private static bool IsMarked(ISymbol member, GovernanceSymbols symbols)
        => symbols.Redacted is not null
        && (member.Attribute(symbols.Redacted) is not null
            || member is IPropertySymbol property
               && property.ContainingType.InstanceConstructors.SelectMany(c => c.Parameters)
                   .Any(p => p.Name == property.Name && p.Attribute(symbols.Redacted) is not null));

    private static bool IsFrameworks(INamedTypeSymbol type)
        => $"{type.ContainingNamespace?.ToDisplayString()}.".StartsWith("System.", StringComparison.Ordinal);
}
