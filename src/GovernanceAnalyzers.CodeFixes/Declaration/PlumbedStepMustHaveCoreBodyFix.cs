using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace GovernanceAnalyzers.CodeFixes.Declaration;

/// <summary>GVN1009: generates the Core body, or corrects the signature of the one there is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PlumbedStepMustHaveCoreBodyFix)), Shared]
public sealed class PlumbedStepMustHaveCoreBodyFix : StepFix
{
    /// <summary>Makes the fix.</summary>
    public PlumbedStepMustHaveCoreBodyFix()
        : base("GVN1009", FixAllScopes.All)
    {
    }

    private protected override IEnumerable<Offer> Offers(StepSite site)
    {
        var core = CoreBody.Of(site.Step);
        if (core.Problem == CoreProblem.Missing)
        {
            yield return new Offer($"Generate the Core body '{site.Step.CoreName}'", $"{nameof(PlumbedStepMustHaveCoreBodyFix)}:generate", async (edit, ct) =>
            {
                var editor = await edit.EditorOfAsync(site.Method, ct).ConfigureAwait(false);
                editor.InsertAfter(site.Method, StepMethods.Core(site, editor.Generator));
            });
        }
        else if (BelongingMethod.Of(core.Method) is { } method && Correction(site.Step, core.Problem, method) is var (title, correct) && correct is not null)
        {
            yield return new Offer(title, $"{nameof(PlumbedStepMustHaveCoreBodyFix)}:correct", async (edit, ct) =>
            {
                var editor = await edit.EditorOfAsync(method.Declaration, ct).ConfigureAwait(false);
                editor.ReplaceNode(method.Declaration, correct(editor.Generator));
            });
        }
    }

    private static (string Title, Func<SyntaxGenerator, MethodDeclarationSyntax>? Correct) Correction(Step step, CoreProblem problem, BelongingMethod core)
        => problem switch
        {
            CoreProblem.NotPrivate => ($"Make '{step.CoreName}' private", _ => core.Declaration.Private()),
            CoreProblem.StaticDiffers => (
                $"Make '{step.CoreName}' {(step.Method.IsStatic ? "static" : "an instance method")}", _ => core.Declaration.Static(step.Method.IsStatic)),
            CoreProblem.WrongParameters => ($"Give '{step.CoreName}' the step's parameters", core.WithParameters(Wanted(step))),
            CoreProblem.WrongReturn => (
                $"Make '{step.CoreName}' return a task", core.WithReturn(step, step.Return.Result, g => StepMethods.CoreReturn(step, g))),
            _ => ("", null),
        };

    /// <summary>The step's parameters; a StepRun where there is one, before a closing cancellation token.</summary>
    private static List<WantedParameter> Wanted(Step step)
    {
        var wanted = step.Method.Parameters.Select(p => new WantedParameter(p.Name, p.Type, Required: true)).ToList();
        if (step.Symbols.StepRun is { } run)
        {
            var last = wanted.Count - 1;
            var beforeToken = last >= 0 && GovernanceSymbols.Same(wanted[last].Type, step.Symbols.CancellationToken);
            wanted.Insert(beforeToken ? last : wanted.Count, new WantedParameter("run", run, Required: false));
        }

        return wanted;
    }
}
