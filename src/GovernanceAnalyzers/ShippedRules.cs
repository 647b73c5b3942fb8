namespace GovernanceAnalyzers;

/// <summary>The analyzers of this package, found by reflection, so that none is left out where all are asked.</summary>
internal static class ShippedRules
{
    private static readonly Lazy<ImmutableArray<GovernanceAnalyzer>> s_analyzers = new(() =>
    [
        .. typeof(GovernanceAnalyzer).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && typeof(GovernanceAnalyzer).IsAssignableFrom(t))
            .OrderBy(t => t.FullName, StringComparer.Ordinal)
            .Select(t => (GovernanceAnalyzer)Activator.CreateInstance(t)),
    ]);

    private static readonly Lazy<ImmutableDictionary<string, DiagnosticSeverity>> s_severities = new(() =>
        s_analyzers.Value.SelectMany(a => a.SupportedDiagnostics).GroupBy(d => d.Id, StringComparer.OrdinalIgnoreCase)
            .ToImmutableDictionary(g => g.Key, g => g.Max(d => d.DefaultSeverity), StringComparer.OrdinalIgnoreCase));

    /// <summary>One of each. They hold no state of a compilation.</summary>
    public static ImmutableArray<GovernanceAnalyzer> Analyzers => s_analyzers.Value;

    /// <summary>The severity a rule has where nobody changes it, the highest where it has several; that of an error for an id of no rule.</summary>
    public static DiagnosticSeverity SeverityOf(string id) => s_severities.Value.TryGetValue(id, out var severity) ? severity : DiagnosticSeverity.Error;
}
