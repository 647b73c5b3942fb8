using System.Collections.Concurrent;
using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Reach;

/// <summary>Finds entry points that are declared: by an attribute, by what they override or implement, by a framework's slot in a workflow.</summary>
internal sealed class EntryPoints(GovernanceSymbols symbols)
{
    /// <summary>Framework members that act on their own; entry points only where the type is a workflow: interface or base class, member.</summary>
    private static readonly ImmutableArray<(string Type, string Member)> s_slots =
    [
        ("Microsoft.Extensions.Hosting.IHostedService", "StartAsync"),
        ("Microsoft.Extensions.Hosting.BackgroundService", "ExecuteAsync"),
        ("Quartz.IJob", "Execute"),
        ("MassTransit.IConsumer`1", "Consume"),
        ("NServiceBus.IHandleMessages`1", "Handle"),
        ("Rebus.Handlers.IHandleMessages`1", "Handle"),
    ];

    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<EntryPoint>> _ofType = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<IMethodSymbol>> _promised = new(SymbolEqualityComparer.Default);

    /// <summary>Those of a type: what its methods are, and what it inherits. Read once for all rules.</summary>
    public ImmutableArray<EntryPoint> In(INamedTypeSymbol type) => _ofType.GetOrAdd(
        type, t => [.. t.GetMembers().OfType<IMethodSymbol>().Select(Of).OfType<EntryPoint>(), .. InheritedBy(t)]);

    /// <summary>
    /// The entry point that the method itself is; a step is none, for it is governed as a step, and a local function only where it is handed on.
    /// </summary>
    public EntryPoint? Of(IMethodSymbol method)
    {
        if (method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction || method.PartialDefinitionPart is not null
            || !(GovernanceSymbols.IsMarked(method) || SlotsAbove.MayHave(method)) || !HasBody(method) || symbols.StepOf(method) is not null)
        {
            return null;
        }

        var attribute = ToolAttribute(method);
        return attribute is not null || IsMarked(method) || IsSlotOfWorkflow(method) ? Make(method, attribute) : null;
    }

    /// <summary>Bodies that the type inherits and by which it implements a member marked as an entry point.</summary>
    public IEnumerable<EntryPoint> InheritedBy(INamedTypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || symbols.AutomationEntryPoint is null)
        {
            yield break;
        }

        foreach (var promised in type.AllInterfaces.SelectMany(i => MarkedMembers(i)))
        {
            if (type.FindImplementationForInterfaceMember(promised) is IMethodSymbol body && HasBody(body)
                && !GovernanceSymbols.Same(body.ContainingType, type) && Of(body) is null && symbols.StepOf(body) is null)
            {
                yield return Make(body, null);
            }
        }
    }

    /// <summary>The methods of a type handed to a tool registration, where none of them is marked as a tool; then all public ones may be.</summary>
    public IEnumerable<EntryPoint> RegisteredBy(INamedTypeSymbol type)
    {
        var methods = type.GetMembers().OfType<IMethodSymbol>()
            .Where(m => m is { MethodKind: MethodKind.Ordinary, PartialDefinitionPart: null }).ToList();
        return methods.Any(m => ToolAttribute(m) is not null)
            ? []
            : methods.Where(m => m.DeclaredAccessibility == Accessibility.Public && HasBody(m) && Of(m) is null && symbols.StepOf(m) is null)
                     .Select(m => Make(m, null));
    }

    private static EntryPoint Make(IMethodSymbol method, AttributeData? attribute)
    {
        var name = attribute?.NamedText("Name") ?? attribute?.Positional(0) as string ?? method.Name;
        return new(name, method, method.Locations.FirstOrDefault() ?? Location.None);
    }

    /// <summary>On the method, or on one of its parameters: a trigger binds the parameter that it stands on.</summary>
    private AttributeData? ToolAttribute(IMethodSymbol method)
        => GovernanceSymbols.IsMarked(method)
            ? method.GetAttributes().Concat(method.Parameters.SelectMany(p => p.GetAttributes())).FirstOrDefault(IsToolAttribute)
            : null;

    private bool IsToolAttribute(AttributeData attribute) => symbols.ForeignEntryPoints.Any(t => GovernanceSymbols.Same(t, attribute.AttributeClass));

    private bool IsMarked(IMethodSymbol method)
        => symbols.AutomationEntryPoint is not null && SlotsAbove.AndSelf(method).Any(s => s.Attribute(symbols.AutomationEntryPoint) is not null);

    private bool IsSlotOfWorkflow(IMethodSymbol method)
        => Workflow.Around(method.ContainingType, symbols) is not null
        && SlotsAbove.AndSelf(method).Any(slot => s_slots.Any(s => slot.Name == s.Member && MemberName.IsIn(slot.ContainingType, s.Type)));

    private ImmutableArray<IMethodSymbol> MarkedMembers(INamedTypeSymbol contract) => _promised.GetOrAdd(
        contract.OriginalDefinition,
        c => [.. c.GetMembers().OfType<IMethodSymbol>().Where(m => m.Attribute(symbols.AutomationEntryPoint) is not null)]);

    /// <summary>In this project's source: an editor shows the code of other projects, too, and there it is an entry point of theirs.</summary>
    public bool HasBody(IMethodSymbol method)
        => method is { IsAbstract: false, IsExtern: false, DeclaringSyntaxReferences.IsEmpty: false }
        && symbols.IsHere(method);
}
