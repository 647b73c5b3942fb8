using System.Collections.Concurrent;
using GovernanceAnalyzers.Catalogue.Conditions;
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
    private const string DllImport = "System.Runtime.InteropServices.DllImportAttribute";

    private readonly ImmutableArray<(ActionSource Source, CatalogueIndex Index)> _layers =
    [
        (ActionSource.BuiltIn, builtIn),
        .. lists.GroupBy(l => l.Source).Select(g => (g.Key, new CatalogueIndex(g.SelectMany(l => l.File.Rows)))),
    ];

    private readonly HashSet<string> _summarised = new(
        lists.Where(l => l.File.Mistakes.Count == 0).Select(l => l.File.Assembly).OfType<string>(), StringComparer.OrdinalIgnoreCase);

    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _mentioned = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<IMethodSymbol, KnownMember> _known = new(SymbolEqualityComparer.Default);

    /// <summary>The worst reading, whatever a call's arguments say.</summary>
    public ImmutableArray<ConsequentialAction> Of(IMethodSymbol method) => Known(method).Worst;

    /// <summary>
    /// What this call is: where it is known of its arguments that a line with a condition holds, that line stands in the place of its own layer's. The
    /// conditions of one member are tried in the file's order, and the first that holds decides. Where one may hold by which the call only asks, the rest is a guess.
    /// </summary>
    public ImmutableArray<ConsequentialAction> Of(IOperation call, IMethodSymbol method, ValueReader values)
    {
        var known = Known(method);
        if (!HasConditions(method))
        {
            return known.Worst;
        }

        var reading = new CallReading(call, values);
        var shown = known.Lines.Where(l => l.Row.When is { } when && reading.Shows(when, l.Slot))
            .GroupBy(l => (l.Action.Source, l.Row.Symbol.Text))
            .SelectMany(g => g.Where(l => l.Row.When!.Text == g.First().Row.When!.Text)).ToList();
        var actions = shown.Count == 0
            ? known.Worst
            : Together(known.Contracts, shown.Concat(known.Lines.Where(l => l.Row.When is null && !shown.Any(l.GivesWayTo))).Select(l => l.Action).Concat(known.ByAttribute));
        var doubts = known.Lines.Where(l => l.Action.Tier == Tier.Low && l.Row.When is { } when && reading.MayShow(when, l.Slot)).Select(l => l.Action).ToList();
        return [.. actions.Select(a => a.NeedsConfirmation && doubts.FirstOrDefault(d => d.Source == a.Source) is { } doubt ? a with { IsInferred = true, Unless = doubt.Reason } : a)];
    }

    /// <summary>The code that the call runs because of what it is handed, where a line whose condition is shown says so.</summary>
    public IEnumerable<IMethodSymbol> RunBy(IOperation call, IMethodSymbol method, ValueReader values)
    {
        var reading = new CallReading(call, values);
        return Known(method).Lines.Where(l => l.Row.When is { RunsCode: true } when && reading.Shows(when, l.Slot)).SelectMany(l => reading.CodeOf(l.Row.When!, l.Slot));
    }

    /// <summary>What a call of it is, is for its arguments to say.</summary>
    public bool HasConditions(IMethodSymbol method) => Known(method).Lines.Any(l => l.Row.When is not null);

    /// <summary>A line says that the member's own body is walked; where that is to be seen, the line is nothing more.</summary>
    public bool LooksInside(IMethodSymbol method) => Known(method).LooksInside;

    /// <summary>A summary says what the assembly reaches, so that a member without a line reaches nothing. One with a mistake says nothing.</summary>
    public bool Summarises(IAssemblySymbol? assembly) => assembly is not null && _summarised.Contains(assembly.Name);

    /// <summary>
    /// The member looks like one that acts, and nothing else is known of it. A library that the built-in catalogue has rows of was looked through, so that what
    /// has none there does nothing; a line of the project is about its own members alone, and what is compiled here is no library, whatever it is called.
    /// </summary>
    public bool MayAct(IMethodSymbol member)
        => ActingMember.Is(member) && Of(member).IsEmpty && (symbols.IsHere(member) || !_mentioned.GetOrAdd(member.ContainingAssembly, builtIn.Mentions));

    /// <summary>What an attribute says of the very method that it stands on: an output binding sends away what the method returns.</summary>
    public ImmutableArray<ConsequentialAction> Of(AttributeData mark, IMethodSymbol marked)
        => mark.AttributeClass is { } type ? Together([], OfMark(MemberName.Full(type), mark, marked)) : [];

    /// <summary>What only a step may call, by a contract or a list.</summary>
    public ConsequentialAction? OnlyFromSteps(IMethodSymbol method)
    {
        var known = Known(method);
        return known.Contracts.Concat(known.Lines.Select(l => l.Action)).Where(a => a.OnlyFromSteps).OrderByDescending(a => a.Tier).FirstOrDefault();
    }

    private KnownMember Known(IMethodSymbol method) => _known.GetOrAdd((method.ReducedFrom ?? method).OriginalDefinition, Find);

    private KnownMember Find(IMethodSymbol method)
    {
        var slots = SlotsAbove.AndSelf(method).ToList();
        var contracts = slots.Select(Contract).OfType<AttributeData>().Select(Read).ToImmutableArray();
        var all = _layers.SelectMany(l => Lines(l.Source, l.Index, slots)).ToImmutableArray();
        var looksInside = all.Any(l => l.Row.LooksInside);
        ImmutableArray<KnownLine> lines = looksInside && HasBody(method) ? [.. all.Where(l => !l.Row.LooksInside)] : all;
        var byAttribute = ByAttribute(method).ToImmutableArray();
        var worst = Together(contracts, lines.Where(l => l.Row.When is null).Select(l => l.Action).Concat(byAttribute));
        return new(worst, lines, contracts, byAttribute, looksInside);
    }

    /// <summary>In this project's source: an editor shows the code of other projects, too.</summary>
    private bool HasBody(IMethodSymbol method)
        => method is { IsAbstract: false, IsExtern: false, DeclaringSyntaxReferences.IsEmpty: false } && symbols.IsHere(method);

    private static ImmutableArray<ConsequentialAction> Together(ImmutableArray<ConsequentialAction> contracts, IEnumerable<ConsequentialAction> rows)
    {
        var all = rows.ToList();
        var kept = contracts.IsEmpty ? all : [.. all.Where(r => contracts.All(r.Outweighs))];
        return
        [
            .. contracts.Select(c => c with { Lowered = all.Where(c.Lowers).OrderByDescending(r => r.Tier).FirstOrDefault() }).Concat(kept)
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

    /// <summary>Lines about the member, and about what it overrides or implements.</summary>
    private IEnumerable<KnownLine> Lines(ActionSource source, CatalogueIndex index, IEnumerable<IMethodSymbol> slots)
        => Nearest([.. slots.SelectMany(s => index.Of(s).Where(r => IsOf(s.ContainingAssembly, r)).Select(r => new KnownLine(s, r, Action(r, source))))]);

    /// <summary>A summary is about its own assembly alone, and of the code that is compiled here the code says it.</summary>
    private bool IsOf(IAssemblySymbol? assembly, CatalogueRow row)
        => row.Assembly is null
        || (row.Assembly.Equals(assembly?.Name, StringComparison.OrdinalIgnoreCase) && !GovernanceSymbols.Same(assembly, symbols.Compilation.Assembly));

    /// <summary>A line about one type stands in the place of one about a family of types.</summary>
    private static IEnumerable<KnownLine> Nearest(IReadOnlyCollection<KnownLine> lines)
        => lines.Where(l => lines.All(other => l.Row.Symbol.Scope <= other.Row.Symbol.Scope));

    /// <summary>Methods that an attribute makes an action, such as native imports. The frameworks' own are behind their public members.</summary>
    private IEnumerable<ConsequentialAction> ByAttribute(IMethodSymbol method)
    {
        if (Framework.Owns(method.ContainingAssembly))
        {
            return [];
        }

        // Of an accessor that sets, its property's: an output binding may be a property of what a function returns.
        var marks = method.GetAttributes().Concat(method.MethodKind == MethodKind.PropertySet ? method.AssociatedSymbol!.GetAttributes() : [])
            .Where(a => a.AttributeClass is not null).Select(a => (Name: MemberName.Full(a.AttributeClass!), Mark: (AttributeData?)a)).ToList();
        return marks.Concat(method.GetDllImportData() is null || marks.Any(m => m.Name == DllImport) ? [] : [(DllImport, null)])
            .SelectMany(m => OfMark(m.Name, m.Mark, method));
    }

    /// <summary>Of one layer, the line whose condition holds of the mark stands in the place of the one without.</summary>
    private IEnumerable<ConsequentialAction> OfMark(string name, AttributeData? mark, IMethodSymbol marked) => _layers.SelectMany(layer =>
    {
        var rows = layer.Index.OfAttribute(name).ToList();
        var shown = rows.FirstOrDefault(r => r.When is { } when && MarkReading.Shows(when, mark, marked));
        return (shown is not null ? [shown] : rows.Where(r => r.When is null)).Select(r => Action(r, layer.Source));
    });

    private ConsequentialAction Action(CatalogueRow row, ActionSource source)
        => new(row.Capability, row.Tier, row.Reversible, row.Reason, source) 
        {
            NewIn = row.Since > accepted ? row.Since : null,
            Path = row.Path,
            IsInferred = row.IsInferred,
            OnlyFromSteps = row.OnlyFromSteps,
        };

    /// <summary>The nearest contract that a member has, its own or that of what it overrides or implements; null for none.</summary>
    public DeclaredContract? ContractOf(IMethodSymbol method) => SlotsAbove.AndSelf(method.OriginalDefinition)
        .Select(slot => Contract(slot) is { } attribute ? new DeclaredContract(slot, attribute, Read(attribute)) : null).FirstOrDefault(c => c is not null);

    private AttributeData? Contract(IMethodSymbol slot)
        => slot.Attribute(symbols.ConsequentialAction) ?? slot.AssociatedSymbol?.Attribute(symbols.ConsequentialAction);

    private static ConsequentialAction Read(AttributeData attribute)
    {
        // A tier that is no defined value is a promise of nothing: it counts as the highest.
        var tier = attribute.Positional(1) is int value and >= (int)Tier.Low and <= (int)Tier.High ? (Tier)value : Tier.High;
        var reason = attribute.NamedText("Because");
        var capability = attribute.Positional(0) is string word && word.Trim().Length > 0 ? word.Trim() : "unnamed.action";
        return new(capability, tier, "unknown", reason ?? "declared by a contract", ActionSource.Contract) 
        {
            IsReasoned = reason is not null,
            OnlyFromSteps = attribute.Named("OnlyFromSteps") is true,
        };
    }

    /// <summary>A line that is about the member, or about what the member overrides or implements.</summary>
    private sealed record KnownLine(IMethodSymbol Slot, CatalogueRow Row, ConsequentialAction Action)
    {
        /// <summary>A line with a condition knows better than its own layer's about the same member and about those above it; of another layer it takes nothing away.</summary>
        public bool GivesWayTo(KnownLine shown)
            => Action.Source == shown.Action.Source && SlotsAbove.AndSelf(shown.Slot).Any(above => GovernanceSymbols.Same(above, Slot));
    }

    private sealed record KnownMember(
        ImmutableArray<ConsequentialAction> Worst, ImmutableArray<KnownLine> Lines, ImmutableArray<ConsequentialAction> Contracts,
        ImmutableArray<ConsequentialAction> ByAttribute, bool LooksInside);
}
