using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;
using GovernanceAnalyzers.OperatingModel;

namespace GovernanceAnalyzers.CodeFixes.Stages;

/// <summary>
/// GVN4002: adds <c>[FailureMode("")]</c> to the step or to its workflow, to be filled in. What can go wrong is for a person to say, so there is no FixAll.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StepMustHaveFailureModeFix)), Shared]
public sealed class StepMustHaveFailureModeFix : StepFix
{
    /// <summary>Makes the fix.</summary>
    public StepMustHaveFailureModeFix()
        : base("GVN4002", FixAllScopes.None)
    {
    }

    private protected override IEnumerable<Offer> Offers(StepSite site)
    {
        var workflow = site.Step.Workflow;
        if (HasOne(site.Step.Method) || (workflow is not null && HasOne(workflow.Type)))
        {
            // There is one already, and only a person can write what is done in it.
            yield break;
        }

        yield return new(
            $"Add a failure mode to the step '{site.Step.Method.Name}'",
            "StepMustHaveFailureModeFix:step",
            (edit, ct) => edit.AddAttributeAsync(site.Attribute, "FailureMode", "", ct));
        if (workflow is not null && AttributeLocation.Syntax(workflow.Attribute) is { } attribute)
        {
            yield return new(
                $"Add a failure mode to the workflow '{workflow.Type.Name}'",
                "StepMustHaveFailureModeFix:workflow",
                (edit, ct) => edit.AddAttributeAsync(attribute, "FailureMode", "", ct));
        }

        bool HasOne(ISymbol symbol) => !Declared.FailureModes(symbol, site.Step.Symbols).IsEmpty;
    }
}
