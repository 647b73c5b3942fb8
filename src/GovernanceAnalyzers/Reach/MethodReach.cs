using System.Threading;
using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Controls;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.Reach;

/// <summary>What each body does by itself, memoised per method: symbols and syntax, the same whoever asks first.</summary>
internal sealed class MethodReach(ActionCatalogue catalogue, ControlMembers controls, GovernanceSymbols symbols, SourceModels models)
{
    private readonly ConditionalCalls _conditionals = new();
    private readonly KeptValues _kept = new(models);
    private readonly OncePerKey<IMethodSymbol, BodyFacts> _facts = new(SymbolEqualityComparer.Default);

    public BodyFacts FactsOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _facts.Of(method.OriginalDefinition, m => WithBaseConstructor(m, FactsOf(BodySyntax.Of(m, cancellationToken)), cancellationToken));
    }

    /// <summary>What an entry point does, and what its own attributes do: nobody calls it in the source, so that no call would show them.</summary>
    public BodyFacts MarkedFactsOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var facts = FactsOf(method, cancellationToken);
        var marked = method.GetAttributes().Concat(method.GetReturnTypeAttributes())
            .Where(a => a is { AttributeConstructor: not null, ApplicationSyntaxReference: not null })
            .Select(a => new ActionSite(a.ApplicationSyntaxReference!.GetSyntax(cancellationToken), a.AttributeConstructor!, catalogue.Of(a, method)))
            .Where(s => !s.Actions.IsEmpty).ToList();
        return marked.Count == 0 ? facts : facts with { Sites = facts.Sites.AddRange(marked) };
    }

    public BodyFacts FactsOf(IEnumerable<SyntaxNode> bodies)
        => new BodyReader(catalogue, _conditionals, controls, symbols, _kept, models.OperationOf).Read(bodies.Select(models.OperationOf).OfType<IOperation>());

    /// <summary>The operation of a node of the source.</summary>
    public IOperation? OperationOf(SyntaxNode node) => models.OperationOf(node);

    /// <summary>What a member that others implement is promised to do: its contract, and a call of those who implement it.</summary>
    public BodyFacts PromisedBy(IMethodSymbol member, SyntaxNode place)
    {
        var promised = catalogue.Of(member);
        return new(
            promised.IsEmpty ? [] : [new ActionSite(place, member, promised)],
            [new CalledMember(place, member, IsExact: false) { IsRoot = true }],
            [],
            []);
    }

    /// <summary>The code stands in this source, and nothing but its author's words decides what it does.</summary>
    public bool HasBody(IMethodSymbol method)
        => symbols.IsHere(method) && !IsSynthesised(method) && method is { IsAbstract: false, IsExtern: false };

    /// <summary>Code of another assembly that says nothing of itself. Accessors, operators and plain data there are taken for what they look like.</summary>
    public bool IsOfAnother(IMethodSymbol method)
        => !symbols.IsHere(method)
        && !Framework.Owns(method.ContainingAssembly) && !Framework.IsOurs(method.ContainingAssembly)
        && method.MethodKind is not (MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.UserDefinedOperator or MethodKind.Conversion)
        && !(method.MethodKind == MethodKind.Constructor && PlainData.Is(method.ContainingType))
        && !catalogue.Summarises(method.ContainingAssembly);

    /// <summary>
    /// Written by the compiler: an accessor without a body, a member of a record, an enum's or a delegate's. Not the static method that stands for a member
    /// of an extension block, nor the accessor of a partial event: they are declared by the compiler, and somebody wrote their bodies.
    /// </summary>
    public static bool IsSynthesised(IMethodSymbol method)
    {
        if (method.IsImplicitlyDeclared && method.MethodKind is not (MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.AnonymousFunction))
        {
            return !BodySyntax.Written(method).Any(BodySyntax.IsBody);
        }

        return method is { IsAbstract: false, AssociatedSymbol: IPropertySymbol or IEventSymbol }
            && BodySyntax.Written(method).All(r => r is AccessorDeclarationSyntax { Body: null, ExpressionBody: null } or ParameterSyntax);
    }

    /// <summary>By which the equally near are ordered.</summary>
    public static string NameOf(IMethodSymbol method)
        => method.GetDocumentationCommentId()
        ?? (method.DeclaringSyntaxReferences is [var reference, ..] ? $"{EnclosingMember.IdOf(method)}@{reference.SyntaxTree.FilePath}:{reference.Span.Start:D9}" : method.Name);

    /// <summary>A constructor that names no other one calls its base type's, written or not.</summary>
    private static BodyFacts WithBaseConstructor(IMethodSymbol method, BodyFacts facts, CancellationToken cancellationToken)
        => method is { MethodKind: MethodKind.Constructor, ContainingType: { TypeKind: TypeKind.Class, BaseType: { } above } }
            && !BodySyntax.NamesConstructor(method, cancellationToken)
            && above.InstanceConstructors.Where(c => c.Parameters.All(p => p.IsOptional || p.IsParams)).OrderBy(c => c.Parameters.Length).FirstOrDefault() is { } implied
            && !Framework.Owns(implied.ContainingAssembly)
                ? facts with
                {
                    Calls = facts.Calls.Add(new(BodySyntax.Place(method, cancellationToken), implied, IsExact: true)),
                    IsGeneric = facts.IsGeneric || TypeArguments.IsOpen(implied),
                }
                : facts;
}
