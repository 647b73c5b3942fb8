namespace GovernanceAnalyzers;

/// <summary>What a rule tells its fix through <see cref="Diagnostic.Properties"/>, so that the fix derives nothing again.</summary>
internal static class RuleProperty
{
    /// <summary>Which of the rule's problems it is: the name of a member of the problem's enum.</summary>
    public const string Problem = "problem";

    /// <summary>A text that would be right in place of the marked one.</summary>
    public const string Suggestion = "suggestion";

    /// <summary>The lowest tier that covers what the step reaches, by name.</summary>
    public const string LowestTier = "lowestTier";

    /// <summary>The documentation id of the entry point's method; absent where it is a lambda or a local function.</summary>
    public const string Member = "member";

    public static ImmutableDictionary<string, string?> Of(string key, string? value)
        => ImmutableDictionary<string, string?>.Empty.Add(key, value);
}
