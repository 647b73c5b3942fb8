namespace GovernanceAnalyzers.Generation.Manifest;

// Everything in this folder, and EquatableArray beside it, is free of Roslyn types: the inspector compiles the same files and fills the
// same records from metadata, so that an embedded manifest which nobody generated does not pass.

/// <summary>What an assembly declares about itself, read from attributes alone.</summary>
internal sealed record DeclaredManifest(
    EquatableArray<DeclaredWorkflow> Workflows,
    EquatableArray<DeclaredStep> Steps,
    EquatableArray<DeclaredContract> Contracts,
    EquatableArray<DeclaredWaiver> Waivers,
    string Mode)
{
    public bool IsEmpty => Workflows.Count == 0 && Steps.Count == 0 && Contracts.Count == 0 && Waivers.Count == 0;
}

/// <summary>A class marked <c>[GovernedWorkflow]</c>.</summary>
internal sealed record DeclaredWorkflow
{
    public string Id { get; init; } = "";

    /// <summary>Documentation id: <c>T:Shop.RefundDesk</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>The stage's name; null for <c>Unspecified</c>.</summary>
    public string? Stage { get; init; }

    public string? Owner { get; init; }

    public string? GovernanceOwner { get; init; }

    public string? EscalateTo { get; init; }

    public string? Runbook { get; init; }
}

/// <summary>A method marked <c>[WorkflowStep]</c>. Owner and escalation are the ones that hold: the step's own, or else its workflow's.</summary>
internal sealed record DeclaredStep
{
    public const string Plumbed = "plumbed";
    public const string SelfGoverned = "self-governed";

    /// <summary><c>workflow/step</c>.</summary>
    public string Id { get; init; } = "";

    /// <summary>Documentation id of the step's method.</summary>
    public string Member { get; init; } = "";

    /// <summary>The tier's name, <c>Unspecified</c> included; a number where the value has no name.</summary>
    public string Tier { get; init; } = "";

    public string? Owner { get; init; }

    public string? EscalateTo { get; init; }

    /// <summary><see cref="Plumbed"/> or <see cref="SelfGoverned"/>.</summary>
    public string Control { get; init; } = "";

    /// <summary>The rollback handler's name.</summary>
    public string? Rollback { get; init; }

    /// <summary>Why there is no way back.</summary>
    public string? Irreversible { get; init; }

    public string? Key { get; init; }

    public string? Question { get; init; }

    /// <summary>Names of the parameters that are bound, logged and shown.</summary>
    public EquatableArray<string> Arguments { get; init; }

    /// <summary>Names of the parameters that are none of the three.</summary>
    public EquatableArray<string> Services { get; init; }
}

/// <summary>A member marked <c>[ConsequentialAction]</c>.</summary>
internal sealed record DeclaredContract
{
    /// <summary>Documentation id.</summary>
    public string Member { get; init; } = "";

    public string Capability { get; init; } = "";

    public string Tier { get; init; } = "";

    public string? Because { get; init; }
}

/// <summary>A <c>[GovernanceWaiver]</c>.</summary>
internal sealed record DeclaredWaiver
{
    /// <summary>The target of a waiver for the whole assembly.</summary>
    public const string Assembly = "assembly";

    public string Rule { get; init; } = "";

    /// <summary>Documentation id of what is waived, or <see cref="Assembly"/>.</summary>
    public string Target { get; init; } = "";

    public string? Reason { get; init; }

    public string? ApprovedBy { get; init; }

    public string? Until { get; init; }
}
