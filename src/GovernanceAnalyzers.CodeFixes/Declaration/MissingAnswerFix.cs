using GovernanceAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.CodeFixes.Declaration;

/// <summary>
/// Adds an empty answer for a person to fill in. An empty one counts as missing, so the rule stays until a name stands there; the fix never
/// invents one, and there is no FixAll.
/// </summary>
public abstract class MissingAnswerFix : StepFix
{
    private readonly string _argument;

    private protected MissingAnswerFix(string rule, string argument)
        : base(rule, FixAllScopes.None) => _argument = argument;

    private protected override IEnumerable<Offer> Offers(StepSite site)
    {
        var workflow = site.Step.Workflow is { } declared ? AttributeLocation.Syntax(declared.Attribute) : null;
        if (site.Attribute.NamedArgument(_argument) is not null || workflow?.NamedArgument(_argument) is not null)
        {
            // There is one already, and only a person can write the name in it.
            yield break;
        }

        if (workflow is not null)
        {
            yield return Add(workflow, $"the workflow '{site.Step.Workflow!.Type.Name}'", "workflow");
        }

        yield return Add(site.Attribute, $"the step '{site.Step.Method.Name}'", "step");
    }

    private Offer Add(AttributeSyntax attribute, string where, string key) => new(
        $"Add {_argument} to {where}",
        $"{GetType().Name}:{key}",
        (edit, ct) => edit.ChangeAsync(attribute, a => a.WithNamedArgument(_argument, AttributeEditing.EmptyText), ct));
}
