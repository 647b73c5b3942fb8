using GovernanceAnalyzers.Controls;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>What of an action is not in order.</summary>
internal enum Concern
{
    Confirmation,
    Log,

    /// <summary>What was confirmed, and what is acted on.</summary>
    Value,
}

/// <summary>What is wrong with how one action of a self-governed step is controlled.</summary>
/// <param name="Rule">The rule that says it.</param>
/// <param name="Concern">The control that it is about.</param>
/// <param name="Action">The action.</param>
/// <param name="Reason">The end of the message: why, and what to do.</param>
internal sealed record ActionVerdict(string Rule, Concern Concern, OwnAction Action, string Reason)
{
    /// <summary>Places beside the action that the finding is about, such as the confirmation that does not gate.</summary>
    public ImmutableArray<SyntaxNode> Others { get; init; } = [];

    /// <summary>What the rule tells its fix.</summary>
    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;
}
