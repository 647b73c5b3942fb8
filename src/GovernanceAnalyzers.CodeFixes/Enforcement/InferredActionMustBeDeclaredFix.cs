using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace GovernanceAnalyzers.CodeFixes.Enforcement;

/// <summary>
/// GVN2016: puts the contract on the member that is called. What is then certain may be an error of another rule: that is what the warning was about.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InferredActionMustBeDeclaredFix)), Shared]
public sealed class InferredActionMustBeDeclaredFix : RuleFix
{
    /// <summary>Makes the fix.</summary>
    public InferredActionMustBeDeclaredFix()
        : base("GVN2016", FixAllScopes.All)
    {
    }

    internal override async Task<IEnumerable<Offer>> OffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        string? Property(string name) => diagnostic.Properties.TryGetValue(name, out var value) ? value : null;
        if (Property(RuleProperty.Member) is not { } id || Property(RuleProperty.Capability) is not { } capability || Property(RuleProperty.Tier) is not { } tier
            || await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation
            || DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is not { } member
            || member.DeclaringSyntaxReferences.FirstOrDefault() is not { } reference
            || await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) is not MemberDeclarationSyntax declaration)
        {
            return [];
        }

        return
        [
            new Offer($"Declare {capability} ({tier}) on '{member.ContainingType.Name}.{member.Name}'", nameof(InferredActionMustBeDeclaredFix), async (edit, ct) =>
            {
                var editor = await edit.EditorOfAsync(declaration, ct).ConfigureAwait(false);
                editor.ReplaceNode(declaration, (node, _) => WithContract((MemberDeclarationSyntax)node, capability, tier));
            })
            {
                Once = $"{id}|{capability}",
            },
        ];
    }

    /// <summary>On a line of its own above the member.</summary>
    private static MemberDeclarationSyntax WithContract(MemberDeclarationSyntax member, string capability, string tier)
    {
        var arguments = ParseAttributeArgumentList($"({Literal(capability)}, global::Governance.RiskTier.{tier})");
        var contract = Attribute(ParseName("global::Governance.ConsequentialAction"), arguments);
        contract = contract.ReplaceNodes(
            contract.DescendantNodes().OfType<NameSyntax>().Where(n => n is QualifiedNameSyntax && n.Parent is not QualifiedNameSyntax),
            (_, name) => name.WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation));
        contract = contract.ReplaceNodes(
            contract.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Where(n => n.Parent is not MemberAccessExpressionSyntax),
            (_, access) => access.WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation));
        var bare = member.WithoutLeadingTrivia();
        return bare.WithAttributeLists(bare.AttributeLists.Insert(0, AttributeList(SingletonSeparatedList(contract)).WithTrailingTrivia(ElasticLineFeed)))
            .WithAdditionalAnnotations(Formatter.Annotation)
            .WithLeadingTrivia(member.GetLeadingTrivia());
    }
}
