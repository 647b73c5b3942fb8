using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>
/// Where code names what it must not: the name that is called and not its arguments, for those may be long and are not what is wrong; of an object that is
/// made, <c>new RefundDesk</c>.
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
