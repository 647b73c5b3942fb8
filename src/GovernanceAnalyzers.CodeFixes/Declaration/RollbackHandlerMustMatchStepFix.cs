using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp;

namespace GovernanceAnalyzers.CodeFixes.Declaration;

/// <summary>
/// GVN1006: generates the handler that the step names, or corrects the signature of the one there is; not on an interface, whose members others have
/// implemented as they are.
/// </summary>
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
        if (site.Step.Rollback is not { } name || site.Step.Handler is not { } handler)
        {
            yield break;
        }

        if (handler.Problem == BelongingProblem.Missing && SyntaxFacts.IsValidIdentifier(name)
            && site.Step.Method.ContainingType.GetMembers(name).IsEmpty)
        {
            yield return new Offer($"Generate the rollback handler '{name}'", nameof(RollbackHandlerMustMatchStepFix), async (edit, ct) =>
            {
                var editor = await edit.EditorOfAsync(site.Method, ct).ConfigureAwait(false);
                editor.InsertAfter(StepPlace.LastMethodOf(site), StepMethods.Rollback(site, name, editor.Generator));
            });
        }
        else if (site.Step.Control != StepControl.Decorated && BelongingMethod.Of(handler.Method) is { } method
            && method.Correction(site.Step, handler.Problem, Wanted(site.Step), null, g => g.TypeExpression(site.Step.Symbols.Task!, addImport: true)) is { } correct)
        {
            yield return new Offer($"Correct the signature of '{name}'", nameof(RollbackHandlerMustMatchStepFix), async (edit, ct) =>
            {
                var editor = await edit.EditorOfAsync(method.Declaration, ct).ConfigureAwait(false);
                editor.ReplaceNode(method.Declaration, correct(editor.Generator));
            });
        }
    }

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
