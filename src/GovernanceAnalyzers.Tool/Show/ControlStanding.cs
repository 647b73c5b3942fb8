namespace GovernanceAnalyzers.Tool.Show;

/// <summary>How a step's controls are known to hold, the weakest last but for what nobody looked at.</summary>
internal enum ControlStanding
{
    Generated,
    Proven,
    Asserted,
    None,
    Unknown,
    NotNeeded,
}

internal static class ControlStandings
{
    /// <summary>A plumbed step's controls are the generator's work; of others, only the analysis knows.</summary>
    public static string WordFor(ManifestStep step, string? found) => found ?? (step.Control == "plumbed" ? "generated" : "unknown");

    /// <summary>A step stands as its weaker control does.</summary>
    public static ControlStanding Of(string confirmation, string log)
        => (Parse(confirmation), Parse(log)) switch
        {
            (ControlStanding.NotNeeded, var other) => other,
            (var other, ControlStanding.NotNeeded) => other,
            (ControlStanding.None, _) or (_, ControlStanding.None) => ControlStanding.None,
            var (one, other) => one > other ? one : other,
        };

    public static string Title(ControlStanding standing) => standing switch
    {
        ControlStanding.Generated => "Generated",
        ControlStanding.Proven => "Proven",
        ControlStanding.Asserted => "Asserted",
        ControlStanding.None => "None",
        ControlStanding.NotNeeded => "Not needed",
        _ => "Unknown",
    };

    public static string Sentence(ControlStanding standing) => standing switch
    {
        ControlStanding.Generated => "The package's generator wrote the confirmation and the log round the code.",
        ControlStanding.Proven => "The author wrote the controls, and the analysis has shown that they hold on every path.",
        ControlStanding.Asserted => "The controls are members that the author marked as such; nothing shows that they deserve it.",
        ControlStanding.None => "A human is not asked on every path, or the log misses an action.",
        ControlStanding.NotNeeded => "What these reach needs neither a confirmation nor a log.",
        _ => "The author wrote the controls, and this manifest does not say what the analysis found.",
    };

    private static ControlStanding Parse(string word) => word switch
    {
        "generated" => ControlStanding.Generated,
        "proven" => ControlStanding.Proven,
        "asserted" => ControlStanding.Asserted,
        "none" => ControlStanding.None,
        "not-needed" => ControlStanding.NotNeeded,
        _ => ControlStanding.Unknown,
    };
}
