using System.Collections.Concurrent;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Catalogue;

/// <summary>
/// Says of a called member which actions the call is: by its contract, by the project's lists and by the built-in catalogue. A declaration may
/// raise a tier; only a contract may lower one, from Medium to Low, and only with a reason.
/// </summary>
/// <param name="symbols">The compilation's known symbols.</param>
/// <param name="lists">The lists of the project and of its organisation.</param>
/// <param name="builtIn">The built-in catalogue.</param>
/// <param name="accepted">The release whose rows the project has accepted.</param>
internal sealed class ActionCatalogue(GovernanceSymbols symbols, IEnumerable<ActionList> lists, CatalogueIndex builtIn, Version accepted)
{
    private readonly ImmutableArray<(ActionSource Source, CatalogueIndex Index)> _layers =
    [
        (ActionSource.BuiltIn, builtIn),
        .. lists.GroupBy(l => l.Source).Select(g => (g.Key, new CatalogueIndex(g.SelectMany(l => l.File.Rows)))),
    ];

    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<ConsequentialAction>> _known = new(SymbolEqualityComparer.Default);

    public ImmutableArray<ConsequentialAction> Of(IMethodSymbol method)
        => _known.GetOrAdd((method.ReducedFrom ?? method).OriginalDefinition, Find);

    private ImmutableArray<ConsequentialAction> Find(IMethodSymbol method)
    {
        var slots = SlotsAbove.AndSelf(method).ToList();
        var contracts = slots.Select(Contract).OfType<AttributeData>().Select(Read).ToList();
        var rows = slots.SelectMany(Rows).Concat(ByAttribute(method));
        var kept = contracts.Count == 0 ? rows : rows.Where(r => contracts.All(r.Outweighs));
        return
        [
            .. contracts.Concat(kept)
                .GroupBy(a => a.Capability, StringComparer.Ordinal)
                .SelectMany(Highest)
                .OrderByDescending(a => a.Tier).ThenBy(a => a.Capability, StringComparer.Ordinal),
        ];
    }

    /// <summary>What counts of one capability, and what a newer row would make of it: that is shown, and takes nothing away.</summary>
    private static IEnumerable<ConsequentialAction> Highest(IEnumerable<ConsequentialAction> actions)
    {
        var highest = actions.OrderByDescending(a => a.Tier).ThenByDescending(a => a.Source).ToLookup(a => a.NewIn is null);
        var counts = highest[true].FirstOrDefault();
        return new[] { counts, highest[false].FirstOrDefault(a => counts is null || a.Tier > counts.Tier) }.OfType<ConsequentialAction>();
    }

    private IEnumerable<ConsequentialAction> Rows(IMethodSymbol slot)
        => _layers.SelectMany(l => l.Index.Of(slot).Select(r => Action(r, l.Source)));

    /// <summary>Methods that an attribute makes an action, such as native imports. The frameworks' own are behind their public members.</summary>
    private IEnumerable<ConsequentialAction> ByAttribute(IMethodSymbol method)
    {
        if (Framework.Owns(method.ContainingAssembly))
        {
            return [];
        }

        var names = method.GetAttributes().Select(a => a.AttributeClass).OfType<INamedTypeSymbol>().Select(MemberName.Full)
            .Concat(method.GetDllImportData() is null ? [] : ["System.Runtime.InteropServices.DllImportAttribute"])
            .Distinct().ToList();
        return _layers.SelectMany(l => names.SelectMany(l.Index.OfAttribute).Select(r => Action(r, l.Source)));
    }

    private ConsequentialAction Action(CatalogueRow row, ActionSource source)
        => new(row.Capability, row.Tier, row.Reversible, row.Reason, source) { NewIn = row.Since > accepted ? row.Since : null };

    private AttributeData? Contract(IMethodSymbol slot)
        => slot.Attribute(symbols.ConsequentialAction) ?? slot.AssociatedSymbol?.Attribute(symbols.ConsequentialAction);

    private static ConsequentialAction Read(AttributeData attribute)
    {
        // A tier that is no defined value is a promise of nothing: it counts as the highest.
        var tier = attribute.Positional(1) is int value and >= (int)Tier.Low and <= (int)Tier.High ? (Tier)value : Tier.High;
        var reason = attribute.NamedText("Because");
        var capability = attribute.Positional(0) is string word && word.Trim().Length > 0 ? word.Trim() : "unnamed.action";
        return new(capability, tier, "unknown", reason ?? "declared by a contract", ActionSource.Contract) { IsReasoned = reason is not null };
    }
}
