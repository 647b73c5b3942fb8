using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;

namespace GovernanceAnalyzers.CodeFixes.Enforcement;

/// <summary>GVN2003: raises the tier to that of the highest action. Raising is never the unsafe choice, so it can be done everywhere at once.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StepTierMustCoverActionsFix)), Shared]
public sealed class StepTierMustCoverActionsFix : StepFix
{
    /// <summary>Makes the fix.</summary>
    public StepTierMustCoverActionsFix()
        : base("GVN2003", FixAllScopes.All)
    {
    }

    private protected override IEnumerable<Offer> Offers(StepSite site)
    {
        if (site.Property(RuleProperty.LowestTier) is { } tier)
        {
            yield return new Offer($"Raise the tier of '{site.Step.Method.Name}' to RiskTier.{tier}", nameof(StepTierMustCoverActionsFix), async (edit, ct) =>
            {
                var editor = await edit.EditorOfAsync(site.Attribute, ct).ConfigureAwait(false);
                editor.Change(site.Attribute, a => a.WithTier(AttributeEditing.Tier(tier)));
            });
        }
    }
}
