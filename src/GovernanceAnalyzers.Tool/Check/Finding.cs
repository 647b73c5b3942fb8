namespace GovernanceAnalyzers.Tool.Check;

internal enum FindingLevel
{
    Error,
    Warning,

    /// <summary>Shown and counted, but no reason to fail: what a project in adopt mode has not governed yet.</summary>
    Note,
}

internal sealed record Finding(string Rule, FindingLevel Level, string Message, string? Help, SourcePlace? Place, string Project)
{
    /// <summary>The call path to the action, where the sentence does not already say it.</summary>
    public string? Path { get; init; }

    /// <summary>The step or entry point it is about; null where it concerns none.</summary>
    public StepFacts? About { get; init; }

    public static FindingLevel LevelOf(string sarif) => sarif switch
    {
        "error" => FindingLevel.Error,
        "note" or "none" => FindingLevel.Note,
        _ => FindingLevel.Warning,
    };
}
