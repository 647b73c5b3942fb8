namespace Governance;

/// <summary>How much authority a step or an action has, and therefore which human control it needs.</summary>
/// <remarks>
/// Tiers are ordered: a greater value asks for more control. A step's tier must be at least the tier of every action it takes
/// (rule GVN2003).
/// </remarks>
public enum RiskTier
{
    /// <summary>No tier was declared. On a step this is rule GVN1004, never a default.</summary>
    Unspecified = 0,

    /// <summary>Runs without a human: summarise, retrieve, draft. Its outcome is recorded in the action log.</summary>
    Low = 1,

    /// <summary>
    /// Route, recommend, update a record. Needs any human's confirmation of the exact request, and a durable log entry before it runs.
    /// </summary>
    Medium = 2,

    /// <summary>
    /// Commit, promise, spend, delete, send outside. Needs the confirmation of a human who is not the requester, per request,
    /// and a durable log entry before it runs.
    /// </summary>
    High = 3,
}
