namespace Governance;

/// <summary>One call as the governor sees it: what is asked, with which arguments, by whom.</summary>
internal sealed class StepAct
{
    public required StepDescriptor Step { get; init; }

    public required RequestFacts Facts { get; init; }

    public required string Input { get; init; }

    public required string InputDigest { get; init; }

    public required IReadOnlyList<ConfirmationArgument> Arguments { get; init; }

    public required string Question { get; init; }

    /// <summary>How the step can be undone, or why it cannot, in words for the person who decides.</summary>
    public string? Rollback { get; init; }

    /// <summary>What keeps the call from being controlled; null where nothing does.</summary>
    public string? Problem { get; init; }

    /// <summary>The members of the arguments that could not be written, for the record of a Low call; null where all were.</summary>
    public string? Unwritten { get; init; }

    /// <summary>Why a human should look, in words: the model is less confident than the step declares, or does not say. Null where nothing speaks against it.</summary>
    public string? Doubt { get; init; }

    public RunningStep? Parent { get; init; }

    public string Identity => Facts.Identity(InputDigest);

    public bool NeedsHuman => Facts.Tier != RiskTier.Low;
}
