namespace GovernanceAnalyzers.Rules.Accountability;

/// <summary>
/// Finds rules that the build lowers: NoWarn, ruleset and command line through the compilation's options, <c>.editorconfig</c> and
/// <c>.globalconfig</c> through the options of its files. None of them has a place in the source, so each is one finding.
/// </summary>
internal static class ConfiguredSeverities
{
    private const string Configuration = ".editorconfig or .globalconfig";
    private const string BulkKey = "dotnet_analyzer_diagnostic.severity";

    /// <param name="compilation">The compilation.</param>
    /// <param name="provider">Its options by file.</param>
    /// <param name="governed">The files that hold governed code.</param>
    public static IEnumerable<SuppressionFinding> In(
        Compilation compilation, AnalyzerConfigOptionsProvider provider, IEnumerable<SyntaxTree> governed)
        => FromBuild(compilation.Options)
            .Concat(FromFiles(compilation))
            .Concat(GovernanceRule.Categories.SelectMany(c => FromBulkKey(
                $"dotnet_analyzer_diagnostic.category-{c}.severity", compilation.SyntaxTrees, provider, warningCounts: true)))
            .Concat(FromBulkKey(BulkKey, governed, provider, warningCounts: false))
            .Distinct();

    private static IEnumerable<SuppressionFinding> FromBuild(CompilationOptions options)
        => options.SpecificDiagnosticOptions
            .Where(o => RuleIds.IsOurs(o.Key) && IsLowered(o.Value))
            .OrderBy(o => o.Key, StringComparer.Ordinal)
            .Select(o => Finding(o.Key, $"NoWarn, a ruleset or the command line ({Words(o.Value)})"));

    private static IEnumerable<SuppressionFinding> FromFiles(Compilation compilation)
    {
        if (compilation.Options.SyntaxTreeOptionsProvider is not { } options)
        {
            yield break;
        }

        foreach (var id in RuleIds.All)
        {
            if (options.TryGetGlobalDiagnosticValue(id, default, out var severity) && IsLowered(severity)
                || compilation.SyntaxTrees.Any(t => options.TryGetDiagnosticValue(t, id, default, out severity) && IsLowered(severity)))
            {
                yield return Finding(id, $"dotnet_diagnostic.{id}.severity in {Configuration} ({Words(severity)})");
            }
        }
    }

    /// <summary>
    /// A category of ours is meant wherever it is lowered. All analyzers together are switched off for a folder of other people's code,
    /// so that counts only where governed code lies; and a warning there is what many projects make of everything.
    /// </summary>
    private static IEnumerable<SuppressionFinding> FromBulkKey(
        string key, IEnumerable<SyntaxTree> trees, AnalyzerConfigOptionsProvider provider, bool warningCounts)
        => from tree in trees
           let value = provider.GetOptions(tree).TryGetValue(key, out var text) ? text.Trim().ToLowerInvariant() : ""
           where value is "none" or "silent" or "refactoring" or "suggestion" || value is "warning" && warningCounts
           select Finding(null, $"{key} = {value} in {Configuration}");

    private static SuppressionFinding Finding(string? id, string how) => new(id, how, Location.None);

    private static bool IsLowered(ReportDiagnostic severity)
        => severity is ReportDiagnostic.Suppress or ReportDiagnostic.Hidden or ReportDiagnostic.Info or ReportDiagnostic.Warn;

    private static string Words(ReportDiagnostic severity) => severity switch
    {
        ReportDiagnostic.Suppress => "none",
        ReportDiagnostic.Hidden => "silent",
        ReportDiagnostic.Info => "suggestion",
        _ => "warning",
    };
}
