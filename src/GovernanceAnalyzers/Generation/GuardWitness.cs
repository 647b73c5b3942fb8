namespace GovernanceAnalyzers.Generation;

/// <summary>
/// GVN3106: the build guards (GVN31xx) see that the analyzers are there, and this sees that the guards are. The generator says it and no
/// analyzer, because it runs where analysis is switched off, too.
/// </summary>
internal static class GuardWitness
{
    /// <summary>What the guards' own target sets for the compiler to see.</summary>
    private const string MarkKey = "build_property._GovernanceGuards";

    /// <summary>What every MSBuild project hands over. Where it is missing, no build asks: a test, or a host with a way of its own.</summary>
    private const string BuildKey = "build_property.ProjectDir";

    public static readonly DiagnosticDescriptor Rule = GovernanceRule.Enforced(
        "GVN3106",
        GovernanceRule.Accountability,
        "The build guards are in place",
        "The targets of GovernanceAnalyzers are not part of this build, so nobody sees whether its rules run and no manifest is written: "
        + "remove ExcludeAssets (build, buildTransitive) from the reference, and what sets CustomAfterDirectoryBuildTargets in a targets file");

    public static bool AreMissing(AnalyzerConfigOptions build)
        => IsSet(build, BuildKey) && !IsSet(build, MarkKey);

    private static bool IsSet(AnalyzerConfigOptions build, string key) => build.TryGetValue(key, out var value) && value.Trim().Length > 0;
}
