using GovernanceAnalyzers.Tool.Output;
using Spectre.Console;

namespace GovernanceAnalyzers.Tool.Check.Reports;

/// <summary>Findings by step, then the summary on one screen, then the result.</summary>
internal static class TextReport
{
    public static void Write(Page page, CheckResult result, ShownPaths paths)
    {
        foreach (var group in result.Findings.GroupBy(f => f.About).OrderBy(g => g.Key is null ? 1 : 0))
        {
            if (group.Key is { } about)
            {
                page.Add($"{Words.Kind(about)} {about.Id}", Page.Title);
                page.Line(about.Tier.Length > 0 ? $"  {about.Tier}" : $"  {Words.Member(about)}", Page.Faint);
            }
            else
            {
                page.Line("Not in a step", Page.Title);
            }

            foreach (var finding in group)
            {
                Write(page, finding, paths);
            }

            page.Line();
        }

        if (result.Obstacles.Count == 0 || result.Facts.Count > 0 || result.Findings.Count > 0)
        {
            SummaryText.Write(page, result, paths);
            page.Line();
        }

        foreach (var obstacle in result.Obstacles.Skip(1).Take(5))
        {
            page.Line($"Also: {obstacle}", Page.Bad);
        }

        if (result.Obstacles.Count == 0)
        {
            page.Line(Conclusion.Of(result), result.Verdict == CheckVerdict.Clean ? Page.Good : result.Verdict == CheckVerdict.Findings ? Page.Bad : Page.Warning);
        }
    }

    private static void Write(Page page, Finding finding, ShownPaths paths)
    {
        page.Add($"  {Words.Level(finding.Level)} {finding.Rule}", Colour(finding.Level));
        page.Line($": {finding.Message}");
        if (finding.Place is { } place)
        {
            page.Line($"    {paths.Of(place)}");
        }

        if (finding.Path is { } path)
        {
            page.Line($"    path: {path}");
        }

        if (finding.Help is { } help)
        {
            page.Line($"    {help}", Page.Faint);
        }
    }

    private static Style Colour(FindingLevel level) => level switch
    {
        FindingLevel.Error => Page.Bad,
        FindingLevel.Warning => Page.Warning,
        _ => Page.Faint,
    };
}
