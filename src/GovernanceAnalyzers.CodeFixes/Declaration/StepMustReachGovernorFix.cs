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

        return (site.Step.Method.IsStatic ? AddStepParameter(site) : AddToType(site)) is { } offer ? [offer] : [];
    }

    private static Offer? AddToType(StepSite site)
    {
        var type = site.Step.Method.ContainingType;
        var declarations = type.DeclaringSyntaxReferences.Select(r => r.GetSyntax()).OfType<TypeDeclarationSyntax>().ToArray();
        var constructors = declarations.SelectMany(d => d.Members.OfType<ConstructorDeclarationSyntax>()).Where(c => !IsStatic(c)).ToArray();
        if (type.IsStatic || declarations.Length == 0 || type.GetMembers(GovernorEditing.ParameterName).Length > 0)
        {
            return null;
        }

        var primary = declarations.FirstOrDefault(d => d.ParameterList is not null);
        if (primary is not null || constructors.Length == 0)
        {
            var declaration = primary ?? (TypeDeclarationSyntax)site.Method.Parent!;
            return Add(site, $"Add a primary-constructor parameter IStepGovernor to '{type.Name}'", "primary", async (edit, ct) =>
            {
                // A record's parameter is a property as well, and is written like one.
                var editor = await edit.EditorOfAsync(declaration, ct).ConfigureAwait(false);
                var parameter = GovernorEditing.Parameter(site.Step, editor.Generator, type.IsRecord ? "Governor" : GovernorEditing.ParameterName);
                editor.ReplaceNode(declaration, (node, _) => ((TypeDeclarationSyntax)node).WithPrimaryParameter(parameter));
            });
        }

        if (constructors is not [{ Body: not null } only] || type.GetMembers("_governor").Length > 0)
        {
            return null;
        }

        return Add(site, $"Add a constructor parameter and a field IStepGovernor to '{type.Name}'", "field", async (edit, ct) =>
        {
            var editor = await edit.EditorOfAsync(only, ct).ConfigureAwait(false);
            var parameter = GovernorEditing.Parameter(site.Step, editor.Generator);
            editor.ReplaceNode((TypeDeclarationSyntax)only.Parent!, (node, generator) =>
            {
                var current = (TypeDeclarationSyntax)node;
                return current.WithField(current.Members.OfType<ConstructorDeclarationSyntax>().Single(c => !IsStatic(c)), "_governor", parameter, generator);
            });
        });
    }

    /// <summary>The step and its Core body take it in the same place, so that they still match.</summary>
    private static Offer? AddStepParameter(StepSite site)
    {
        var step = site.Step;
        if (step.Method.Parameters.Any(p => p.Name == GovernorEditing.ParameterName))
        {
            return null;
        }

        var core = CoreBody.Of(step) is { Problem: CoreProblem.None } body ? BelongingMethod.Of(body.Method) : null;
        var position = GovernorEditing.Position(step.Method, step.Symbols);
        return Add(site, $"Add a parameter IStepGovernor to '{step.Method.Name}'", "parameter", async (edit, ct) =>
        {
            foreach (var method in core is null ? new[] { site.Method } : [site.Method, core.Declaration])
            {
                var editor = await edit.EditorOfAsync(method, ct).ConfigureAwait(false);
                var parameter = GovernorEditing.Parameter(step, editor.Generator);
                editor.ReplaceNode(method.ParameterList, (node, _) => ((ParameterListSyntax)node).Insert(position, parameter));
            }
        }, once: null);
    }

    private static Offer Add(StepSite site, string title, string key, Func<SolutionEdit, CancellationToken, Task> edit)
        => Add(site, title, key, edit, site.Step.Method.ContainingType.ToDisplayString());

    private static Offer Add(StepSite site, string title, string key, Func<SolutionEdit, CancellationToken, Task> edit, string? once)
        => new(title, $"{nameof(StepMustReachGovernorFix)}:{key}", edit) { Once = once };

    private static bool IsStatic(ConstructorDeclarationSyntax constructor)
        => constructor.Modifiers.Any(m => m.ValueText == "static");
}
