using System.Collections.Concurrent;
using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>
/// The code of steps: their bodies, Core bodies and rollback handlers, what the generator writes, and private members that nothing else uses. Lambdas and
/// local functions belong to the member that they stand in.
/// </summary>
internal sealed class StepCode(GovernanceSymbols symbols)
{
    private readonly SourceModels _models = new(symbols.Compilation);
    private readonly ConcurrentDictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableHashSet<ISymbol>> _ofType = new(SymbolEqualityComparer.Default);

    /// <summary>The member that code stands in: a method, a property or event for its accessors, a field for its initialiser.</summary>
    public static ISymbol? MemberAt(SemanticModel model, int position)
    {
        var at = model.GetEnclosingSymbol(position);
        while (at is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            at = at.ContainingSymbol;
        }

        return at;
    }

    public bool Contains(ISymbol member) => Contains(member, []);

    private bool Contains(ISymbol member, HashSet<ISymbol> asked)
        => _known.TryGetValue(member, out var known) ? known
         : IsOwn(member) || GeneratedPart.IsOurs(member) || (member.ContainingType is { } type && GeneratedPart.IsOurs(type)) ? _known[member] = true
         : member is IMethodSymbol { AssociatedSymbol: { } whole } ? Contains(whole, asked)
         : member.DeclaredAccessibility == Accessibility.Private && member is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol
           && IsUsedOnlyHere(member, asked);

    /// <summary>Asked anew while another is being asked, for what a circle of helpers says of one is said of all.</summary>
    private bool IsUsedOnlyHere(ISymbol member, HashSet<ISymbol> asked)
    {
        if (!asked.Add(member))
        {
            return true;
        }

        var uses = Uses(member).Where(u => !GovernanceSymbols.Same(u, member)).ToList();
        return uses.Count > 0 && uses.All(u => Contains(u, asked));
    }

    private bool IsOwn(ISymbol member)
        => member is IMethodSymbol method && SlotsAbove.AndSelf(method).Any(slot =>
            symbols.StepOf(slot.PartialDefinitionPart ?? slot) is not null || OfType(slot.ContainingType.OriginalDefinition).Contains(slot));

    private ImmutableHashSet<ISymbol> OfType(INamedTypeSymbol type) => _ofType.GetOrAdd(
        type,
        t => symbols.StepsIn(t).SelectMany(s => new[] { s.Core.Method, s.Handler?.Method })
            .OfType<ISymbol>().ToImmutableHashSet(SymbolEqualityComparer.Default));

    /// <summary>The members of its type whose code names it.</summary>
    private IEnumerable<ISymbol> Uses(ISymbol member)
    {
        var outermost = member.ContainingType;
        while (outermost.ContainingType is not null)
        {
            outermost = outermost.ContainingType;
        }

        foreach (var name in outermost.DeclaringSyntaxReferences.SelectMany(r => r.GetSyntax().DescendantNodes()).OfType<SimpleNameSyntax>())
        {
            if (name.Identifier.ValueText == member.Name && _models.Of(name.SyntaxTree) is var model && !IsNameOnly(name, model)
                && GovernanceSymbols.Same(model.GetSymbolInfo(name).Symbol?.OriginalDefinition, member) && MemberAt(model, name.SpanStart) is { } user)
            {
                yield return user;
            }
        }
    }

    /// <summary>Within <c>nameof</c> nothing runs; a method of that name has an argument that runs.</summary>
    private static bool IsNameOnly(SyntaxNode name, SemanticModel model)
        => name.Ancestors().OfType<InvocationExpressionSyntax>().Any(c => model.GetOperation(c) is INameOfOperation);
}
