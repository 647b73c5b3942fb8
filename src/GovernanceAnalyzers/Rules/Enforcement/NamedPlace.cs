using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>
/// Where code names what it must not: the name that is called and not its arguments, for those may be long and are not what is wrong; of an object that is
/// made, <c>new RefundDesk</c>.
/// </summary>
internal static class NamedPlace
{
    public static Location Of(SyntaxNode use) => use switch
    {
        InvocationExpressionSyntax call => Of(call.Expression),
        MemberAccessExpressionSyntax access => access.Name.GetLocation(),
        MemberBindingExpressionSyntax binding => binding.Name.GetLocation(),
        ConditionalAccessExpressionSyntax access => Of(access.WhenNotNull),
        ObjectCreationExpressionSyntax { NewKeyword: var keyword, Type: var type }
            => Location.Create(use.SyntaxTree, TextSpan.FromBounds(keyword.SpanStart, type.Span.End)),
        ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
        ConstructorInitializerSyntax initializer => initializer.ThisOrBaseKeyword.GetLocation(),
        PrimaryConstructorBaseTypeSyntax above => above.Type.GetLocation(),
        _ => use.GetLocation(),
    };
}
