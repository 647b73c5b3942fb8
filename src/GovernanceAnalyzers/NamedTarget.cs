using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers;

/// <summary>What becomes of a field or a property where its own type's text names it, as far as the text tells without being bound.</summary>
internal static class NamedTarget
{
    /// <summary>What may give it another value there: an assignment, an increment, a tuple's part, or a way to hand it on by reference. Null where it is only read.</summary>
    public static SyntaxNode? SetBy(IdentifierNameSyntax name)
    {
        var target = Whole(name);
        return target.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == target ? assignment : null,
            ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or ArgumentSyntax { Parent: TupleExpressionSyntax } or RefExpressionSyntax => target.Parent,
            {
                RawKind: (int)SyntaxKind.AddressOfExpression or (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression
                or (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression
            } => target.Parent,
            _ => null,
        };
    }

    /// <summary>With the object whose it is (<c>other._sql</c>, <c>other?._sql</c>), and with what changes nothing of what it is: parentheses, <c>out _sql!</c>.</summary>
    private static ExpressionSyntax Whole(IdentifierNameSyntax name)
    {
        ExpressionSyntax whole = name;
        while (whole.Parent is ParenthesizedExpressionSyntax or MemberBindingExpressionSyntax or { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }
            || (whole.Parent is MemberAccessExpressionSyntax access && access.Name == whole))
        {
            whole = (ExpressionSyntax)whole.Parent;
        }

        return whole;
    }
}
