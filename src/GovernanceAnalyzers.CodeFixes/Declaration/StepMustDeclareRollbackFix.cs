using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;

namespace GovernanceAnalyzers.CodeFixes.Declaration;

/// <summary>
/// GVN1005: generates a rollback handler, or adds <c>Irreversible = ""</c>. How a step is undone, or why not, is for a person to say, step by
/// step, so there is no FixAll.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StepMustDeclareRollbackFix)), Shared]
public sealed class StepMustDeclareRollbackFix : StepFix
{
    /// <summary>Makes the fix.</summary>
    public StepMustDeclareRollbackFix()
        : base("GVN1005", FixAllScopes.None)
    {
    }

    private protected override IEnumerable<Offer> Offers(StepSite site)
    {
        var name = site.Property(RuleProperty.Suggestion) ?? "Rollback" + site.Step.Method.Name;
        var exists = !site.Step.Method.ContainingType.GetMembers(name).IsEmpty;
        yield return new Offer(
            exists ? $"Name '{name}' as rollback handler" : $"Generate the rollback handler '{name}'",
            $"{nameof(StepMustDeclareRollbackFix)}:handler",
            (edit, ct) => NameHandlerAsync(edit, site, name, generate: !exists, ct));

        if (site.Attribute.NamedArgument("Irreversible") is null)
        {
            yield return new Offer(
                $"Declare '{site.Step.Method.Name}' irreversible, with a reason",
                $"{nameof(StepMustDeclareRollbackFix)}:irreversible",
                async (edit, ct) =>
                {
                    var editor = await edit.EditorOfAsync(site.Attribute, ct).ConfigureAwait(false);
                    editor.Change(site.Attribute, a => a.WithNamedArgument("Irreversible", AttributeEditing.EmptyText));
                });
        }
    }

    private static async Task NameHandlerAsync(SolutionEdit edit, StepSite site, string name, bool generate, CancellationToken ct)
    {
        var editor = await edit.EditorOfAsync(site.Attribute, ct).ConfigureAwait(false);
        editor.Change(site.Attribute, a => a.WithoutNamedArgument("Irreversible").WithNamedArgument("Rollback", AttributeEditing.NameOf(name)));
        if (generate)
        {
            editor.InsertAfter(StepPlace.LastMethodOf(site), StepMethods.Rollback(site, name, editor.Generator));
        }
    }
}
