namespace Governance;

/// <summary>Something is missing that Medium and High steps cannot do without. Thrown at start-up, with everything that is wrong.</summary>
public sealed class GovernanceConfigurationException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="problems">What is wrong, one sentence each.</param>
    public GovernanceConfigurationException(IReadOnlyList<string> problems)
        : base("Governance cannot start: " + string.Join(" ", problems))
        => Problems = problems;

    /// <summary>What is wrong, one sentence each.</summary>
    public IReadOnlyList<string> Problems { get; }
}
