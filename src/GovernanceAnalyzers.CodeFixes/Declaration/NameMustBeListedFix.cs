using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace GovernanceAnalyzers.CodeFixes.Declaration;

/// <summary>
/// GVN1002: writes the listed name that a misspelt one is close to. Two people can have close names, so each place is for a person to judge, and
/// there is no FixAll.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NameMustBeListedFix)), Shared]
public sealed class NameMustBeListedFix : RuleFix
{
    /// <summary>Makes the fix.</summary>
    public NameMustBeListedFix()
        : base("GVN1002", FixAllScopes.None)
    {
    }

    internal override async Task<IEnumerable<Offer>> OffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return diagnostic.Properties.TryGetValue(RuleProperty.Suggestion, out var near) && near is not null
            && root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is LiteralExpressionSyntax literal
                ? [new($"Replace '{literal.Token.ValueText}' by '{near}'", nameof(NameMustBeListedFix), (edit, ct) => WriteAsync(edit, literal, near, ct))]
                : [];
    }

    private static async Task WriteAsync(SolutionEdit edit, LiteralExpressionSyntax literal, string name, CancellationToken cancellationToken)
    {
        var editor = await edit.EditorOfAsync(literal, cancellationToken).ConfigureAwait(false);
        editor.ReplaceNode(literal, LiteralExpression(SyntaxKind.StringLiteralExpression, Literal(name)).WithTriviaFrom(literal));
    }
}
