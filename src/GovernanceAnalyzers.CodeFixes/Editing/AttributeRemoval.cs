using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.CodeFixes.Editing;

/// <summary>Takes an attribute away, and with the last one of a list the list, leaving documentation and layout of what carries it.</summary>
internal static class AttributeRemoval
{
    public static async Task RemoveAsync(this SolutionEdit edit, AttributeSyntax attribute, CancellationToken cancellationToken)
    {
        if (attribute.Parent?.Parent is { } carrier)
        {
            var editor = await edit.EditorOfAsync(carrier, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(carrier, (node, _) => Without(node, attribute));
        }
    }

    /// <summary>Found again by what it says: another attribute of the same member may have gone before.</summary>
    private static SyntaxNode Without(SyntaxNode carrier, AttributeSyntax attribute)
    {
        var found = carrier.ChildNodes().OfType<AttributeListSyntax>().SelectMany(l => l.Attributes).FirstOrDefault(a => a.IsEquivalentTo(attribute));
        if (found?.Parent is not AttributeListSyntax list)
        {
            return carrier;
        }

        if (list.Attributes.Count > 1)
        {
            return carrier.RemoveNode(found, SyntaxRemoveOptions.KeepNoTrivia)!;
        }

        var isFirst = list.SpanStart == carrier.SpanStart;
        var without = carrier.RemoveNode(list, SyntaxRemoveOptions.KeepUnbalancedDirectives)!;
        if (!isFirst)
        {
            return without;
        }

        // What stands before the first list is the member's: its documentation and its indentation, which is the next line's too.
        var next = without.GetLeadingTrivia();
        return without.WithLeadingTrivia(list.GetLeadingTrivia().AddRange(next.All(t => t.IsKind(SyntaxKind.WhitespaceTrivia)) ? [] : next));
    }
}
