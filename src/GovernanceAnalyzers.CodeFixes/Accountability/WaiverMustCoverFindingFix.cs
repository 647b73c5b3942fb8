using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;
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
        return root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is { } waiver
            ? [new($"Remove the waiver '{waiver.ArgumentList?.Arguments.FirstOrDefault()}'", nameof(WaiverMustCoverFindingFix), (edit, ct) => edit.RemoveAsync(waiver, ct))]
            : [];
    }
}
