namespace GovernanceAnalyzers.Tool.Check;

/// <summary>
/// Which step or entry point a finding is about: the one in whose own code it stands, else the one that its sentence names. A finding that is
/// neither is about a workflow, a file or the project.
/// </summary>
internal static class FindingSubject
{
    public static StepFacts? Of(SarifResult result, IReadOnlyList<StepFacts> facts)
        => (result.Place is { } place ? Around(place, facts) : null) ?? facts.FirstOrDefault(f => Says(result.Message, f.Id));

    /// <summary>The innermost: a tool may be a lambda within a step.</summary>
    private static StepFacts? Around(SourcePlace place, IReadOnlyList<StepFacts> facts)
        => facts.SelectMany(f => f.Parts.Select(p => (Facts: f, Part: p))).Where(p => p.Part.Holds(place)).OrderBy(p => p.Part.Length)
                .Select(p => p.Facts).FirstOrDefault();

    private static bool Says(string message, string id) => id.Length > 0 && message.Contains($"'{id}'", StringComparison.Ordinal);
}
