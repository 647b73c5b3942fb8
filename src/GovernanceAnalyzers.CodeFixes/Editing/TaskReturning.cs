using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace GovernanceAnalyzers.CodeFixes.Editing;

/// <summary>Makes a synchronous method return a task of the same result.</summary>
internal static class TaskReturning
{
    /// <summary>An iterator has no one result.</summary>
    public static bool CanConvert(MethodDeclarationSyntax method)
        => method.Body?.DescendantNodes(IsSameFunction).OfType<YieldStatementSyntax>().Any() != true;

    public static MethodDeclarationSyntax Convert(MethodDeclarationSyntax method, IMethodSymbol symbol, TypeSyntax returnType)
    {
        var converted = method.WithReturnType(returnType.WithTriviaFrom(method.ReturnType));
        if (method.Modifiers.Any(SyntaxKind.AsyncKeyword) || method is { Body: null, ExpressionBody: null })
        {
            return converted;
        }

        if (method.ExpressionBody is { Expression: ThrowExpressionSyntax })
        {
            return converted;
        }

        if (method.ExpressionBody is { } arrow)
        {
            return symbol.ReturnsVoid
                ? converted.WithExpressionBody(null).WithSemicolonToken(default)
                    .WithBody(Block(ExpressionStatement(arrow.Expression.WithoutTrivia()), Completed()).WithTrailingTrivia(method.GetTrailingTrivia()))
                : converted.WithExpressionBody(arrow.WithExpression(FromResult(arrow.Expression, symbol.ReturnType)));
        }

        var block = (BlockSyntax)new Returns(symbol).Visit(method.Body)!;
        return converted.WithBody(symbol.ReturnsVoid && block.Statements.LastOrDefault() is not (ReturnStatementSyntax or ThrowStatementSyntax)
            ? block.AddStatements(Completed())
            : block);
    }

    private static bool IsSameFunction(SyntaxNode node) => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);

    private static ReturnStatementSyntax Completed() => ReturnStatement(Member("CompletedTask"));

    private static InvocationExpressionSyntax FromResult(ExpressionSyntax value, ITypeSymbol type)
    {
        var name = GenericName(Identifier("FromResult"), TypeArgumentList(SingletonSeparatedList(
            ParseTypeName(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).WithAdditionalAnnotations(Simplifier.Annotation))));
        return InvocationExpression(Member(name.WithAdditionalAnnotations(Simplifier.Annotation)), ArgumentList(SingletonSeparatedList(Argument(value.WithoutTrivia()))))
            .WithTriviaFrom(value);
    }

    private static MemberAccessExpressionSyntax Member(SimpleNameSyntax name) => MemberAccessExpression(
        SyntaxKind.SimpleMemberAccessExpression,
        ParseName("global::System.Threading.Tasks.Task").WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation),
        name).WithAdditionalAnnotations(Simplifier.Annotation);

    private static MemberAccessExpressionSyntax Member(string name) => Member(IdentifierName(name));

    private sealed class Returns(IMethodSymbol symbol) : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitReturnStatement(ReturnStatementSyntax node) => node.Expression is { } value
            ? node.WithExpression(FromResult(value, symbol.ReturnType))
            : node.WithReturnKeyword(node.ReturnKeyword.WithTrailingTrivia(Space)).WithExpression(Member("CompletedTask"));

        public override SyntaxNode VisitLocalFunctionStatement(LocalFunctionStatementSyntax node) => node;

        public override SyntaxNode VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) => node;

        public override SyntaxNode VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) => node;

        public override SyntaxNode VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node) => node;
    }
}
