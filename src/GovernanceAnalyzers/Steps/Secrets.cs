namespace GovernanceAnalyzers.Steps;

/// <summary>A member that goes to the action log as it is and looks like a secret.</summary>
/// <param name="Parameter">The step's parameter it comes with; null where it comes with the result.</param>
/// <param name="Member">The parameter, or the property or field that is to be marked.</param>
/// <param name="Path"><c>request.Card.Number</c>.</param>
/// <param name="Sign">By what it is known, in words.</param>
internal sealed record Secret(IParameterSymbol? Parameter, ISymbol Member, string Path, string Sign);

/// <summary>Finds what looks like a secret in what a step takes and returns: by type, by attribute, by name.</summary>
internal sealed class Secrets(GovernanceSymbols symbols, GovernanceOptions options)
{
    private const int CreditCard = 14;
    private const int Password = 11;

    public IEnumerable<Secret> In(Step step)
    {
        foreach (var (parameter, _, _) in step.Parameters.Where(p => p is { Role: ParameterRole.Argument, IsRedacted: false }))
        {
            var sign = Sign(parameter, parameter.Type);
            foreach (var secret in sign is not null
                ? [new(parameter, parameter, parameter.Name, sign)]
                : Inside(parameter.Type, parameter, parameter.Name, new(SymbolEqualityComparer.Default)))
            {
                yield return secret;
            }
        }

        foreach (var secret in Inside(step.Return.Result, null, "result", new(SymbolEqualityComparer.Default)))
        {
            yield return secret;
        }
    }

    private IEnumerable<Secret> Inside(ITypeSymbol? type, IParameterSymbol? parameter, string path, HashSet<ITypeSymbol> visited)
        => Redaction.Parts(type).Where(p => !IsFrameworks(p) && visited.Add(p)).SelectMany(AndBases).SelectMany(Redaction.Members)
            .Where(m => !Redaction.IsRedacted(m.Member, symbols))
            .SelectMany(m => Sign(m.Member, m.Type) is { } sign
                ? [new(parameter, m.Member, $"{path}.{m.Member.Name}", sign)]
                : Inside(m.Type, parameter, $"{path}.{m.Member.Name}", visited));

    private string? Sign(ISymbol member, ITypeSymbol type)
        => Redaction.IsSecretType(type) ? $"its type {type.Name}"
         : Attributes(member).Select(Sign).FirstOrDefault(s => s is not null) is { } mark ? $"its {mark}"
         : IsTextOrBytes(type) && SecretName.In(member.Name, options.SecretNames) is { } name
            ? name.Equals(member.Name, StringComparison.OrdinalIgnoreCase) ? "its name" : $"'{name}' in its name"
         : null;

    private string? Sign(AttributeData attribute)
    {
        var name = attribute.AttributeClass?.ToDisplayString();
        return name switch
        {
            "System.ComponentModel.DataAnnotations.DataTypeAttribute" when attribute.Positional(0) is Password => "[DataType(DataType.Password)]",
            "System.ComponentModel.DataAnnotations.DataTypeAttribute" when attribute.Positional(0) is CreditCard => "[DataType(DataType.CreditCard)]",
            "System.ComponentModel.DataAnnotations.CreditCardAttribute" => "[CreditCard]",
            "System.ComponentModel.PasswordPropertyTextAttribute" when attribute.Positional(0) is true => "[PasswordPropertyText]",
            not null when options.SecretAttributes.Any(own => name == own || name == own + "Attribute") => $"[{Short(attribute.AttributeClass!.Name)}]",
            _ => null,
        };
    }

    /// <summary>What stands on a record's parameter holds for its property.</summary>
    private static IEnumerable<AttributeData> Attributes(ISymbol member) => member is not IPropertySymbol property
        ? member.GetAttributes()
        : property.GetAttributes().Concat(property.ContainingType.InstanceConstructors.SelectMany(c => c.Parameters)
            .Where(p => p.Name == property.Name).SelectMany(p => p.GetAttributes()));

    private static bool IsTextOrBytes(ITypeSymbol type) => type.SpecialType == SpecialType.System_String
        || type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte or SpecialType.System_Char };

    private static IEnumerable<INamedTypeSymbol> AndBases(INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            yield return current;
        }
    }

    private static bool IsFrameworks(INamedTypeSymbol type)
        => $"{type.ContainingNamespace?.ToDisplayString()}.".StartsWith("System.", StringComparison.Ordinal);

    private static string Short(string attribute)
        => attribute.EndsWith("Attribute", StringComparison.Ordinal) ? attribute.Substring(0, attribute.Length - "Attribute".Length) : attribute;
}
