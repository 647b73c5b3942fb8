using GovernanceAnalyzers.Generation.Manifest;

namespace GovernanceAnalyzers;

/// <summary>How strictly a project is governed; MSBuild property <c>GovernanceMode</c>.</summary>
internal enum GovernanceMode
{
    /// <summary>Every rule at its own severity.</summary>
    Enforce,

    /// <summary>What is undeclared is Info and counted; what is declared stays enforced.</summary>
    Adopt,

    /// <summary>The package arrived transitively: only code that itself uses our attributes is checked.</summary>
    Consumer,
}

/// <summary>A project's settings, as the build hands them over. An unreadable value never means less control (GVN9003 reports it).</summary>
internal sealed class GovernanceOptions
{
    public const int DefaultMaximumWaiverDays = 365;

    private GovernanceOptions(GovernanceMode mode, Version level, DateTime? date, int maximumWaiverDays)
    {
        Mode = mode;
        Level = level;
        Date = date;
        MaximumWaiverDays = maximumWaiverDays;
    }

    public GovernanceMode Mode { get; }

    /// <summary>The release whose demands the project has accepted; this one where it names none.</summary>
    public Version Level { get; }

    /// <summary>The day on which dates are judged; null where the build sets none, because the clock is no compiler input.</summary>
    public DateTime? Date { get; }

    public int MaximumWaiverDays { get; }

    public static GovernanceOptions Read(AnalyzerConfigOptions global) => new(
        ParseMode(GovernanceSetting.Mode.In(global)) ?? GovernanceMode.Enforce,
        PackageRelease.Parse(GovernanceSetting.Level.In(global)) ?? PackageRelease.Current,
        ParseDate(GovernanceSetting.Date.In(global)),
        ParseDays(GovernanceSetting.MaximumWaiverDays.In(global)) ?? DefaultMaximumWaiverDays);

    public static GovernanceMode? ParseMode(string? text) => text?.ToLowerInvariant() switch
    {
        "enforce" => GovernanceMode.Enforce,
        "adopt" => GovernanceMode.Adopt,
        "consumer" => GovernanceMode.Consumer,
        _ => null,
    };

    public static DateTime? ParseDate(string? text)
        => DateTime.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture,
                                  System.Globalization.DateTimeStyles.None, out var date) ? date : null;

    public static int? ParseDays(string? text) => int.TryParse(text, out var days) && days > 0 ? days : null;
}
