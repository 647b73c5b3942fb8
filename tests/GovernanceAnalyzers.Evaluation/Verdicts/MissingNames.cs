namespace GovernanceAnalyzers.Evaluation.Verdicts;

/// <summary>The types and namespaces that a compilation names in its declarations and usings, and that nothing declares: packages that are not there.</summary>
internal static class MissingNames
{
    private static readonly ImmutableHashSet<string> s_missing = ["CS0246", "CS0234", "CS0400"];

    /// <summary>As they are written, each as often as it stands there.</summary>
    public static IEnumerable<string> Of(Compilation compilation)
        => compilation.GetDeclarationDiagnostics().Where(d => s_missing.Contains(d.Id) && d.Location.SourceTree is not null)
            .Select(d => d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan));
}
