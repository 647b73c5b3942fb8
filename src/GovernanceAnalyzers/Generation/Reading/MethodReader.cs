using GovernanceAnalyzers.Generation.Models;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.Generation.Reading;

/// <summary>Reads the signature that an implementing part, or a decorator's explicit implementation, must repeat.</summary>
internal static class MethodReader
{
    public static MethodModel Read(IMethodSymbol method)
    {
        var constraints = Constraints.Of(method).ToEquatableArray();
        return new(
            CSharpText.Identifier(method.Name),
            Modifiers(method),
            Reference(method.RefKind) + CSharpText.Type(method.ReturnType),
            CSharpText.TypeParameters(method.TypeParameters),
            method.IsOverride ? Constraints.OfOverride(method).ToEquatableArray() : constraints,
            constraints,
            method.Parameters.Select(Parameter).ToEquatableArray(),
            method.GetAttributes().Any(a => a.AttributeClass is { Name: "GeneratedCodeAttribute" } type
                                         && type.ContainingNamespace.ToDisplayString() == "System.CodeDom.Compiler"));
    }

    /// <summary>The same for a member of an interface that a decorator implements: there C# wants no modifiers and takes few constraints.</summary>
    public static MethodModel ReadExplicit(IMethodSymbol method) => Read(method) with
    {
        Modifiers = "",
        Constraints = Constraints.OfOverride(method).ToEquatableArray(),
        IsMarked = false,
        Contract = CSharpText.TypeName(method.ContainingType),
    };

    /// <summary>What stands before a type that is returned by reference.</summary>
    public static string Reference(RefKind kind) => kind switch { RefKind.Ref => "ref ", RefKind.RefReadOnly => "ref readonly ", _ => "" };

    /// <summary>Both parts must carry the same modifiers, so they are copied.</summary>
    private static string Modifiers(IMethodSymbol method)
        => method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is MethodDeclarationSyntax declaration
            ? string.Concat(declaration.Modifiers.Where(m => !m.IsKind(SyntaxKind.PartialKeyword)).Select(m => m.Text + " "))
            : "";

    public static string Parameter(IParameterSymbol parameter)
    {
        var first = parameter is { Ordinal: 0, ContainingSymbol: IMethodSymbol { IsExtensionMethod: true } } ? "this " : "";
        var scope = parameter is { ScopedKind: not ScopedKind.None, IsParams: false, RefKind: not RefKind.Out } ? "scoped " : "";
        var kind = parameter.IsParams ? "params " : parameter.RefKind switch
        {
            RefKind.Ref => "ref ",
            RefKind.Out => "out ",
            RefKind.In => "in ",
            RefKind.RefReadOnlyParameter => "ref readonly ",
            _ => "",
        };
        return $"{first}{scope}{kind}{CSharpText.Type(parameter.Type)} {CSharpText.Identifier(parameter.Name)}";
    }
}
