using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;
using GovernanceAnalyzers.Rules.Declaration;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace GovernanceAnalyzers.CodeFixes.Declaration;

/// <summary>
/// GVN1014: removes what has no effect. A step outside a workflow has one, and without its attribute would lose its controls: there the type is
/// marked as a workflow instead.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclarationMustHaveEffectFix)), Shared]
public sealed class DeclarationMustHaveEffectFix : RuleFix
{
    /// <summary>Makes the fix.</summary>
    public DeclarationMustHaveEffectFix()
        : base("GVN1014", FixAllScopes.All)
    {
    }

    internal override async Task<IEnumerable<Offer>> OffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
        {
            return [];
        }

        diagnostic.Properties.TryGetValue(RuleProperty.Problem, out var fact);
        var offer = fact switch
        {
            nameof(InertFact.OutsideWorkflow) => MarkWorkflow(attribute),
            nameof(InertFact.Rollback) => Remove("Rollback", (edit, ct) => edit.ChangeAsync(attribute, a => a.WithoutNamedArgument("Rollback"), ct)),
            _ => Remove($"[{attribute.Name}]", (edit, ct) => edit.RemoveAsync(attribute, ct)),
        };
        return offer is null ? [] : [offer];
    }

    private static Offer Remove(string what, Func<SolutionEdit, CancellationToken, Task> edit)
        => new($"Remove '{what}'", nameof(DeclarationMustHaveEffectFix), edit);

    /// <summary>Who owns the workflow is left to be asked for by the rules that need it.</summary>
    private static Offer? MarkWorkflow(AttributeSyntax step)
    {
        if (step.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type || GovernanceId.Suggest(type.Identifier.ValueText) is not { } id)
        {
            return null;
        }

        return new($"Mark '{type.Identifier.ValueText}' [GovernedWorkflow]", nameof(DeclarationMustHaveEffectFix), async (edit, ct) =>
        {
            var editor = await edit.EditorOfAsync(type, ct).ConfigureAwait(false);
            editor.ReplaceNode(type, (node, generator) => generator.AddAttributes(node, AttributeList(SingletonSeparatedList(Attribute(
                ParseName("global::Governance.GovernedWorkflowAttribute").WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation),
                ParseAttributeArgumentList($"(\"{id}\")"))))));
        })
        {
            Once = $"{type.SyntaxTree.FilePath}:{type.SpanStart}",
        };
    }
}
