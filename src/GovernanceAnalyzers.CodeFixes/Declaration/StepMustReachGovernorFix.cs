using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.CodeFixes.Declaration;

/// <summary>
/// GVN1011: adds the governor where the type gets its services: the primary constructor, the only constructor, or a static step's own
/// parameters. Which of several governors to keep is not for a fix to say.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StepMustReachGovernorFix)), Shared]
public sealed class StepMustReachGovernorFix : StepFix
{
    /// <summary>Makes the fix.</summary>
    public StepMustReachGovernorFix()
        : base("GVN1011", FixAllScopes.All)
    {
    }

    private protected override IEnumerable<Offer> Offers(StepSite site)
    {
        if (site.Property(RuleProperty.Problem) != nameof(GovernorProblem.Missing))
        {
            return [];
        }

        return (site.Step.Method.IsStatic ? AddStepParameter(site) : TypeGovernor.Add(site.Step.Method.ContainingType, site.Method, site.Step.Symbols, nameof(StepMustReachGovernorFix))) is { } offer ? [offer] : [];
    }

    /// <summary>The step and its Core body take it in the same place, so that they still match.</summary>
    private static Offer? AddStepParameter(StepSite site)
    {
        var step = site.Step;
        if (step.Method.Parameters.Any(p => p.Name == GovernorEditing.ParameterName))
        {
            return null;
        }

        var core = step.Core is { Problem: BelongingProblem.None } body ? BelongingMethod.Of(body.Method) : null;
        var position = GovernorEditing.Position(step.Method, step.Symbols);
        return new Offer($"Add a parameter IStepGovernor to '{step.Method.Name}'", nameof(StepMustReachGovernorFix), async (edit, ct) =>
        {
            foreach (var method in core is null ? new[] { site.Method } : [site.Method, core.Declaration])
            {
                var editor = await edit.EditorOfAsync(method, ct).ConfigureAwait(false);
                var parameter = GovernorEditing.Parameter(step.Symbols, editor.Generator);
                editor.ReplaceNode(method.ParameterList, (node, _) => ((ParameterListSyntax)node).Insert(position, parameter));
            }
        });
    }
}
