namespace GovernanceAnalyzers.Steps;

/// <summary>Where a <c>[Redacted]</c> hides nothing: what it stands on comes onto no record.</summary>
internal sealed class IdleRedaction(GovernanceSymbols symbols)
{
    private readonly StepSignatures _signatures = new(symbols);
    private readonly Lazy<bool> _hasFriends = new(() => symbols.Compilation.Assembly.GetAttributes()
        .Any(a => a.AttributeClass?.Name == "InternalsVisibleToAttribute"));

    /// <summary>Why it hides nothing, in words; null where it is not marked, or may well hide something.</summary>
    public string? Of(ISymbol symbol) => symbol.Attribute(symbols.Redacted)?.IsSettled() != true ? null : symbol switch
    {
        IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter => OfParameter(parameter, method),
        IPropertySymbol or IFieldSymbol => OfMember(symbol),
        _ => null,
    };

    public static string NameOf(IMethodSymbol method)
        => method.MethodKind is MethodKind.Constructor or MethodKind.DelegateInvoke ? method.ContainingType.Name : method.Name;

    private string? OfParameter(IParameterSymbol parameter, IMethodSymbol method)
    {
        if (method.Attribute(symbols.WorkflowStep) is not null)
        {
            return ParameterRoles.Of(parameter, symbols) == ParameterRole.Service
                ? $"'{parameter.Name}' is a service, which is neither shown nor logged"
                : null;
        }

        // What stands on a record's parameter holds for the property of that name.
        if (method.MethodKind == MethodKind.Constructor)
        {
            return method.ContainingType.GetMembers(parameter.Name).FirstOrDefault(m => m is IPropertySymbol or IFieldSymbol) is { } member
                ? OfMember(member)
                : $"'{method.ContainingType.Name}' has no property '{parameter.Name}'";
        }

        return $"'{NameOf(method)}' is no step and '{parameter.Name}' only its parameter";
    }

    private string? OfMember(ISymbol member)
    {
        var type = member.ContainingType;
        return !IsWritten(member) ? $"'{type.Name}.{member.Name}' is no public property or field that is written to a record"
             : IsSeenOutside(type) || _signatures.Carry(type) ? null
             : $"No step takes or returns '{type.Name}' and no other assembly can";
    }

    private static bool IsWritten(ISymbol member)
        => Redaction.Members(member.ContainingType).Any(m => GovernanceSymbols.Same(m.Member, member))
        || (!member.IsStatic && member.GetAttributes().Any(a => a.AttributeClass?.Name == "JsonIncludeAttribute"));

    private bool IsSeenOutside(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (type.DeclaredAccessibility == Accessibility.Private
                || (type.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal && !_hasFriends.Value))
            {
                return false;
            }
        }

        return true;
    }
}
