namespace GovernanceAnalyzers.Rules.Accountability;

/// <summary>
/// Finds rules that the build lowers: NoWarn, ruleset and command line through the compilation's options, <c>.editorconfig</c> and
/// <c>.globalconfig</c> through the options of its files. None of them has a place in the source, so each is one finding.
/// </summary>
internal static class ConfiguredSeverities
{
    private const string Configuration = ".editorconfig or .globalconfig";
    private const string BulkKey = "dotnet_analyzer_diagnostic.severity";

    public static IEnumerable<SuppressionFinding> In(Compilation compilation, AnalyzerConfigOptionsProvider provider)
        => FromBuild(compilation.Options).Concat(FromFiles(compilation)).Concat(FromBulkKeys(compilation, provider)).Distinct();

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

    /// <summary>A whole category of ours below error, or everything that is configurable switched off.</summary>
    private static IEnumerable<SuppressionFinding> FromBulkKeys(Compilation compilation, AnalyzerConfigOptionsProvider provider)
    {
        var keys = GovernanceRule.Categories.Select(c => (Key: $"dotnet_analyzer_diagnostic.category-{c}.severity", WarningCounts: true))
                                            .Append((Key: BulkKey, WarningCounts: false));
        return from key in keys
               from tree in compilation.SyntaxTrees
               let value = provider.GetOptions(tree).TryGetValue(key.Key, out var text) ? text.Trim().ToLowerInvariant() : ""
               where value is "none" or "silent" or "refactoring" or "suggestion" || value is "warning" && key.WarningCounts
               select Finding(null, $"{key.Key} = {value} in {Configuration}");
    }

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
