using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Reach;

/// <summary>
/// Where code names what a finding is about: the name that is called, and neither what it is called on nor its arguments, for those may be long and are not
/// what is wrong; of an object that is made, <c>new RefundDesk</c>; of a call without a name, the token that stands for it.
/// </summary>
internal static class NamedPlace
{
    /// <summary>The call that a name is the name of, or what else refers to the member by it.</summary>
    public static SyntaxNode CallOf(SyntaxNode name)
    {
        var member = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access,
            MemberBindingExpressionSyntax binding => binding,
            _ => name,
        };
        return member.Parent is InvocationExpressionSyntax call && call.Expression == member ? call : member;
    }

    /// <summary>What is at such a place: the way back from <see cref="Of"/>.</summary>
    public static SyntaxNode UseAt(SyntaxNode root, TextSpan place) => root.FindNode(place, getInnermostNodeForTie: true) switch
    {
        SimpleNameSyntax name => CallOf(name),
        BracketedArgumentListSyntax { Parent: { } indexer } => indexer,
        var node => node,
    };

    public static Location Of(SyntaxNode use) => use switch
    {
        InvocationExpressionSyntax call => Of(call.Expression),
        MemberAccessExpressionSyntax access => access.Name.GetLocation(),
        MemberBindingExpressionSyntax binding => binding.Name.GetLocation(),
        ConditionalAccessExpressionSyntax access => Of(access.WhenNotNull),
        ParenthesizedExpressionSyntax parenthesized => Of(parenthesized.Expression),
        ObjectCreationExpressionSyntax { NewKeyword: var keyword, Type: var type } => Between(keyword, type.Span),
        ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
        ConstructorInitializerSyntax initializer => initializer.ThisOrBaseKeyword.GetLocation(),
        PrimaryConstructorBaseTypeSyntax above => above.Type.GetLocation(),
        ElementAccessExpressionSyntax indexer => indexer.ArgumentList.GetLocation(),
        ElementBindingExpressionSyntax indexer => indexer.ArgumentList.GetLocation(),
        ImplicitElementAccessSyntax indexer => indexer.ArgumentList.GetLocation(),
        AssignmentExpressionSyntax assignment => Of(assignment.Left),
        BinaryExpressionSyntax binary => binary.OperatorToken.GetLocation(),
        PrefixUnaryExpressionSyntax unary => unary.OperatorToken.GetLocation(),
        PostfixUnaryExpressionSyntax unary => unary.OperatorToken.GetLocation(),
        CastExpressionSyntax cast => Between(cast.OpenParenToken, cast.CloseParenToken.Span),
        AwaitExpressionSyntax wait => Of(wait.Expression),
        WithExpressionSyntax copy => copy.WithKeyword.GetLocation(),
        CollectionExpressionSyntax collection => collection.OpenBracketToken.GetLocation(),
        QueryClauseSyntax or SelectOrGroupClauseSyntax => use.GetFirstToken().GetLocation(),
        LambdaExpressionSyntax lambda => lambda.ArrowToken.GetLocation(),
        AnonymousMethodExpressionSyntax function => function.DelegateKeyword.GetLocation(),
        CommonForEachStatementSyntax loop => loop.ForEachKeyword.GetLocation(),
        UsingStatementSyntax block => block.UsingKeyword.GetLocation(),
        LocalDeclarationStatementSyntax { UsingKeyword: { RawKind: not 0 } keyword } => keyword.GetLocation(),
        InterpolatedStringExpressionSyntax text => text.StringStartToken.GetLocation(),
        AttributeSyntax attribute => attribute.Name.GetLocation(),
        CatchClauseSyntax caught => Between(caught.CatchKeyword, caught.Filter?.Span ?? caught.Declaration?.Span ?? caught.CatchKeyword.Span),
        BaseTypeDeclarationSyntax type => type.Identifier.GetLocation(),
        ConstructorDeclarationSyntax constructor => constructor.Identifier.GetLocation(),
        MethodDeclarationSyntax method => method.Identifier.GetLocation(),
        LocalFunctionStatementSyntax function => function.Identifier.GetLocation(),
        _ => use.GetLocation(),
    };

    private static Location Between(SyntaxToken first, TextSpan last) => Location.Create(first.SyntaxTree!, TextSpan.FromBounds(first.SpanStart, last.End));
}
