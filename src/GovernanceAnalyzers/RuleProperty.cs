namespace GovernanceAnalyzers;

/// <summary>What a rule tells its fix, and the tool, through <see cref="Diagnostic.Properties"/>, so that neither derives it again.</summary>
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

    /// <summary>The entry point as a backlog line calls it.</summary>
    public const string EntryPoint = "entryPoint";

    /// <summary>The kind of action that the finding is about.</summary>
    public const string Capability = "capability";

    /// <summary>The tier of that action, by name.</summary>
    public const string Tier = "tier";

    /// <summary>The release of the catalogue row without which there would be no finding; absent where the project has accepted it.</summary>
    public const string NewIn = "newIn";

    public static ImmutableDictionary<string, string?> Of(string key, string? value)
        => ImmutableDictionary<string, string?>.Empty.Add(key, value);
}
