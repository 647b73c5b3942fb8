using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.CodeFixes.Declaration;

/// <summary>
/// GVN1010: makes the type partial, the step task-returning or the override sealed. The other shapes ask for another design, which a fix does
/// not know.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StepShapeMustBePlumbableFix)), Shared]
public sealed class StepShapeMustBePlumbableFix : StepFix
{
    /// <summary>Makes the fix.</summary>
    public StepShapeMustBePlumbableFix()
        : base("GVN1010", FixAllScopes.All)
    {
    }

    private protected override IEnumerable<Offer> Offers(StepSite site)
    {
        var offer = site.Property(RuleProperty.Problem) switch
        {
            nameof(ShapeProblem.TypeNotPartial) => MakePartial(site),
            nameof(ShapeProblem.NotAwaitable) or nameof(ShapeProblem.AsyncVoid) => ReturnTask(site),
            nameof(ShapeProblem.OpenOverride) => Seal(site),
            _ => null,
        };
        return offer is null ? [] : [offer];
    }

    private static Offer? MakePartial(StepSite site)
    {
        if (StepShape.Of(site.Step) is not { Problem: ShapeProblem.TypeNotPartial, About: INamedTypeSymbol about }
            || about.DeclaringSyntaxReferences is not [var reference] || reference.GetSyntax() is not TypeDeclarationSyntax declaration)
        {
            return null;
        }

        return new Offer($"Make '{about.Name}' partial", nameof(StepShapeMustBePlumbableFix), async (edit, ct) =>
        {
            var editor = await edit.EditorOfAsync(declaration, ct).ConfigureAwait(false);
            editor.ReplaceNode(declaration, (node, _) => ((TypeDeclarationSyntax)node).Partial());
        })
        {
            Once = about.ToDisplayString(),
        };
    }

    /// <summary>Only for a signature of one's own: a body is never made to wait by a fix, nor those of an interface that others implement. Tasks of other kinds than Task are no results.</summary>
    private static Offer? ReturnTask(StepSite site)
    {
        var method = site.Step.Method;
        if (site.Step.Control == StepControl.Decorated || site.Method is not { Body: null, ExpressionBody: null } || method.ReturnType.IsRefLikeType || method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            return null;
        }

        return new Offer($"Make '{method.Name}' return a task", nameof(StepShapeMustBePlumbableFix), async (edit, ct) =>
        {
            var editor = await edit.EditorOfAsync(site.Method, ct).ConfigureAwait(false);
            var symbols = site.Step.Symbols;
            var type = method.ReturnsVoid ? symbols.Task! : symbols.TaskOf!.Construct(method.ReturnType);
            editor.ReplaceNode(site.Method, (node, generator) =>
            {
                var step = (MethodDeclarationSyntax)node;
                step = step.WithReturnType(((TypeSyntax)generator.TypeExpression(type, addImport: true)).WithTriviaFrom(step.ReturnType));

                // A partial method that returns something has to say who may call it; without a word it was private.
                return step.HasAccessibility() ? step : step.Private();
            });

            // Its body does the same where it gave the same.
            if (BelongingMethod.Of(method.ContainingType.GetMembers(site.Step.CoreName).OfType<IMethodSymbol>().FirstOrDefault()) is { } core
                && core.CanReturnTask(site.Step, method.ReturnsVoid ? null : method.ReturnType))
            {
                var coreEditor = await edit.EditorOfAsync(core.Declaration, ct).ConfigureAwait(false);
                coreEditor.ReplaceNode(core.Declaration, TaskReturning.Convert(
                    core.Declaration, core.Symbol, (TypeSyntax)coreEditor.Generator.TypeExpression(type, addImport: true)));
            }
        });
    }

    private static Offer? Seal(StepSite site)
        => !site.Method.Modifiers.Any(SyntaxKind.OverrideKeyword)
            ? null
            : new Offer($"Seal '{site.Step.Method.Name}'", nameof(StepShapeMustBePlumbableFix), async (edit, ct) =>
            {
                var editor = await edit.EditorOfAsync(site.Method, ct).ConfigureAwait(false);
                editor.ReplaceNode(site.Method, (node, _) => ((MethodDeclarationSyntax)node).Sealed());
            });
}
