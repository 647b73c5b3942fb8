using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.CodeFixes.Enforcement;

/// <summary>GVN2022: raises the contract to what its member does. Raising is never the unsafe choice, so it can be done everywhere at once.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ContractMustCoverBodyFix)), Shared]
public sealed class ContractMustCoverBodyFix : RuleFix
{
    /// <summary>Makes the fix.</summary>
    public ContractMustCoverBodyFix()
        : base("GVN2022", FixAllScopes.All)
    {
    }

    internal override async Task<IEnumerable<Offer>> OffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
        => diagnostic.Properties.TryGetValue(RuleProperty.LowestTier, out var tier) && tier is not null
            && await ContractAsync(document.Project.Solution, diagnostic, cancellationToken).ConfigureAwait(false) is { } contract
            ?
            [
                new Offer(
                    $"Raise the contract of '{NameOf(contract)}' to RiskTier.{tier}",
                    nameof(ContractMustCoverBodyFix),
                    (edit, ct) => edit.ChangeAsync(contract, a => a.WithTier(AttributeEditing.Tier(tier)), ct))
                {
                    Once = $"{contract.SyntaxTree.FilePath}:{contract.SpanStart}",
                },
            ]
            : [];

    private static string NameOf(AttributeSyntax contract) => contract.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        OperatorDeclarationSyntax @operator => @operator.OperatorToken.ValueText,
        _ => "this[]",
    };

    /// <summary>The attribute, where the finding is or, of one that is inherited, at the first further place; null where it is in another project's assembly.</summary>
    private static async Task<AttributeSyntax?> ContractAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        foreach (var place in diagnostic.AdditionalLocations.Take(1).Prepend(diagnostic.Location))
        {
            if (await ReportedPlace.AtAsync(solution, place, cancellationToken).ConfigureAwait(false) is { } found
                && found.Node.FirstAncestorOrSelf<AttributeSyntax>() is { } contract)
            {
                return contract;
            }
        }

        return null;
    }
}
