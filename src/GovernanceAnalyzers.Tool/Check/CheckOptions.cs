namespace GovernanceAnalyzers.Tool.Check;

internal enum ReportFormat
{
    Text,
    Json,
    Sarif,
}

internal sealed record CheckOptions(string Target)
{
    public ReportFormat Format { get; init; }

    public string? OutputFile { get; init; }

    public string? Configuration { get; init; }

    public bool NoRestore { get; init; }

    public bool AllowUnfollowed { get; init; }

    /// <summary>Where the manifests go; null for the user's application data.</summary>
    public string? ManifestFolder { get; init; }

    /// <summary>The commit whose backlogs must not have grown since; null to compare with none.</summary>
    public string? BacklogFrom { get; init; }

    /// <summary>Whether to print catalogue lines to be decided, for the calls that no line is about.</summary>
    public bool Suggest { get; init; }

    /// <summary>A date holds to the day, without the build's days of grace.</summary>
    public bool EnforceDates { get; init; }
}
