using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace GovernanceAnalyzers.CodeFixes.Editing;

/// <summary>Turns a method with a body into the private Core body of a step.</summary>
internal static class CoreMethod
{
    /// <summary>Private, so that nobody reaches it but through the step; what the attributes and the documentation say stays where it was.</summary>
    public static MethodDeclarationSyntax AsCore(this MethodDeclarationSyntax method, string name, ParameterListSyntax parameters)
    {
        var core = method.WithAttributeLists(default).WithLeadingTrivia()
            .WithModifiers(TokenList(new[] { SyntaxKind.PrivateKeyword, SyntaxKind.StaticKeyword, SyntaxKind.AsyncKeyword }
                .Where(k => k == SyntaxKind.PrivateKeyword || method.Modifiers.Any(k))
                .Select(k => Token(k).WithTrailingTrivia(Space))))
            .WithIdentifier(Identifier(name))
            .WithParameterList(parameters);
        return core.WithReturnType(core.ReturnType.WithLeadingTrivia()).WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>Type and name, without attributes, modifiers and default.</summary>
    public static ParameterSyntax Bare(this ParameterSyntax parameter) => parameter.WithAttributeLists(default).WithModifiers(default).WithoutTrivia()
        .WithDefault(null).WithIdentifier(parameter.Identifier.WithTrailingTrivia());

    /// <summary>On one line.</summary>
    public static ParameterListSyntax List(IEnumerable<ParameterSyntax> parameters)
    {
        var all = parameters.ToList();
        return ParameterList(SeparatedList(all, all.Skip(1).Select(_ => Token(SyntaxKind.CommaToken).WithTrailingTrivia(Space))));
    }
}
