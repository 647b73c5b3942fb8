using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Catalogue;

/// <summary>Who says that a call is an action.</summary>
internal enum ActionSource
{
    BuiltIn,
    ProjectList,

    /// <summary><c>[ConsequentialAction]</c> on the member or on what it implements.</summary>
    Contract,
}

/// <summary>What calling a member does outside the process.</summary>
internal sealed record ConsequentialAction(string Capability, Tier Tier, string Reversible, string Reason, ActionSource Source)
{
    /// <summary>Medium and High actions wait for a person.</summary>
    public bool NeedsConfirmation => Tier >= Tier.Medium;

    /// <summary>Whatever waits for a person is on record, and so is what was said to a model.</summary>
    public bool NeedsLog => NeedsConfirmation || Capability == Capabilities.ModelInvoke;

    /// <summary>As messages name it: <c>files.delete (High)</c>.</summary>
    public override string ToString() => $"{Capability} ({Tier})";
}
