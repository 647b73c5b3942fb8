using GovernanceAnalyzers.Inspection;

namespace GovernanceAnalyzers.Tool.Check;

/// <summary>
/// What a check says of dates that are near or past. In the build that it attaches to nothing is said, because there an error would leave
/// unread what depends on the project.
/// </summary>
internal static class DueDates
{
    /// <summary>The findings, once for all frameworks of a project.</summary>
    /// <param name="compilations">What was compiled.</param>
    /// <param name="strict">A day too late is an error; else it is one where it is one of the build's.</param>
    public static IEnumerable<Finding> Findings(IEnumerable<Compilation> compilations, bool strict)
        => compilations.Where(c => c.ManifestFile.Length > 0 && File.Exists(c.ManifestFile))
            .SelectMany(c => DueDate.In(WrittenManifest.Read(c.ManifestFile), c.Date).Select(due => new Finding(
                due.Rule, LevelOf(due, strict),
                due.Message, $"{CheckReading.HelpFolder}{due.Rule}.md", new SourcePlace(c.Project, 0, 0), c.Project)))
            .DistinctBy(f => (f.Project, f.Rule, f.Message));

    private static FindingLevel LevelOf(DueDate due, bool strict)
        => due.Rule != "GVN3001" ? FindingLevel.Warning
         : due.State == DueDateState.Overdue || (strict && due.State == DueDateState.Past) ? FindingLevel.Error
         : FindingLevel.Note;
}
