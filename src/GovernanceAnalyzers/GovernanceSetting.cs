using GovernanceAnalyzers.Generation.Manifest;

namespace GovernanceAnalyzers;

/// <summary>A setting of a project, as the build hands it to the compiler. What is not in <see cref="All"/> is no setting (GVN9003); docs/options.md explains each.</summary>
/// <param name="Name">The MSBuild property.</param>
/// <param name="CanRead">The value is one of those.</param>
/// <param name="Values">What it may be, in words.</param>
/// <param name="Unread">What holds where it cannot be read: never less control.</param>
internal sealed record GovernanceSetting(string Name, Func<string, bool> CanRead, string Values, string Unread)
{
    /// <summary>How strictly the project is governed.</summary>
    public static readonly GovernanceSetting Mode = new(
        "GovernanceMode", text => GovernanceOptions.ParseMode(text) is not null, "enforce, adopt or consumer", "rules are enforced");

    /// <summary>The day on which dates are judged.</summary>
    public static readonly GovernanceSetting Date = new(
        "GovernanceDate", text => GovernanceOptions.ParseDate(text) is not null, "a date as yyyy-MM-dd", "no date is judged by the compiler");

    /// <summary>How long a waiver may last from that day.</summary>
    public static readonly GovernanceSetting MaximumWaiverDays = new(
        "GovernanceMaximumWaiverDays", text => GovernanceOptions.ParseDays(text) is not null, "a whole number of days from 1 to 3650",
        $"a waiver lasts at most {GovernanceOptions.DefaultMaximumWaiverDays} days");

    /// <summary>The release whose demands the project has accepted.</summary>
    public static readonly GovernanceSetting Level = new(
        "GovernanceLevel", text => PackageRelease.Parse(text) is not null, $"a release up to this one ({string.Join(", ", PackageRelease.All)})",
        "every rule is at full strength");

    /// <summary>The names by which a secret is known.</summary>
    public static readonly GovernanceSetting SecretNames = new(
        "GovernanceSecretNames", text => GovernanceOptions.ParseSecretNames(text) is not null, "names, separated by commas; + first adds them to ours",
        "the built-in names hold");

    /// <summary>The attributes by which a secret is known, beside those that everybody has.</summary>
    public static readonly GovernanceSetting SecretAttributes = new(
        "GovernanceSecretAttributes", text => GovernanceOptions.ParseTypeNames(text) is not null, "attributes' full names, separated by commas",
        "no attribute of yours marks a secret");

    /// <summary>The SDK's own property, by which a project of tests is known.</summary>
    public static readonly GovernanceSetting IsTestProject = new(
        "IsTestProject", text => GovernanceOptions.ParseFlag(text) is not null, "true or false", "the project is no test project");

    private const string Property = "build_property.";

    public static ImmutableArray<GovernanceSetting> All { get; } = [Mode, Level, Date, MaximumWaiverDays, SecretNames, SecretAttributes, IsTestProject];

    /// <summary>The name under which the compiler sees it.</summary>
    public string Key => Property + Name;

    /// <summary>A property that the project does not set arrives as an empty string, not as nothing.</summary>
    public string? In(AnalyzerConfigOptions options)
        => options.TryGetValue(Key, out var value) && value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The name to show of a key that looks like a setting of ours and is none; null for a setting, and for what is other people's.</summary>
    public static string? Misnamed(string key)
    {
        var isProperty = key.StartsWith(Property + "Governance", StringComparison.OrdinalIgnoreCase);
        var isOurs = isProperty || key.StartsWith("governance_", StringComparison.OrdinalIgnoreCase)
                                || key.StartsWith("governance.", StringComparison.OrdinalIgnoreCase);
        return !isOurs || All.Any(s => s.Key.Equals(key, StringComparison.OrdinalIgnoreCase)) ? null
             : isProperty ? key.Substring(Property.Length)
             : key;
    }
}
