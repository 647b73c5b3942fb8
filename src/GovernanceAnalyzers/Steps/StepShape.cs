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
    FileLocalType,
    VirtualOrAbstract,
    OpenOverride,
    LanguageTooOld,
    ExtensionMember,
    LocalFunction,
}

/// <summary>Whether C# and the plumbing allow a generated implementing part for a partial step.</summary>
internal static class StepShape
{
    /// <summary>The first problem of a plumbed step's shape, and the parameter or type it is about.</summary>
    public static (ShapeProblem Problem, ISymbol? About) Of(Step step)
    {
        var method = step.Method;
        if (LanguageIsTooOld(method))
        {
            return (ShapeProblem.LanguageTooOld, null);
        }

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

        if (method is { IsOverride: true, IsSealed: false } && !method.ContainingType.IsSealed)
        {
            return (ShapeProblem.OpenOverride, method);
        }

        foreach (var parameter in method.Parameters)
        {
            var problem = parameter.RefKind != RefKind.None ? ShapeProblem.ByReferenceParameter
                        : parameter.Type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer ? ShapeProblem.PointerParameter
                        : parameter.Type.IsRefLikeType ? ShapeProblem.RefStructParameter
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

    /// <summary>C# lets the generator add an implementing part, whatever else is wrong: then our diagnostic stands at the declaration.</summary>
    public static bool CanBeImplemented(Step step) => step.Method.IsPartialDefinition && Forbidden(step).Problem == ShapeProblem.None;

    /// <summary>
    /// What lets C# itself refuse an implementing part from another file. A default body in an interface needs a run time that not every target
    /// has, so none is generated there.
    /// </summary>
    public static (ShapeProblem Problem, ISymbol? About) Forbidden(Step step)
    {
        var method = step.Method;
        if (LanguageIsTooOld(method))
        {
            return (ShapeProblem.LanguageTooOld, null);
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

    private static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(r =>
        r.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static bool LanguageIsTooOld(IMethodSymbol method)
        => method.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp9 };
}
