namespace GovernanceAnalyzers.Generation.Manifest;

// Everything in this folder, and EquatableArray beside it, is free of Roslyn types: the inspector compiles the same files and fills the
// same records from metadata, so that an embedded manifest which nobody generated does not pass.

/// <summary>What an assembly declares about itself, read from attributes alone.</summary>
internal sealed record DeclaredManifest(
    EquatableArray<DeclaredWorkflow> Workflows,
    EquatableArray<DeclaredStep> Steps,
    EquatableArray<DeclaredContract> Contracts,
    EquatableArray<DeclaredWaiver> Waivers,
    DeclaredPolicy Policy)
{
    public bool IsEmpty => Workflows.Count == 0 && Steps.Count == 0 && Contracts.Count == 0 && Waivers.Count == 0;
}

/// <summary>A class or interface marked <c>[GovernedWorkflow]</c>.</summary>
internal sealed record DeclaredWorkflow
{
    public string Id { get; init; } = "";

    /// <summary>Documentation id: <c>T:Shop.RefundDesk</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>The stage's name; null for <c>Unspecified</c>.</summary>
    public string? Stage { get; init; }

    public string? Owner { get; init; }

    /// <summary>Who answers for the code, where that is not the owner.</summary>
    public string? TechnicalOwner { get; init; }

    public string? GovernanceOwner { get; init; }

    public string? EscalateTo { get; init; }

    public string? Runbook { get; init; }

    public EquatableArray<DeclaredBaseline> Baselines { get; init; } = EquatableArray<DeclaredBaseline>.Empty;

    /// <summary>What can go wrong in every step of it.</summary>
    public EquatableArray<DeclaredFailureMode> FailureModes { get; init; } = EquatableArray<DeclaredFailureMode>.Empty;

    public EquatableArray<DeclaredReview> Reviews { get; init; } = EquatableArray<DeclaredReview>.Empty;

    public DeclaredSunset? Sunset { get; init; }
}

/// <summary>A <c>[Baseline]</c>. Numbers are in <see cref="Unit"/>; null where none is declared.</summary>
internal sealed record DeclaredBaseline
{
    public string Metric { get; init; } = "";

    public double? Value { get; init; }

    public string? Unit { get; init; }

    public double? Target { get; init; }

    public double? Kill { get; init; }

    /// <summary>The direction's name; null where it is left to the values.</summary>
    public string? Direction { get; init; }

    /// <summary>Why the metric says nothing here.</summary>
    public string? NotApplicable { get; init; }
}

/// <summary>A <c>[FailureMode]</c>.</summary>
internal sealed record DeclaredFailureMode
{
    public string Id { get; init; } = "";

    public string? Response { get; init; }

    public string? EscalateTo { get; init; }
}

/// <summary>A <c>[Review]</c>.</summary>
internal sealed record DeclaredReview
{
    public string Kind { get; init; } = "";

    /// <summary>The cadence in days; null where none is declared.</summary>
    public int? EveryDays { get; init; }

    /// <summary>As written: <c>yyyy-MM-dd</c>.</summary>
    public string? Last { get; init; }
}

/// <summary>A <c>[Sunset]</c>.</summary>
internal sealed record DeclaredSunset
{
    /// <summary>As written: <c>yyyy-MM-dd</c>.</summary>
    public string Date { get; init; } = "";

    public string? Reason { get; init; }
}

/// <summary>A method marked <c>[WorkflowStep]</c>. Owner and escalation are the ones that hold: the step's own, or else its workflow's.</summary>
internal sealed record DeclaredStep
{
    public const string Plumbed = "plumbed";
    public const string Decorated = "decorated";
    public const string SelfGoverned = "self-governed";

    /// <summary><c>workflow/step</c>.</summary>
    public string Id { get; init; } = "";

    /// <summary>Documentation id of the step's method.</summary>
    public string Member { get; init; } = "";

    /// <summary>The tier's name, <c>Unspecified</c> included; a number where the value has no name.</summary>
    public string Tier { get; init; } = "";

    public string? Owner { get; init; }

    public string? EscalateTo { get; init; }

    /// <summary><see cref="Plumbed"/>, <see cref="Decorated"/> or <see cref="SelfGoverned"/>.</summary>
    public string Control { get; init; } = "";

    /// <summary>The rollback handler's name.</summary>
    public string? Rollback { get; init; }

    /// <summary>Why there is no way back.</summary>
    public string? Irreversible { get; init; }

    public string? Key { get; init; }

    public string? Question { get; init; }

    /// <summary>The confidence below which a human decides; null where none is declared.</summary>
    public double? MinConfidence { get; init; }

    /// <summary>The capabilities it may reach; empty where it may reach any that its tier covers.</summary>
    public EquatableArray<string> Allows { get; init; } = EquatableArray<string>.Empty;

    /// <summary>What can go wrong in it, its workflow's failure modes aside.</summary>
    public EquatableArray<DeclaredFailureMode> FailureModes { get; init; } = EquatableArray<DeclaredFailureMode>.Empty;

    /// <summary>Names of the parameters that are bound, logged and shown.</summary>
    public EquatableArray<string> Arguments { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Names of the parameters that are none of the three.</summary>
    public EquatableArray<string> Services { get; init; } = EquatableArray<string>.Empty;

    /// <summary>
    /// What is recorded and shown as a keyed digest: parameters by name, and by documentation id the marked properties and fields of this
    /// assembly's types that the step takes or returns.
    /// </summary>
    public EquatableArray<string> Redacted { get; init; } = EquatableArray<string>.Empty;
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
