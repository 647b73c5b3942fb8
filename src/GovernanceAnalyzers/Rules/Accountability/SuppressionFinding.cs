namespace GovernanceAnalyzers.Rules.Accountability;

/// <summary>One attempt to silence a rule by other means than a waiver.</summary>
/// <param name="Rule">The rule; null for one that names none and so means all.</param>
/// <param name="How">The means, in words that follow "by".</param>
/// <param name="Place">Where it is written; none where the build hands it over without a place.</param>
internal sealed record SuppressionFinding(string? Rule, string How, Location Place)
{
    /// <summary>It silences the rule; on a rule that only a waiver silences nothing else does.</summary>
    public bool HasEffect { get; init; } = Rule is null || !RuleIds.IsEnforced(Rule);
}
