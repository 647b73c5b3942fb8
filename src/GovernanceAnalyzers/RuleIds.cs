namespace GovernanceAnalyzers;

/// <summary>The ids of this release. A test holds them against the analyzers' own descriptors.</summary>
internal static class RuleIds
{
    /// <summary>Nothing but a waiver silences these.</summary>
    public static readonly ImmutableArray<string> Enforced =
    [
        "GVN1001", "GVN1004", "GVN1005", "GVN2001", "GVN2002", "GVN2003", "GVN2004", "GVN2005", "GVN2009", "GVN2011", "GVN2015", "GVN2018", "GVN2021", "GVN2022",
        "GVN3002", "GVN3003", "GVN3005", "GVN9001", "GVN9003", "GVN9099",
    ];

    /// <summary>A project can change the severity of these, and GVN3003 says that it did.</summary>
    public static readonly ImmutableArray<string> Configurable =
    [
        "GVN1002", "GVN1003", "GVN1006", "GVN1007", "GVN1008", "GVN1009", "GVN1010", "GVN1011", "GVN1012", "GVN1013", "GVN1014", "GVN1015", "GVN1016",
        "GVN1017", "GVN1018", "GVN1019", "GVN1020", "GVN1021", "GVN2006", "GVN2007", "GVN2008", "GVN2010", "GVN2012", "GVN2013", "GVN2014", "GVN2016",
        "GVN2017", "GVN2019", "GVN2020", "GVN3004", "GVN4001", "GVN4002", "GVN4003", "GVN4006", "GVN9002", "GVN9004",
    ];

    /// <summary>No finding but the facts that the tool reads.</summary>
    public const string Facts = "GVN0001";

    /// <summary>
    /// The rules that came after the first release, each with its own. A project that has not accepted it is warned (<see cref="RuleBook"/>). The
    /// release files say the same, and a test compares.
    /// </summary>
    public static readonly ImmutableDictionary<string, Version> Newer = ImmutableDictionary<string, Version>.Empty;

    public static IEnumerable<string> All => Enforced.Concat(Configurable).Append(Facts);

    /// <summary>The build targets report these, and the generator on their behalf: no analyzer does, and no waiver reaches them.</summary>
    public static bool IsFromTheBuild(string id) => id == "GVN3001" || (id.StartsWith("GVN31", StringComparison.Ordinal) && id.Length == 7);

    public static bool IsOurs(string id) => id.StartsWith("GVN", StringComparison.OrdinalIgnoreCase) && id.Length > 3 && char.IsDigit(id[3]);

    /// <summary>The rule cannot be switched off at all.</summary>
    public static bool IsEnforced(string id) => id.Equals(Facts, StringComparison.OrdinalIgnoreCase)
                                             || Enforced.Contains(id, StringComparer.OrdinalIgnoreCase);
}
