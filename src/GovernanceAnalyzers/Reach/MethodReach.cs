using System.Collections.Concurrent;
using System.Threading;
using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Controls;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.Reach;

/// <summary>
/// What a body does by itself, memoised per method, and which of its calls lead to code that this release does not read. A called method that
/// does nothing, and calls nothing that is not read, counts as read.
/// </summary>
internal sealed class MethodReach(ActionCatalogue catalogue, ControlMembers controls, GovernanceSymbols symbols, SourceModels models)
{
    private const int BodyBudget = 500;

    private readonly ConditionalCalls _conditionals = new();
    private readonly ConcurrentDictionary<IMethodSymbol, BodyFacts> _facts = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _isInert = new(SymbolEqualityComparer.Default);

    public BodyFacts FactsOf(IMethodSymbol method) => _facts.GetOrAdd(method, m => FactsOf(BodySyntax.Of(m, CancellationToken.None)));

    public BodyFacts FactsOf(IEnumerable<SyntaxNode> bodies)
        => new BodyReader(catalogue, _conditionals, controls, symbols, models.OperationOf).Read(bodies.Select(models.OperationOf).OfType<IOperation>());

    /// <summary>What a member that others implement is promised to do: its contract, and a call of those who implement it.</summary>
    public BodyFacts PromisedBy(IMethodSymbol member, SyntaxNode place)
    {
        var promised = catalogue.Of(member);
        return new(
            promised.IsEmpty ? [] : [new ActionSite(place, member, promised)],
            [new CalledMember(place, member, IsExact: false)],
            [],
            []);
    }

    /// <summary>
    /// What a root does: what its body does, and where it calls a member of the source whose contract promises less than that member's own body
    /// does, that too. A contract is no way to lower a tier.
    /// </summary>
    public BodyFacts AsRoot(BodyFacts facts) => facts with { Sites = [.. facts.Sites.Select(WithWhatTheContractHides)] };

    private ActionSite WithWhatTheContractHides(ActionSite site)
    {
        var contracts = site.Actions.Where(a => a.Source == ActionSource.Contract).ToList();
        if (contracts.Count == 0 || site.Target.IsAbstract
            || !GovernanceSymbols.Same(site.Target.ContainingAssembly, symbols.Compilation.Assembly))
        {
            return site;
        }

        var hidden = FactsOf(site.Target.OriginalDefinition).Sites.SelectMany(s => s.Actions)
            .Where(a => contracts.All(a.Outweighs) && site.Actions.All(known => known.Capability != a.Capability || a.Tier > known.Tier))
            .GroupBy(a => (a.Capability, a.NewIn))
            .Select(g => g.OrderByDescending(a => a.Tier).First());
        return site with { Actions = [.. site.Actions.Concat(hidden).OrderByDescending(a => a.Tier).ThenBy(a => a.Capability, StringComparer.Ordinal)] };
    }

    /// <summary>The calls of a body whose targets are not read, in source order.</summary>
    public ImmutableArray<CalledMember> NotFollowed(BodyFacts facts) => [.. facts.Calls.Where(c => !IsFollowed(c))];

    private bool IsFollowed(CalledMember call) => !LeadsOut(call) && IsInert(call.Target.OriginalDefinition);

    /// <summary>The target is none of the source's bodies, so there is nothing to read.</summary>
    private bool LeadsOut(CalledMember call)
    {
        var target = call.Target.OriginalDefinition;
        if (IsSynthesised(target))
        {
            return false;
        }

        return GovernanceSymbols.Same(target.ContainingAssembly, symbols.Compilation.Assembly)
            ? !call.IsExact || target.IsAbstract || target.IsExtern
            : target.MethodKind is not (MethodKind.PropertyGet or MethodKind.UserDefinedOperator or MethodKind.Conversion or MethodKind.BuiltinOperator);
    }

    private bool IsInert(IMethodSymbol method) => _isInert.TryGetValue(method, out var known) ? known : _isInert.GetOrAdd(method, SearchInert);

    /// <summary>Whether nothing that the method calls, however far, acts or leads out. If so, it holds of all that was looked at.</summary>
    private bool SearchInert(IMethodSymbol method)
    {
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default) { method };
        var open = new Queue<IMethodSymbol>([method]);
        while (open.Count > 0)
        {
            var facts = FactsOf(open.Dequeue());
            if (!facts.Sites.IsEmpty || !facts.BlindSpots.IsEmpty || facts.Calls.Any(LeadsOut) || seen.Count > BodyBudget)
            {
                return false;
            }

            foreach (var target in facts.Calls.Select(c => c.Target.OriginalDefinition))
            {
                if (seen.Add(target))
                {
                    open.Enqueue(target);
                }
            }
        }

        foreach (var inert in seen)
        {
            _isInert.TryAdd(inert, true);
        }

        return true;
    }

    /// <summary>Written by the compiler: an accessor without a body, a member of a record, an enum's or a delegate's.</summary>
    private static bool IsSynthesised(IMethodSymbol method)
    {
        if (method.IsImplicitlyDeclared && method.MethodKind != MethodKind.Constructor)
        {
            return true;
        }

        return method is { IsAbstract: false, AssociatedSymbol: IPropertySymbol or IEventSymbol }
            && method.DeclaringSyntaxReferences.All(r => r.GetSyntax() is AccessorDeclarationSyntax { Body: null, ExpressionBody: null } or ParameterSyntax);
    }
}
