using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace GovernanceAnalyzers.CodeFixes.Declaration;

/// <summary>GVN1006: generates the handler that the step names, or corrects the signature of the one there is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RollbackHandlerMustMatchStepFix)), Shared]
public sealed class RollbackHandlerMustMatchStepFix : StepFix
{
    /// <summary>Makes the fix.</summary>
    public RollbackHandlerMustMatchStepFix()
        : base("GVN1006", FixAllScopes.All)
    {
    }

    private protected override IEnumerable<Offer> Offers(StepSite site)
    {
        if (site.Step.Rollback is not { } name || RollbackHandler.Of(site.Step) is not { } handler)
        {
            yield break;
        }

        if (handler.Problem == RollbackProblem.Missing && Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsValidIdentifier(name)
            && site.Step.Method.ContainingType.GetMembers(name).IsEmpty)
        {
            yield return new Offer($"Generate the rollback handler '{name}'", $"{nameof(RollbackHandlerMustMatchStepFix)}:generate", async (edit, ct) =>
            {
                var editor = await edit.EditorOfAsync(site.Method, ct).ConfigureAwait(false);
                editor.InsertAfter(StepPlace.LastMethodOf(site), StepMethods.Rollback(site, name, editor.Generator));
            });
        }
        else if (BelongingMethod.Of(handler.Method) is { } method && Correction(site.Step, name, handler.Problem, method) is var (title, correct) && correct is not null)
        {
            yield return new Offer(title, $"{nameof(RollbackHandlerMustMatchStepFix)}:correct", async (edit, ct) =>
            {
                var editor = await edit.EditorOfAsync(method.Declaration, ct).ConfigureAwait(false);
                editor.ReplaceNode(method.Declaration, correct(editor.Generator));
            });
        }
    }

    private static (string Title, Func<SyntaxGenerator, MethodDeclarationSyntax>? Correct) Correction(
        Step step, string name, RollbackProblem problem, BelongingMethod handler) => problem switch
    {
        RollbackProblem.NotPrivate => ($"Make '{name}' private", _ => handler.Declaration.Private()),
        RollbackProblem.StaticDiffers => ($"Make '{name}' {(step.Method.IsStatic ? "static" : "an instance method")}", _ => handler.Declaration.Static(step.Method.IsStatic)),
        RollbackProblem.WrongParameters => ($"Give '{name}' the step's arguments", handler.WithParameters(Wanted(step))),
        RollbackProblem.WrongReturn => ($"Make '{name}' return a task", handler.WithReturn(step, null, g => g.TypeExpression(step.Symbols.Task!, addImport: true))),
        _ => ("", null),
    };

    /// <summary>The step's arguments; services, the result, the run and a cancellation token where the handler takes them.</summary>
    private static List<WantedParameter> Wanted(Step step)
    {
        var wanted = step.Parameters
            .Where(p => !GovernanceSymbols.Same(p.Symbol.Type, step.Symbols.CancellationToken))
            .Select(p => new WantedParameter(p.Symbol.Name, p.Symbol.Type, Required: p.Role == ParameterRole.Argument))
            .ToList();
        foreach (var (name, type) in new[] { ("result", step.Return.Result), ("run", step.Symbols.StepRun), ("cancellationToken", step.Symbols.CancellationToken) })
        {
            if (type is not null)
            {
                wanted.Add(new WantedParameter(name, type, Required: false));
            }
        }

        return wanted;
    }
}
