using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;
using GovernanceAnalyzers.Steps;

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
        var core = site.Step.Core;
        if (core.Problem == BelongingProblem.Missing)
        {
            yield return new Offer($"Generate the Core body '{site.Step.CoreName}'", nameof(PlumbedStepMustHaveCoreBodyFix), async (edit, ct) =>
            {
                var editor = await edit.EditorOfAsync(site.Method, ct).ConfigureAwait(false);
                editor.InsertAfter(site.Method, StepMethods.Core(site, editor.Generator));
            });
        }
        else if (BelongingMethod.Of(core.Method) is { } method
            && method.Correction(
                site.Step, core.Problem, Wanted(site.Step), site.Step.Return.Result,
                site.Step.Return.IsTask ? g => StepMethods.CoreReturn(site.Step, g) : null) is { } correct)
        {
            yield return new Offer($"Correct the signature of '{site.Step.CoreName}'", nameof(PlumbedStepMustHaveCoreBodyFix), async (edit, ct) =>
            {
                var editor = await edit.EditorOfAsync(method.Declaration, ct).ConfigureAwait(false);
                editor.ReplaceNode(method.Declaration, correct(editor.Generator));
            });
        }
    }

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
