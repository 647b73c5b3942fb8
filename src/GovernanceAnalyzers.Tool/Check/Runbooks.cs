using GovernanceAnalyzers.Inspection;

namespace GovernanceAnalyzers.Tool.Check;

/// <summary>What a check says of runbooks that are not there; the build that it attaches to says nothing of them, as of <see cref="DueDates"/>.</summary>
internal static class Runbooks
{
    /// <summary>The findings, once for all frameworks of a project.</summary>
    public static IEnumerable<Finding> Findings(IEnumerable<Compilation> compilations)
        => compilations.Where(c => c.ManifestFile.Length > 0 && File.Exists(c.ManifestFile))
            .SelectMany(c => MissingRunbook.In(WrittenManifest.Read(c.ManifestFile), Path.GetDirectoryName(c.Project)!).Select(missing => new Finding(
                MissingRunbook.Rule, missing.IsCertain ? FindingLevel.Error : FindingLevel.Warning,
                missing.Message, $"{CheckReading.HelpFolder}{MissingRunbook.Rule}.md", new SourcePlace(c.Project, 0, 0), c.Project)))
            .DistinctBy(f => (f.Project, f.Message));
}
