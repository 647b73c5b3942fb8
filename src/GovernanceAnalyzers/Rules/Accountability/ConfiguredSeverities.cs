namespace GovernanceAnalyzers.Rules.Accountability;

/// <summary>
/// Finds rules that the build lowers: NoWarn, ruleset and command line through the compilation's options, <c>.editorconfig</c> and
/// <c>.globalconfig</c> through the options of its files. None of them has a place in the source, and neither the compiler nor we are told in which
/// file it stands, so each is one finding, about the assembly.
/// </summary>
internal static class ConfiguredSeverities
{
    private const string Configuration = ".editorconfig or .globalconfig";
    private const string GeneratedCode = "generated_code";
    private const string BulkKey = "dotnet_analyzer_diagnostic.severity";

    /// <param name="compilation">The compilation.</param>
    /// <param name="provider">Its options by file.</param>
    /// <param name="governed">The files in which somebody wrote governed code.</param>
    public static IEnumerable<SuppressionFinding> In(
        Compilation compilation, AnalyzerConfigOptionsProvider provider, IEnumerable<SyntaxTree> governed)
        => FromBuild(compilation.Options)
            .Concat(FromFiles(compilation))
            .Concat(GovernanceRule.Categories.SelectMany(c => FromBulkKey(
                $"dotnet_analyzer_diagnostic.category-{c}.severity", compilation.SyntaxTrees, provider, warningCounts: true)))
            .Concat(FromBulkKey(BulkKey, governed, provider, warningCounts: false))
            .Concat(FromGeneratedCode(governed, provider))
            .Distinct();

    private static IEnumerable<SuppressionFinding> FromBuild(CompilationOptions options)
    {
        foreach (var option in options.SpecificDiagnosticOptions.Where(o => RuleIds.IsOurs(o.Key) && IsLowered(o.Key, o.Value)).OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            yield return Finding(option.Key, $"NoWarn, a ruleset or the command line ({Words(option.Value)})");
        }

        // Both hide what is no more than a warning.
        if (options.WarningLevel == 0)
        {
            yield return Finding(null, "WarningLevel = 0");
        }

        if (options.GeneralDiagnosticOption == ReportDiagnostic.Suppress)
        {
            yield return Finding(null, "a ruleset that includes all rules with the action None");
        }
    }

    private static IEnumerable<SuppressionFinding> FromFiles(Compilation compilation)
    {
        if (compilation.Options.SyntaxTreeOptionsProvider is not { } options)
        {
            yield break;
        }

        foreach (var id in RuleIds.All)
        {
            if (options.TryGetGlobalDiagnosticValue(id, default, out var severity) && IsLowered(id, severity)
                || compilation.SyntaxTrees.Any(t => options.TryGetDiagnosticValue(t, id, default, out severity) && IsLowered(id, severity)))
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

    /// <summary>What it switches off elsewhere; our rules read such a file like any other.</summary>
    private static IEnumerable<SuppressionFinding> FromGeneratedCode(IEnumerable<SyntaxTree> trees, AnalyzerConfigOptionsProvider provider)
        => from tree in trees
           where provider.GetOptions(tree).TryGetValue(GeneratedCode, out var text) && text.Trim().Equals("true", StringComparison.OrdinalIgnoreCase)
           select Finding(null, $"{GeneratedCode} = true over governed code in {Configuration}") with { HasEffect = false };

    private static SuppressionFinding Finding(string? id, string how) => new(id, how, Location.None);

    private static bool IsLowered(string id, ReportDiagnostic severity) => severity switch
    {
        ReportDiagnostic.Suppress => true,
        ReportDiagnostic.Hidden => ShippedRules.SeverityOf(id) > DiagnosticSeverity.Hidden,
        ReportDiagnostic.Info => ShippedRules.SeverityOf(id) > DiagnosticSeverity.Info,
        ReportDiagnostic.Warn => ShippedRules.SeverityOf(id) > DiagnosticSeverity.Warning,
        _ => false,
    };

    private static string Words(ReportDiagnostic severity) => severity switch
    {
        ReportDiagnostic.Suppress => "none",
        ReportDiagnostic.Hidden => "silent",
        ReportDiagnostic.Info => "suggestion",
        _ => "warning",
    };
}
