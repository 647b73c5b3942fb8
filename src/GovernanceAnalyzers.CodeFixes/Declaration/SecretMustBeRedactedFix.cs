using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.CodeFixes.Declaration;

/// <summary>GVN1012: marks the secret <c>[Redacted]</c>, where it is declared; the step's parameter where that is a library's to change.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SecretMustBeRedactedFix)), Shared]
public sealed class SecretMustBeRedactedFix : StepFix
{
    /// <summary>Makes the fix.</summary>
    public SecretMustBeRedactedFix()
        : base("GVN1012", FixAllScopes.All)
    {
    }

    private protected override IEnumerable<Offer> Offers(StepSite site)
    {
        if (site.Property(RuleProperty.Suggestion) is { } path && Marked(site, path) is { } declaration)
        {
            yield return new Offer($"Mark '{path}' [Redacted]", nameof(SecretMustBeRedactedFix), async (edit, ct) =>
            {
                var editor = await edit.EditorOfAsync(declaration, ct).ConfigureAwait(false);
                editor.ReplaceNode(declaration, (node, _) => node.WithMark("Redacted"));
            })
            {
                Once = $"{declaration.SyntaxTree.FilePath}:{declaration.SpanStart}",
            };
        }
    }

    private static SyntaxNode? Marked(StepSite site, string path)
    {
        var names = path.Split('.');
        var parameter = site.Step.Method.Parameters.FirstOrDefault(p => p.Name == names[0]);
        var (member, type) = ((ISymbol?)parameter, parameter?.Type ?? site.Step.Return.Result);
        foreach (var name in names.Skip(1))
        {
            (member, type) = Members(type).FirstOrDefault(m => m.Member.Name == name);
        }

        return Declaration(member) ?? Declaration(parameter);
    }

    private static IEnumerable<(ISymbol Member, ITypeSymbol Type)> Members(ITypeSymbol? type)
        => Redaction.Parts(type).SelectMany(AndBases).SelectMany(Redaction.Members);

    private static IEnumerable<INamedTypeSymbol> AndBases(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    private static SyntaxNode? Declaration(ISymbol? member) => member?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
    {
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } => field,
        var declaration => declaration,
    };
}
