using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace GovernanceAnalyzers.CodeFixes.Editing;

/// <summary>Writes attribute arguments, leaving the layout of what is there alone.</summary>
internal static class AttributeEditing
{
    public static AttributeArgumentSyntax? NamedArgument(this AttributeSyntax attribute, string name)
        => attribute.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == name);

    /// <summary>Sets a named argument; a new one goes to the end.</summary>
    public static AttributeSyntax WithNamedArgument(this AttributeSyntax attribute, string name, ExpressionSyntax value)
        => attribute.NamedArgument(name) is { } existing
            ? attribute.ReplaceNode(existing.Expression, value.WithTriviaFrom(existing.Expression))
            : attribute.Insert(
                attribute.ArgumentList?.Arguments.Count ?? 0,
                AttributeArgument(NameEquals(IdentifierName(name).WithTrailingTrivia(Space), Token(SyntaxKind.EqualsToken).WithTrailingTrivia(Space)), null, value));

    public static AttributeSyntax WithoutNamedArgument(this AttributeSyntax attribute, string name)
        => attribute.NamedArgument(name) is { } existing ? attribute.RemoveNode(existing, SyntaxRemoveOptions.KeepNoTrivia)! : attribute;

    /// <summary>Sets the second constructor argument; a new one goes after the first.</summary>
    public static AttributeSyntax WithTier(this AttributeSyntax attribute, ExpressionSyntax tier)
    {
        var positional = attribute.ArgumentList?.Arguments.Where(a => a.NameEquals is null).ToArray() ?? [];
        var existing = positional.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == "tier")
            ?? positional.Where(a => a.NameColon is null).ElementAtOrDefault(1);
        return existing is not null
            ? attribute.ReplaceNode(existing.Expression, tier.WithTriviaFrom(existing.Expression))
            : attribute.Insert(positional.Length, AttributeArgument(tier));
    }

    /// <summary><c>RiskTier.High</c>, qualified where the file needs it.</summary>
    public static ExpressionSyntax Tier(string name) => MemberAccessExpression(
        SyntaxKind.SimpleMemberAccessExpression,
        ParseName("global::Governance.RiskTier").WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation),
        IdentifierName(name)).WithAdditionalAnnotations(Simplifier.Annotation);

    public static ExpressionSyntax EmptyText => Text("");

    public static ExpressionSyntax Text(string text) => LiteralExpression(SyntaxKind.StringLiteralExpression, Literal(text));

    public static ExpressionSyntax NameOf(string member) => InvocationExpression(
        IdentifierName("nameof"), ArgumentList(SingletonSeparatedList(Argument(IdentifierName(member)))));

    public static void Change(this SyntaxEditor editor, AttributeSyntax attribute, Func<AttributeSyntax, AttributeSyntax> change)
        => editor.ReplaceNode(attribute, (node, _) => change((AttributeSyntax)node));

    /// <summary>Adds <c>[Name("argument")]</c> in a list of its own below the one that this attribute is in, laid out like it.</summary>
    public static void AddBelow(this SyntaxEditor editor, AttributeSyntax attribute, string name, string argument)
    {
        var above = (AttributeListSyntax)attribute.Parent!;
        var added = Attribute(
            ParseName($"global::Governance.{name}Attribute").WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation),
            AttributeArgumentList(SingletonSeparatedList(AttributeArgument(LiteralExpression(SyntaxKind.StringLiteralExpression, Literal(argument))))));
        var indentation = above.GetLeadingTrivia().Reverse().TakeWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia));
        var lineEnd = above.GetTrailingTrivia().Where(t => !t.IsKind(SyntaxKind.SingleLineCommentTrivia)).LastOrDefault();
        editor.InsertAfter(above, AttributeList(SingletonSeparatedList(added)).WithLeadingTrivia(indentation).WithTrailingTrivia(lineEnd));
    }

    /// <summary>Puts an attribute of ours before a parameter, on its line, or above a member, on a line of its own.</summary>
    public static SyntaxNode WithMark(this SyntaxNode node, string name)
    {
        var mark = AttributeList(SingletonSeparatedList(Attribute(
            ParseName($"global::Governance.{name}").WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation))));
        var bare = node.WithoutLeadingTrivia();
        var marked = bare switch
        {
            ParameterSyntax parameter => parameter.WithAttributeLists(parameter.AttributeLists.Insert(0, mark.WithTrailingTrivia(Space))),
            MemberDeclarationSyntax member => member.WithAttributeLists(member.AttributeLists.Insert(0, mark.WithTrailingTrivia(ElasticLineFeed)))
                .WithAdditionalAnnotations(Formatter.Annotation),
            _ => bare,
        };
        return marked.WithLeadingTrivia(node.GetLeadingTrivia());
    }

    private static AttributeSyntax Insert(this AttributeSyntax attribute, int index, AttributeArgumentSyntax argument)
    {
        var list = attribute.ArgumentList ?? AttributeArgumentList();
        var all = list.Arguments.ToList();
        var separators = list.Arguments.GetSeparators().ToList();
        if (all.Count > 0)
        {
            // Before the first named argument stands the comma that came before it.
            separators.Insert(index < all.Count ? index : separators.Count, Token(SyntaxKind.CommaToken).WithTrailingTrivia(Space));
        }

        all.Insert(index, argument);
        return attribute.WithArgumentList(list.WithArguments(SeparatedList(all, separators)));
    }
}
