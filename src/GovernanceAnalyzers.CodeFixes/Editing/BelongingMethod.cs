using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace GovernanceAnalyzers.CodeFixes.Editing;

/// <summary>A Core body or a rollback handler as it is written, and the corrections that it can be given.</summary>
internal sealed class BelongingMethod
{
    private BelongingMethod(MethodDeclarationSyntax declaration, IMethodSymbol symbol)
    {
        Declaration = declaration;
        Symbol = symbol;
    }

    public MethodDeclarationSyntax Declaration { get; }

    public IMethodSymbol Symbol { get; }

    /// <summary>Null where it is not in source, or has no body of its own.</summary>
    public static BelongingMethod? Of(IMethodSymbol? symbol)
        => symbol?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is MethodDeclarationSyntax declaration ? new(declaration, symbol) : null;

    /// <summary>Null where it cannot be corrected without losing something that the body uses.</summary>
    public Func<SyntaxGenerator, MethodDeclarationSyntax>? WithParameters(IReadOnlyCollection<WantedParameter> wanted)
        => ParameterFit.CanFit(Declaration, Symbol, wanted)
            ? g => Declaration.WithParameterList(ParameterFit.Fit(Declaration, Symbol, wanted, g))
            : null;

    /// <summary>Null where the body would have to be rethought: it is already asynchronous with another result, or an iterator.</summary>
    public Func<SyntaxGenerator, MethodDeclarationSyntax>? WithReturn(Step step, ITypeSymbol? result, Func<SyntaxGenerator, SyntaxNode> type)
    {
        var returned = StepReturn.Of(Symbol.ReturnType, step.Symbols);
        var sameResult = result is null ? Symbol.ReturnsVoid : Signature.SameType(Symbol.ReturnType, result);
        if (returned.Kind != ReturnKind.Other || !sameResult)
        {
            return null;
        }

        return TaskReturning.CanConvert(Declaration) ? g => TaskReturning.Convert(Declaration, Symbol, (TypeSyntax)type(g)) : null;
    }
}
