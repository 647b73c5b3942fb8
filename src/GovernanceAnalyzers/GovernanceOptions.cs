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

    /// <summary>Names that mark a secret where a project does not say otherwise. Never a bare <c>token</c>: most are not secret.</summary>
    public static readonly ImmutableArray<string> DefaultSecretNames =
    [
        "password", "pwd", "secret", "apiKey", "accessToken", "refreshToken", "bearerToken", "privateKey", "clientSecret", "connectionString",
        "cardNumber", "cvv", "ssn",
    ];

    /// <summary>Ten years; what lasts longer is no exception that ends.</summary>
    private const int LongestWaiverDays = 3650;

    private GovernanceOptions()
    {
    }

    public GovernanceMode Mode { get; private init; }

    /// <summary>The release whose demands the project has accepted; this one where it names none.</summary>
    public Version Level { get; private init; } = PackageRelease.Current;

    /// <summary>The day on which dates are judged; null where the build sets none, because the clock is no compiler input.</summary>
    public DateTime? Date { get; private init; }

    public int MaximumWaiverDays { get; private init; }

    /// <summary>The project says that its code runs under a test framework.</summary>
    public bool IsTestProject { get; private init; }

    /// <summary>The last day that a waiver or a backlog line may name, seen from that day.</summary>
    public DateTime LatestEnd(DateTime today)
        => (DateTime.MaxValue - today).TotalDays > MaximumWaiverDays ? today.AddDays(MaximumWaiverDays) : DateTime.MaxValue;

    /// <summary>Names that mark a secret, ours and the project's.</summary>
    public ImmutableArray<string> SecretNames { get; private init; }

    /// <summary>Full names of the project's attributes that mark a secret.</summary>
    public ImmutableArray<string> SecretAttributes { get; private init; }

    public static GovernanceOptions Read(AnalyzerConfigOptions global) => new()
    {
        Mode = ParseMode(GovernanceSetting.Mode.In(global)) ?? GovernanceMode.Enforce,
        Level = PackageRelease.Parse(GovernanceSetting.Level.In(global)) ?? PackageRelease.Current,
        Date = ParseDate(GovernanceSetting.Date.In(global)),
        MaximumWaiverDays = ParseDays(GovernanceSetting.MaximumWaiverDays.In(global)) ?? DefaultMaximumWaiverDays,
        IsTestProject = ParseFlag(GovernanceSetting.IsTestProject.In(global)) ?? false,
        SecretNames = ParseSecretNames(GovernanceSetting.SecretNames.In(global)) ?? DefaultSecretNames,
        SecretAttributes = ParseTypeNames(GovernanceSetting.SecretAttributes.In(global)) ?? [],
    };

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

    public static int? ParseDays(string? text) => int.TryParse(text, out var days) && days is > 0 and <= LongestWaiverDays ? days : null;

    public static bool? ParseFlag(string? text) => bool.TryParse(text, out var flag) ? flag : null;

    /// <summary><c>iban, taxNumber</c> replaces our names, <c>+ iban</c> adds to them.</summary>
    public static ImmutableArray<string>? ParseSecretNames(string? text)
        => text?.StartsWith("+", StringComparison.Ordinal) == true
            ? ParseList(text.Substring(1), IsName) is { } more ? DefaultSecretNames.AddRange(more) : null
            : ParseList(text, IsName);

    public static ImmutableArray<string>? ParseTypeNames(string? text) => ParseList(text, name => name.Split('.').All(IsName));

    private static ImmutableArray<string>? ParseList(string? text, Func<string, bool> isItem)
        => text?.Split(',').Select(item => item.Trim()).ToImmutableArray() is { } items && items.All(isItem) ? items : null;

    private static bool IsName(string text) => text.Length > 0 && char.IsLetter(text[0]) && text.All(c => char.IsLetterOrDigit(c) || c == '_');
}
