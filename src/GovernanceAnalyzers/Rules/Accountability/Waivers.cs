using GovernanceAnalyzers.Owners;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Accountability;

/// <summary>Which waivers hold where. The only way to silence a rule, so it is decided here and nowhere else.</summary>
internal sealed class Waivers(GovernanceSymbols symbols, GovernanceOptions options, OwnersList owners)
{
    private readonly Lazy<ImmutableArray<Waiver>> _ofAssembly = new(() => [.. WrittenOn(symbols.Compilation.Assembly, symbols)]);

    public GovernanceOptions Options { get; } = options;

    /// <summary>By which an approver is told from the owner where either is a group.</summary>
    public OwnersList OwnersList { get; } = owners;

    /// <summary>The waivers written on the assembly, in source order.</summary>
    public ImmutableArray<Waiver> OfAssembly => _ofAssembly.Value;

    /// <summary>The waivers written on this very symbol, whole or not.</summary>
    public static IEnumerable<Waiver> WrittenOn(ISymbol symbol, GovernanceSymbols symbols)
        => symbols.GovernanceWaiver is null
            ? []
            : symbol.GetAttributes().Where(a => GovernanceSymbols.Same(a.AttributeClass, symbols.GovernanceWaiver) && a.IsComplete())
                    .Select(a => new Waiver(a, symbol));

    /// <summary>
    /// A waiver silences this rule for this symbol: one on the member, on a type round it, or on the assembly. Null asks about the assembly
    /// as a whole. A waiver that lacks something (GVN3002), or that the owner approved (GVN3005), silences nothing.
    /// </summary>
    public bool Cover(string rule, ISymbol? symbol)
        => Waiver.CanWaive(rule) && Around(symbol).Any(w => w.Rule == rule && Holds(w, symbol));

    /// <summary>All waivers that hold for this symbol, for whatever rule.</summary>
    public ImmutableArray<Waiver> HoldingFor(ISymbol symbol) => [.. Around(symbol).Where(w => Holds(w, symbol))];

    /// <summary>The steps' owners that a waiver's approver must not be, for a rule that speaks about this symbol.</summary>
    public ImmutableArray<string> OwnersOf(ISymbol? symbol)
    {
        switch (symbol)
        {
            case null:
                return [];
            case INamedTypeSymbol type:
                return Owners([Workflow.Around(type, symbols)?.Owner]);
            case IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction }:
                return OwnersOf(symbol.ContainingSymbol);
            case IMethodSymbol method:
                var steps = symbols.StepOf(method) is { } own ? [own] : StepsServedBy(method);
                return steps.Count > 0 ? Owners(steps.Select(s => s.Owner)) : OwnersOf(method.ContainingType);
            default:
                return OwnersOf(symbol.ContainingType);
        }
    }

    /// <summary>The waivers that are for this symbol, whole or not: on it, on what is round it, and on the assembly.</summary>
    public IEnumerable<Waiver> Around(ISymbol? symbol)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var at = Declared(symbol);
             at is IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol or INamedTypeSymbol;
             at = at.ContainingSymbol)
        {
            foreach (var waiver in WrittenOn(at, symbols))
            {
                yield return waiver;
            }

            // A getter is waived with its property.
            if (at is IMethodSymbol { AssociatedSymbol: { } property })
            {
                foreach (var waiver in Around(property))
                {
                    yield return waiver;
                }

                yield break;
            }

            if (!OfAssembly.IsEmpty && at.GetDocumentationCommentId() is { } id)
            {
                ids.Add(id);
            }
        }

        foreach (var waiver in OfAssembly)
        {
            if (waiver.Target is null || ids.Contains(waiver.Target))
            {
                yield return waiver;
            }
        }
    }

    private bool Holds(Waiver waiver, ISymbol? symbol)
        => !waiver.Shortcomings(Options).Any() && !LetsItselfPass(waiver)
        && OwnersOf(symbol).All(o => OwnersList.Shared(waiver.ApprovedBy, o) is null);

    /// <summary>Somebody whom the owners list does not know allows names that it does not know: his own, for one.</summary>
    private bool LetsItselfPass(Waiver waiver)
        => waiver is { Rule: "GVN1002", ApprovedBy: { } approver } && OwnersList.IsConfigured && !OwnersList.Has(approver);

    /// <summary>Attributes stand on the declaring part of a partial method.</summary>
    private static ISymbol? Declared(ISymbol? symbol) => symbol is IMethodSymbol method ? method.PartialDefinitionPart ?? method : symbol;

    /// <summary>The steps of which a method is the Core body or the rollback handler.</summary>
    private List<Step> StepsServedBy(IMethodSymbol method)
        => [.. symbols.StepsIn(method.ContainingType).Where(s => s.CoreName == method.Name || s.Rollback == method.Name)];

    private static ImmutableArray<string> Owners(IEnumerable<string?> owners)
        => [.. owners.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
}
