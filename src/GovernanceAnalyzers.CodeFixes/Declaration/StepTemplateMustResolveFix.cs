using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;

namespace GovernanceAnalyzers.CodeFixes.Declaration;

/// <summary>GVN1020: writes the question that is missing, from the step's name and its arguments. A placeholder that leads nowhere is its author's to mend.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StepTemplateMustResolveFix)), Shared]
public sealed class StepTemplateMustResolveFix : StepFix
{
    /// <summary>Makes the fix.</summary>
    public StepTemplateMustResolveFix()
        : base("GVN1020", FixAllScopes.All)
    {
    }

    private protected override IEnumerable<Offer> Offers(StepSite site)
    {
        if (site.Property(RuleProperty.Suggestion) is { } question)
        {
            yield return new Offer($"Ask \"{question}\"", nameof(StepTemplateMustResolveFix), async (edit, ct) =>
            {
                var editor = await edit.EditorOfAsync(site.Attribute, ct).ConfigureAwait(false);
                editor.Change(site.Attribute, a => a.WithNamedArgument("Question", AttributeEditing.Text(question)));
            });
        }
    }
}
