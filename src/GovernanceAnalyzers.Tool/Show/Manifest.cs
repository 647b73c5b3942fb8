namespace GovernanceAnalyzers.Tool.Show;

/// <summary>A manifest as a reader sees it. What the file does not say is null or empty.</summary>
internal sealed record Manifest(string Assembly)
{
    public string? Mode { get; init; }

    /// <summary>The release of the package whose demands the project has accepted.</summary>
    public string? Level { get; init; }

    public string? Digest { get; init; }

    public IReadOnlyList<ManifestWorkflow> Workflows { get; init; } = [];

    public IReadOnlyList<ManifestStep> Steps { get; init; } = [];

    public IReadOnlyList<ManifestContract> Contracts { get; init; } = [];

    public IReadOnlyList<ManifestWaiver> Waivers { get; init; } = [];

    /// <summary>What the analysis found about each step, by id; null where no analysis is in the file.</summary>
    public IReadOnlyDictionary<string, ManifestFacts>? StepFacts { get; init; }

    /// <summary>What enters the code and is no step; null where no analysis is in the file.</summary>
    public IReadOnlyList<ManifestFacts>? EntryPoints { get; init; }
}

internal sealed record ManifestWorkflow(string Id, string? Type)
{
    public string? Stage { get; init; }

    public string? Owner { get; init; }

    public string? TechnicalOwner { get; init; }

    public string? GovernanceOwner { get; init; }

    public string? EscalateTo { get; init; }

    public string? Runbook { get; init; }

    public ManifestSunset? Sunset { get; init; }

    public IReadOnlyList<ManifestBaseline> Baselines { get; init; } = [];

    public IReadOnlyList<ManifestFailureMode> FailureModes { get; init; } = [];

    public IReadOnlyList<ManifestReview> Reviews { get; init; } = [];
}

internal sealed record ManifestBaseline(string Metric, string? Value, string? Unit, string? Target, string? Kill, string? Direction, string? NotApplicable);

internal sealed record ManifestFailureMode(string Id, string? Response, string? EscalateTo);

internal sealed record ManifestReview(string Kind, string? EveryDays, string? Last);

internal sealed record ManifestSunset(string? Date, string? Reason);

internal sealed record ManifestStep(string Id, string? Member, string? Tier, string? Control)
{
    /// <summary>The part of the id that names its workflow; null where it stands outside one.</summary>
    public string? Workflow => Id.IndexOf('/') is > 0 and var slash ? Id[..slash] : null;

    public string? Owner { get; init; }

    public string? EscalateTo { get; init; }

    public string? Rollback { get; init; }

    public string? Irreversible { get; init; }

    public string? Key { get; init; }

    public string? Question { get; init; }

    public string? MinConfidence { get; init; }

    public IReadOnlyList<string> Allows { get; init; } = [];

    public IReadOnlyList<string> Arguments { get; init; } = [];

    public IReadOnlyList<ManifestFailureMode> FailureModes { get; init; } = [];
}

internal sealed record ManifestContract(string Member, string? Capability, string? Tier, string? Because);

internal sealed record ManifestWaiver(string Rule, string Target, string? ApprovedBy, string? Until, string? Reason);

/// <summary>What the analysis found about one step or entry point.</summary>
internal sealed record ManifestFacts(string Id, string? Member, string? Confirmation, string? Log)
{
    public IReadOnlyList<(string? Capability, string? Tier, string? Path, string? At)> Actions { get; init; } = [];

    /// <summary>What a contract makes less of.</summary>
    public IReadOnlyList<(string? Capability, string? Tier, string? Path, string? CountsAs, string? Because, string? At)> Lowered { get; init; } = [];

    public IReadOnlyList<(string? Kind, string? Detail, string? At)> BlindSpots { get; init; } = [];

    public IReadOnlyList<(string? Target, string? At)> NotFollowed { get; init; } = [];

    public IReadOnlyList<(string? Capability, string? Owner, string? Until)> Backlog { get; init; } = [];
}
