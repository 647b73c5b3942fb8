using GovernanceAnalyzers.Backlog;
using GovernanceAnalyzers.Tool.Check;

namespace GovernanceAnalyzers.Tool.Backlog;

/// <summary>What the backlogs of a check list beyond an earlier commit. A backlog may only shrink: no new line, no higher tier, no later end.</summary>
/// <param name="Since">The commit, as the user named it.</param>
/// <param name="Lines">One sentence per line that is more than it was.</param>
internal sealed record BacklogGrowth(string Since, IReadOnlyList<string> Lines)
{
    public string Sentence => Lines.Count == 1
        ? $"The backlog grew since {Since}: {Lines[0]}."
        : $"The backlog grew since {Since} in {Lines.Count} places (first: {Lines[0]}).";

    public static async Task<BacklogGrowth> SinceAsync(GitHistory history, CheckResult result, ShownPaths paths, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var project in result.Compilations.Where(c => c.IsCSharp).Select(c => c.Project).Distinct())
        {
            var before = await history.ReadAsync(Path.GetDirectoryName(project)!, BacklogLine.FileName, cancellationToken);
            var forgiven = result.Ungoverned.Where(u => u.Project == project && u.IsForgiven).ToList();
            lines.AddRange(Compare(before is null ? null : BacklogDocument.Parse(before), BacklogDocument.Beside(project), forgiven.Count,
                                   paths.Of(BacklogDocument.PathFor(project))));
        }

        return new(history.Name, lines);
    }

    /// <summary>What one project's backlog is more than it was.</summary>
    /// <param name="before">Null where it kept none.</param>
    /// <param name="now">Null where it keeps none.</param>
    /// <param name="forgiven">How much acts by itself and is no error: all of it by <c>adopt</c>, where there is no backlog.</param>
    /// <param name="file">The file's name, for the sentences.</param>
    public static IEnumerable<string> Compare(BacklogDocument? before, BacklogDocument? now, int forgiven, string file)
    {
        if (now is null)
        {
            return before is not null && forgiven > 0
                ? [$"{file} is gone, and adopt forgives all that acts by itself, {forgiven} now"]
                : [];
        }

        return now.Lines.Select(line => before?.Find(line.Key) switch
        {
            null => $"{file} lists {line.EntryPoint} with {line.Capability}",
            { } was when was.Tier < line.Tier => $"{file} lists {line.EntryPoint} with {line.Capability} as {line.Tier} instead of {was.Tier}",
            { } was when was.Until < line.Until => $"{file} lets {line.EntryPoint} stay until {line.UntilText} instead of {was.UntilText}",
            _ => null,
        }).OfType<string>();
    }
}
