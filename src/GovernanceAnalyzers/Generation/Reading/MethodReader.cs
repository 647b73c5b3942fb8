using GovernanceAnalyzers.Generation.Models;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.Generation.Reading;

/// <summary>Reads the signature that the implementing part must repeat.</summary>
internal static class MethodReader
{
    public static MethodModel Read(IMethodSymbol method)
    {
        var constraints = Constraints.Of(method).ToEquatableArray();
        return new(
            CSharpText.Identifier(method.Name),
            Modifiers(method),
            (method.ReturnsByRefReadonly ? "ref readonly " : method.ReturnsByRef ? "ref " : "") + CSharpText.Type(method.ReturnType),
            CSharpText.TypeParameters(method.TypeParameters),
            method.IsOverride ? Constraints.OfOverride(method).ToEquatableArray() : constraints,
            constraints,
            method.Parameters.Select(Parameter).ToEquatableArray(),
            method.GetAttributes().Any(a => a.AttributeClass is { Name: "GeneratedCodeAttribute" } type
                                         && type.ContainingNamespace.ToDisplayString() == "System.CodeDom.Compiler"));
    }

    /// <summary>Both parts must carry the same modifiers, so they are copied.</summary>
    private static string Modifiers(IMethodSymbol method)
        => method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is MethodDeclarationSyntax declaration
            ? string.Concat(declaration.Modifiers.Where(m => !m.IsKind(SyntaxKind.PartialKeyword)).Select(m => m.Text + " "))
            : "";

    private static string Parameter(IParameterSymbol parameter)
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
