namespace GovernanceAnalyzers.Catalogue.Conditions;

/// <summary>A parameter, property or value of a line's condition that its member does not have: where it stands in the file, and what to write.</summary>
internal sealed record MissingArgument(Microsoft.CodeAnalysis.Text.TextSpan Span, string Problem)
{
    /// <summary>Null where all is there, and where the member is not referenced.</summary>
    public static MissingArgument? Of(SymbolPattern pattern, CallCondition condition, Compilation compilation)
    {
        var methods = MissingName.Members(pattern, compilation).ToList();
        return methods.Count == 0 ? null : condition.Parts.Select(p => Of(p, methods)).FirstOrDefault(m => m is not null);
    }

    private static MissingArgument? Of(ConditionPart part, List<IMethodSymbol> methods)
    {
        var isReceiver = part.Parameter == ConditionPart.Receiver;
        var types = methods.SelectMany(m => isReceiver
            ? [m.ContainingType]
            : m.Parameters.Where(p => p.Name == part.Parameter).Select(p => p.Type)).ToList();
        if (types.Count == 0 && part.Parameter == ConditionPart.Tool)
        {
            return null;
        }

        if (types.Count == 0)
        {
            return new(part.ParameterSpan, $"no overload has a parameter '{part.Parameter}'{MissingName.DidYouMean(NearName.Of(part.Parameter, methods.SelectMany(m => m.Parameters).Select(p => p.Name).Distinct()))}");
        }

        if (part.Property is { } property)
        {
            types = [.. types.SelectMany(t => Properties(t).Where(p => p.Name == property)).Select(p => p.Type)];
            if (types.Count == 0)
            {
                return new(part.ParameterSpan, $"what '{part.Parameter}' is has no property '{property}'");
            }
        }

        return part.Values.Where(v => v.Test is ValueTest.Is or ValueTest.IsNot && !types.Any(t => CanBe(t, v.Text)))
            .Select(v => new MissingArgument(v.Span, $"'{types[0].ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' has no value '{v.Text}'")).FirstOrDefault();
    }

    /// <summary>An enum has its members, a bool two values, a class the instances that it hands out; of all else nothing is known.</summary>
    private static bool CanBe(ITypeSymbol type, string value)
    {
        var handedOut = type.GetMembers().OfType<IPropertySymbol>()
            .Where(p => p is { IsStatic: true, DeclaredAccessibility: Accessibility.Public } && GovernanceSymbols.Same(p.Type, type)).ToList();
        return type switch
        {
            { TypeKind: TypeKind.Enum } => !type.GetMembers(value).IsEmpty,
            { SpecialType: SpecialType.System_Boolean } => bool.TryParse(value, out _),
            _ => handedOut.Count == 0 || handedOut.Any(p => p.Name.Equals(value, StringComparison.OrdinalIgnoreCase)),
        };
    }

    private static IEnumerable<IPropertySymbol> Properties(ITypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            foreach (var property in at.GetMembers().OfType<IPropertySymbol>())
            {
                yield return property;
            }
        }

        foreach (var property in type.AllInterfaces.SelectMany(i => i.GetMembers()).OfType<IPropertySymbol>())
        {
            yield return property;
        }
    }
}
