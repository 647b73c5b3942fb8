using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.Steps;

/// <summary>Why a step cannot be plumbed (GVN1010).</summary>
internal enum ShapeProblem
{
    None,
    NotAwaitable,
    AsyncVoid,
    SynchronousSequence,
    PushedSequence,
    DeferredResult,
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
    ExplicitImplementation,
    AccessorOrOperator,
    LocalFunction,
}

/// <summary>Whether C# and the plumbing allow a generated implementing part for a partial step, or a decorator for one on an interface.</summary>
internal static class StepShape
{
    /// <summary>The first problem of a plumbed or decorated step's shape, and the parameter or type it is about.</summary>
    public static (ShapeProblem Problem, ISymbol? About) Of(Step step) => Of(step, isToBePartial: false);

    /// <summary>Nothing but <c>partial</c> stands between this step, whose author wrote its body, and generated controls.</summary>
    public static bool CanBecomePlumbed(Step step) => Of(step, isToBePartial: true).Problem == ShapeProblem.None;

    private static (ShapeProblem Problem, ISymbol? About) Of(Step step, bool isToBePartial)
    {
        var method = step.Method;
        if (LanguageIsTooOld(method))
        {
            return (ShapeProblem.LanguageTooOld, null);
        }

        var around = step.Control == StepControl.Decorated ? Decorator.Problem(method.ContainingType, step.Symbols) : Around(method, isToBePartial);
        if (around.Problem != ShapeProblem.None)
        {
            return around;
        }

        foreach (var parameter in method.Parameters)
        {
            // What can only be read through its reference is copied, as for any value.
            var problem = parameter.RefKind is RefKind.Ref or RefKind.Out ? ShapeProblem.ByReferenceParameter
                        : parameter.Type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer ? ShapeProblem.PointerParameter
                        : parameter.Type.IsRefLikeType || parameter.Type is ITypeParameterSymbol { AllowsRefLikeType: true } ? ShapeProblem.RefStructParameter
                        : ShapeProblem.None;
            if (problem != ShapeProblem.None)
            {
                return (problem, parameter);
            }
        }

        return Of(step.Return, method) is var returned and not ShapeProblem.None ? (returned, method) : (ShapeProblem.None, null);
    }

    /// <summary>What is wrong with the place of a partial step.</summary>
    private static (ShapeProblem Problem, ISymbol? About) Around(IMethodSymbol method, bool isToBePartial)
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

            if (IsExtensionBlock(type))
            {
                return (ShapeProblem.ExtensionMember, type);
            }

            if (!isToBePartial && !IsPartial(type))
            {
                return (ShapeProblem.TypeNotPartial, type);
            }
        }

        if (NoOrdinaryMethod(method) is var kind and not ShapeProblem.None)
        {
            return (kind, method);
        }

        if (method.IsVirtual || method.IsAbstract)
        {
            return (ShapeProblem.VirtualOrAbstract, method);
        }

        return method is { IsOverride: true, IsSealed: false } && !method.ContainingType.IsSealed
            ? (ShapeProblem.OpenOverride, method)
            : (ShapeProblem.None, null);
    }

    /// <summary>Whether what it returns can wait for a person, and ends when the step does.</summary>
    private static ShapeProblem Of(StepReturn returned, IMethodSymbol method) => returned switch
    {
        { Kind: ReturnKind.Other } => method switch
        {
            { ReturnsVoid: true, IsAsync: true } => ShapeProblem.AsyncVoid,
            { ReturnType.OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T
                or SpecialType.System_Collections_Generic_IEnumerator_T or SpecialType.System_Collections_IEnumerable
                or SpecialType.System_Collections_IEnumerator } => ShapeProblem.SynchronousSequence,
            _ => FullName(method.ReturnType) is "System.IObservable" or "System.Collections.Generic.IAsyncEnumerator"
                ? ShapeProblem.PushedSequence
                : ShapeProblem.NotAwaitable,
        },
        { Result: { } result } when FullName(result) is "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask" or "System.IObservable"
            or "System.Collections.Generic.IAsyncEnumerable" or "System.Collections.Generic.IAsyncEnumerator" => ShapeProblem.DeferredResult,
        _ => ShapeProblem.None,
    };

    /// <summary>Namespace and name, without arity.</summary>
    private static string FullName(ITypeSymbol type) => $"{type.ContainingNamespace?.ToDisplayString()}.{type.Name}";

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
                        : IsExtensionBlock(type) ? ShapeProblem.ExtensionMember
                        : !IsPartial(type) ? ShapeProblem.TypeNotPartial
                        : ShapeProblem.None;
            if (problem != ShapeProblem.None)
            {
                return (problem, type);
            }
        }

        var kind = NoOrdinaryMethod(method) is var other and not ShapeProblem.None ? other
                 : method.IsAbstract ? ShapeProblem.VirtualOrAbstract
                 : ShapeProblem.None;
        return kind == ShapeProblem.None ? (kind, null) : (kind, method);
    }

    private static ShapeProblem NoOrdinaryMethod(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.Ordinary => ShapeProblem.None,
        MethodKind.ExplicitInterfaceImplementation => ShapeProblem.ExplicitImplementation,
        _ => ShapeProblem.AccessorOrOperator,
    };

    /// <summary>C# 14's <c>extension(T receiver) { }</c>, told by what older compilers know of it: a type without a name.</summary>
    private static bool IsExtensionBlock(INamedTypeSymbol type) => !type.CanBeReferencedByName;

    public static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(r =>
        r.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static bool LanguageIsTooOld(IMethodSymbol method)
        => method.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp9 };
}
