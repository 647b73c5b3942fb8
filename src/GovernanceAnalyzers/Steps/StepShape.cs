using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.Steps;

/// <summary>Why a step cannot be plumbed (GVN1010).</summary>
internal enum ShapeProblem
{
    None,
    NotAwaitable,
    AsyncVoid,
    ByReferenceParameter,
    PointerParameter,
    RefStructParameter,
    TypeNotPartial,
    InStruct,
    InInterface,
    NoSlot,
    InterfaceNotWorkflow,
    StaticAbstractMember,
    HiddenMember,
    DecoratorNameTaken,
    FileLocalType,
    VirtualOrAbstract,
    OpenOverride,
    LanguageTooOld,
    ExtensionMember,
    LocalFunction,
}

/// <summary>Whether C# and the plumbing allow a generated implementing part for a partial step, or a decorator for one on an interface.</summary>
internal static class StepShape
{
    /// <summary>The first problem of a plumbed or decorated step's shape, and the parameter or type it is about.</summary>
    public static (ShapeProblem Problem, ISymbol? About) Of(Step step)
    {
        var method = step.Method;
        if (LanguageIsTooOld(method))
        {
            return (ShapeProblem.LanguageTooOld, null);
        }

        var around = step.Control == StepControl.Decorated ? Decorator.Problem(method.ContainingType, step.Symbols) : Around(method);
        if (around.Problem != ShapeProblem.None)
        {
            return around;
        }

        foreach (var parameter in method.Parameters)
        {
            var problem = parameter.RefKind != RefKind.None ? ShapeProblem.ByReferenceParameter
                        : parameter.Type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer ? ShapeProblem.PointerParameter
                        : parameter.Type.IsRefLikeType || parameter.Type is ITypeParameterSymbol { AllowsRefLikeType: true } ? ShapeProblem.RefStructParameter
                        : ShapeProblem.None;
            if (problem != ShapeProblem.None)
            {
                return (problem, parameter);
            }
        }

        if (step.Return.Kind == ReturnKind.Other)
        {
            return (method is { ReturnsVoid: true, IsAsync: true } ? ShapeProblem.AsyncVoid : ShapeProblem.NotAwaitable, method);
        }

        return (ShapeProblem.None, null);
    }

    /// <summary>What is wrong with the place of a partial step.</summary>
    private static (ShapeProblem Problem, ISymbol? About) Around(IMethodSymbol method)
    {
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
            {
                return (ShapeProblem.FileLocalType, type);
            }

            if (type.TypeKind == TypeKind.Interface)
            {
                return (ShapeProblem.InInterface, type);
            }

            if (type.TypeKind == TypeKind.Struct)
            {
                return (ShapeProblem.InStruct, type);
            }

            if (!IsPartial(type))
            {
                return (ShapeProblem.TypeNotPartial, type);
            }
        }

        if (method.IsVirtual || method.IsAbstract)
        {
            return (ShapeProblem.VirtualOrAbstract, method);
        }

        return method is { IsOverride: true, IsSealed: false } && !method.ContainingType.IsSealed
            ? (ShapeProblem.OpenOverride, method)
            : (ShapeProblem.None, null);
    }

    /// <summary>
    /// What lets C# itself refuse an implementing part from another file, or a decorator. A default body in an interface needs a run time that not every target
    /// has, so none is generated there.
    /// </summary>
    public static (ShapeProblem Problem, ISymbol? About) Forbidden(Step step)
    {
        var method = step.Method;
        if (LanguageIsTooOld(method))
        {
            return (ShapeProblem.LanguageTooOld, null);
        }

        if (step.Control == StepControl.Decorated)
        {
            return Decorator.Problem(method.ContainingType, step.Symbols);
        }

        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            var problem = type.IsFileLocal ? ShapeProblem.FileLocalType
                        : type.TypeKind == TypeKind.Interface ? ShapeProblem.InInterface
                        : !type.CanBeReferencedByName ? ShapeProblem.ExtensionMember
                        : !IsPartial(type) ? ShapeProblem.TypeNotPartial
                        : ShapeProblem.None;
            if (problem != ShapeProblem.None)
            {
                return (problem, type);
            }
        }

        return method.IsAbstract || !method.CanBeReferencedByName ? (ShapeProblem.VirtualOrAbstract, method) : (ShapeProblem.None, null);
    }

    public static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(r =>
        r.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static bool LanguageIsTooOld(IMethodSymbol method)
        => method.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp9 };
}
