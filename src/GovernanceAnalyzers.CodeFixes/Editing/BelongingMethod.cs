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

    /// <summary>
    /// All corrections at once, for <c>dotnet format</c> comes by once: parameters, return, accessibility, static. Each is left out where the
    /// body would lose something by it; null where that is so for the one that was asked for, and where the problem is none of a signature: which of
    /// several methods is meant is not for a fix to say.
    /// </summary>
    /// <param name="step">The step.</param>
    /// <param name="problem">What the rule reported.</param>
    /// <param name="wanted">The parameters the step gives.</param>
    /// <param name="result">The result; null for none.</param>
    /// <param name="returnType">The type of a task of that result; null where no task is wanted, and what it returns is left alone.</param>
    public Func<SyntaxGenerator, MethodDeclarationSyntax>? Correction(
        Step step, BelongingProblem problem, IReadOnlyCollection<WantedParameter> wanted, ITypeSymbol? result, Func<SyntaxGenerator, SyntaxNode>? returnType)
    {
        var canFit = ParameterFit.CanFit(Declaration, Symbol, wanted);
        var canReturn = returnType is not null && CanReturnTask(step, result);
        var canCorrect = problem switch
        {
            BelongingProblem.WrongParameters => canFit,
            BelongingProblem.WrongReturn => canReturn,
            BelongingProblem.NotPrivate or BelongingProblem.StaticDiffers => true,
            _ => false,
        };
        if (!canCorrect)
        {
            return null;
        }

        return generator =>
        {
            var method = canReturn ? TaskReturning.Convert(Declaration, Symbol, (TypeSyntax)returnType!(generator)) : Declaration;
            method = problem == BelongingProblem.WrongParameters ? method.WithParameterList(ParameterFit.Fit(Declaration, Symbol, wanted, generator)) : method;
            method = Symbol.DeclaredAccessibility != Accessibility.Private ? method.Private() : method;
            return Symbol.IsStatic != step.Method.IsStatic ? method.Static(step.Method.IsStatic) : method;
        };
    }

    /// <summary>False also where the body would have to be rethought: it is already asynchronous with another result, or an iterator.</summary>
    public bool CanReturnTask(Step step, ITypeSymbol? result)
        => StepReturn.Of(Symbol.ReturnType, step.Symbols).Kind == ReturnKind.Other
        && (result is null ? Symbol.ReturnsVoid : Signature.SameType(Symbol.ReturnType, result))
        && TaskReturning.CanConvert(Declaration);
}
