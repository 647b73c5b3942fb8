using System.Collections.Concurrent;

namespace GovernanceAnalyzers.Steps;

/// <summary>The classes that implement an interface with steps, and do its work without its controls. Kept by type: asked at every creation.</summary>
internal sealed class Implementations(GovernanceSymbols symbols)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, INamedTypeSymbol?> _contractOf = new(SymbolEqualityComparer.Default);

    /// <summary>The governed interface that a class implements, the most derived one; null for a generated decorator and for what implements none.</summary>
    public INamedTypeSymbol? ContractOf(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } implementation
        ? _contractOf.GetOrAdd(implementation, Find)
        : null;

    /// <summary>It is called as the implementation of a step, or as what undoes one.</summary>
    public bool DoesWork(IMethodSymbol method, INamedTypeSymbol implementation)
        => implementation.AllInterfaces.Where(i => Decorator.IsGoverned(i, symbols))
            .SelectMany(i => i.GetMembers().OfType<IMethodSymbol>())
            .Any(member => GovernanceSymbols.Same(implementation.FindImplementationForInterfaceMember(member), method));

    private INamedTypeSymbol? Find(INamedTypeSymbol implementation)
    {
        // An interface comes before those that it inherits.
        var contract = implementation.OriginalDefinition.AllInterfaces.FirstOrDefault(i => IsWorkflow(i) && (Decorator.IsGoverned(i, symbols)
            || i.AllInterfaces.Any(inherited => Decorator.IsGoverned(inherited, symbols))));
        return contract is null || GeneratedPart.IsOurs(implementation.OriginalDefinition) ? null : contract;
    }

    private bool IsWorkflow(INamedTypeSymbol contract) => contract.OriginalDefinition.Attribute(symbols.GovernedWorkflow) is not null;
}
