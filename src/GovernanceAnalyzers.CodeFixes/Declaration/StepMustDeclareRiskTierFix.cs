using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;

namespace GovernanceAnalyzers.CodeFixes.Declaration;

/// <summary>GVN1004: writes one of the three tiers. How much a step may do alone is for a person to say, step by step, so there is no FixAll.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StepMustDeclareRiskTierFix)), Shared]
public sealed class StepMustDeclareRiskTierFix : StepFix
{
    private static readonly string[] s_tiers = ["Low", "Medium", "High"];

    /// <summary>Makes the fix.</summary>
    public StepMustDeclareRiskTierFix()
        : base("GVN1004", FixAllScopes.None)
    {
    }

    private protected override IEnumerable<Offer> Offers(StepSite site)
    {
        // The lowest that covers what the step reaches, and those above it; then those that GVN2003 would refuse. Where nothing is known of
        // what the step reaches, the strictest is the safest.
        var lowest = Array.IndexOf(s_tiers, site.Property(RuleProperty.LowestTier));
        var order = lowest < 0 ? Enumerable.Reverse(s_tiers) : s_tiers.Skip(lowest).Concat(s_tiers.Take(lowest).Reverse());
        foreach (var tier in order)
        {
            yield return new Offer($"Declare '{site.Step.Method.Name}' RiskTier.{tier}", $"{nameof(StepMustDeclareRiskTierFix)}:{tier}", async (edit, ct) =>
            {
                var editor = await edit.EditorOfAsync(site.Attribute, ct).ConfigureAwait(false);
                editor.Change(site.Attribute, a => a.WithTier(AttributeEditing.Tier(tier)));
            });
        }
    }
}
