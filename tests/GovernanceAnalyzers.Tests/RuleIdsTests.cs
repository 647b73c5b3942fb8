using Microsoft.CodeAnalysis;

namespace GovernanceAnalyzers.Tests;

/// <summary>GVN3003 looks settings up by id, so a rule that is missing from the list could be switched off unseen.</summary>
public sealed class RuleIdsTests
{
    private static readonly DiagnosticDescriptor[] s_descriptors = [.. AllRules.Rules];

    [Fact]
    public void Every_rule_is_listed() => Assert.Equal(s_descriptors.Select(d => d.Id), RuleIds.All.Order(StringComparer.Ordinal));

    [Fact]
    public void Those_that_only_a_waiver_silences_are_listed_as_such() => Assert.Equal(
        s_descriptors.Where(d => GovernanceRule.IsEnforced(d) && d.Id != RuleIds.Facts).Select(d => d.Id), RuleIds.Enforced.Order(StringComparer.Ordinal));

    [Fact]
    public void They_are_errors_and_carry_both_tags() => Assert.All(s_descriptors.Where(d => RuleIds.Enforced.Contains(d.Id)), rule =>
    {
        Assert.Equal(DiagnosticSeverity.Error, rule.DefaultSeverity);
        Assert.True(rule.IsEnabledByDefault);
        Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, rule.CustomTags);
        Assert.Contains(WellKnownDiagnosticTags.Compiler, rule.CustomTags);
    });

    [Fact]
    public void Every_category_is_listed()
        => Assert.Equal(s_descriptors.Select(d => d.Category).Distinct().Order(), GovernanceRule.Categories.Order());
}
