namespace GovernanceAnalyzers.Evaluation.Table;

internal enum Risk
{
    Low,
    Medium,
    High,
}

/// <summary>A tool method as somebody read it: what it really reaches, and how dangerous that is.</summary>
internal sealed record ToolRow
{
    /// <summary>In the table, from 1 as an editor counts.</summary>
    public required int TableLine { get; init; }

    public required string Repository { get; init; }

    /// <summary>Relative to the repository, with forward slashes.</summary>
    public required string File { get; init; }

    public required int Line { get; init; }

    public required string Method { get; init; }

    public required string Action { get; init; }

    public required Risk Risk { get; init; }

    /// <summary>How many methods of the code base stand between the tool and the call: <c>direct</c> or a number, or whatever the table says.</summary>
    public required string CallsBetween { get; init; }

    /// <summary>The call is in another project than the tool.</summary>
    public required bool CrossesProject { get; init; }

    public string ReachedApi { get; init; } = "";

    public string CallAt { get; init; } = "";

    public string Confirmation { get; init; } = "";

    public string Note { get; init; } = "";

    /// <summary>Somebody has to be asked before this tool acts.</summary>
    public bool Acts => Risk >= Risk.Medium;

    public string Place => $"{Repository} {File}:{Line} {Method}";
}
