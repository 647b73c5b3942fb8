using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.CodeFixes.Accountability;

/// <summary>GVN3004: removes a waiver that covers nothing. The rule looks everywhere before it says so, so all of them may go at once.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WaiverMustCoverFindingFix)), Shared]
public sealed class WaiverMustCoverFindingFix : RuleFix
{
    /// <summary>Makes the fix.</summary>
    public WaiverMustCoverFindingFix()
        : base("GVN3004", FixAllScopes.All)
    {
    }

    internal override async Task<IEnumerable<Offer>> OffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is { Parent.Parent: { } carrier } waiver
            ? [new("Remove the waiver", nameof(WaiverMustCoverFindingFix), (edit, ct) => RemoveAsync(edit, waiver, carrier, ct))]
            : [];
    }

    private static async Task RemoveAsync(SolutionEdit edit, AttributeSyntax waiver, SyntaxNode carrier, CancellationToken cancellationToken)
    {
        var editor = await edit.EditorOfAsync(carrier, cancellationToken).ConfigureAwait(false);
        editor.ReplaceNode(carrier, (node, _) => Without(node, waiver));
    }

    /// <summary>Found again by what it says: another waiver of the same member may have gone before.</summary>
    private static SyntaxNode Without(SyntaxNode carrier, AttributeSyntax waiver)
    {
        var found = carrier.ChildNodes().OfType<AttributeListSyntax>().SelectMany(l => l.Attributes).FirstOrDefault(a => a.IsEquivalentTo(waiver));
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
