namespace GovernanceAnalyzers.Steps;

/// <summary>
/// The class that is generated beside an interface with steps, in its place and with its accessibility, and that stands before whoever implements
/// it: what it is called, what it has to implement, and why it may not be there.
/// </summary>
internal static class Decorator
{
    /// <summary>An ordinary method that whoever implements the interface gives: only there a decorator can stand before it.</summary>
    public static bool CanHold(IMethodSymbol method)
        => method is { ContainingType.TypeKind: TypeKind.Interface, MethodKind: MethodKind.Ordinary } && IsSlot(method);

    /// <summary><c>IRefundDesk</c> → <c>GovernedRefundDesk</c>.</summary>
    public static string NameOf(INamedTypeSymbol contract)
    {
        var name = contract.Name;
        return "Governed" + (name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]) ? name.Substring(1) : name);
    }

    /// <summary>Steps are declared in this very interface, and it is the one that a decorator is generated for.</summary>
    public static bool IsGoverned(INamedTypeSymbol contract, GovernanceSymbols symbols)
        => contract.TypeKind == TypeKind.Interface
        && contract.OriginalDefinition.Attribute(symbols.GovernedWorkflow) is not null
        && symbols.StepsIn(contract.OriginalDefinition).Any(step => step.Control == StepControl.Decorated);

    /// <summary>Whoever implements this interface gives steps: its own, or those it inherits.</summary>
    public static bool HasSteps(INamedTypeSymbol contract, GovernanceSymbols symbols)
        => contract.AllInterfaces.Prepend(contract).Any(i => symbols.StepsIn(i.OriginalDefinition).Any());

    /// <summary>Methods, properties and events that an implementation must, or may, give, those of the inherited interfaces included.</summary>
    public static IEnumerable<ISymbol> Slots(INamedTypeSymbol contract) => Members(contract)
        .Where(m => m is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol or IEventSymbol && IsSlot(m));

    /// <summary>Why no decorator can be generated, and what is in its way.</summary>
    public static (ShapeProblem Problem, ISymbol? About) Problem(INamedTypeSymbol contract, GovernanceSymbols symbols)
    {
        if (contract.Attribute(symbols.GovernedWorkflow) is null)
        {
            return (ShapeProblem.InterfaceNotWorkflow, contract);
        }

        for (var type = contract; type is not null; type = type.ContainingType)
        {
            var problem = type.IsFileLocal ? ShapeProblem.FileLocalType
                        : !GovernanceSymbols.Same(type, contract) && !StepShape.IsPartial(type) ? ShapeProblem.TypeNotPartial
                        : ShapeProblem.None;
            if (problem != ShapeProblem.None)
            {
                return (problem, type);
            }
        }

        // The decorator stands where the interface stands and sees what code there sees.
        var place = contract.ContainingType ?? (ISymbol)symbols.Compilation.Assembly;
        if (Members(contract).FirstOrDefault(m => IsStaticSlot(m) && contract.FindImplementationForInterfaceMember(m) is null) is { } open)
        {
            return (ShapeProblem.StaticAbstractMember, open);
        }

        if (Slots(contract).FirstOrDefault(m => !symbols.Compilation.IsSymbolAccessibleWithin(m, place)) is { } hidden)
        {
            return (ShapeProblem.HiddenMember, hidden);
        }

        return IsNameTaken(contract, symbols) ? (ShapeProblem.DecoratorNameTaken, contract) : (ShapeProblem.None, null);
    }

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol contract) => contract.AllInterfaces.Prepend(contract).SelectMany(i => i.GetMembers());

    private static bool IsStaticSlot(ISymbol member) => member is { IsStatic: true, IsAbstract: true };

    private static bool IsSlot(ISymbol member) => !member.IsStatic && (member.IsAbstract || member.IsVirtual) && member switch
    {
        IMethodSymbol method => method.ExplicitInterfaceImplementations.IsEmpty && !method.IsPartialDefinition,
        IPropertySymbol property => property.ExplicitInterfaceImplementations.IsEmpty,
        IEventSymbol @event => @event.ExplicitInterfaceImplementations.IsEmpty,
        _ => false,
    };

    private static bool IsNameTaken(INamedTypeSymbol contract, GovernanceSymbols symbols)
    {
        var name = NameOf(contract);
        var place = (INamespaceOrTypeSymbol?)contract.ContainingType ?? contract.ContainingNamespace;
        return contract.ContainingType?.Name == name
            || place.GetMembers(name).Any(m => m is not INamedTypeSymbol type || (type.Arity == contract.Arity && !GeneratedPart.IsOurs(type)))
            || place.GetTypeMembers().Any(other =>
                other.TypeKind == TypeKind.Interface && other.Arity == contract.Arity && !GovernanceSymbols.Same(other, contract)
                && NameOf(other) == name && IsGoverned(other, symbols));
    }
}
