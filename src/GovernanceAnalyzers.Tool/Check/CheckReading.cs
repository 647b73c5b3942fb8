namespace GovernanceAnalyzers.Tool.Check;

/// <summary>Puts together what the compiler logged: findings once, facts once, and every reason to distrust the result.</summary>
internal static class CheckReading
{
    internal const string HelpFolder = "https://github.com/GovernanceAnalyzers/GovernanceAnalyzers/blob/main/docs/rules/";

    /// <summary>What the compiler calls an analyzer that crashed or did not load. Only warnings to it; to us, a control that did not run.</summary>
    private static readonly string[] s_analyzerFailures = ["AD0001", "CS8032", "CS8033", "CS8034", "CS8040", "CS9057", "CS8784", "CS8785"];

    public static CheckResult Read(
        CheckTarget target, ShownPaths paths, UserBuild build, IReadOnlyList<Compilation> compilations, CheckOptions options)
    {
        var logs = compilations.Where(c => c.IsCSharp).Select(c => (Compilation: c, Log: SarifLog.Read(c.SarifFile))).ToList();
        var results = logs.SelectMany(l => (l.Log?.Results ?? []).Select(r => (l.Compilation, Result: Rooted(r, l.Compilation)))).ToList();
        var facts = results.Where(r => r.Result.Rule == StepFacts.Rule)
            .Select(r => StepFacts.Read(r.Compilation.Project, r.Result))
            .GroupBy(f => (f.Project, f.Kind, f.Id, f.Member)).Select(StepFacts.Merge)
            .OrderBy(f => f.IsStep ? 0 : 1).ThenBy(f => f.Id, StringComparer.Ordinal).ThenBy(f => f.Member, StringComparer.Ordinal).ToList();
        var rules = logs.SelectMany(l => l.Log?.Rules ?? []).Where(r => IsOurs(r.Id))
            .GroupBy(r => r.Id).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var ours = results.Where(r => IsOurs(r.Result.Rule) && r.Result.Rule is not StepFacts.Rule).ToList();
        return new CheckResult(target, options.AllowUnfollowed)
        {
            Obstacles = [.. BuildObstacles(build, target, paths, compilations), .. LogObstacles(build, logs, results)],
            Compilations = compilations,
            Facts = facts,
            Findings = [.. Findings(ours, facts, rules), .. SwitchedOff(compilations), .. DueDates.Findings(compilations, options.EnforceDates), .. Runbooks.Findings(compilations)],
            Ungoverned = UngovernedAction.Merge(results.Select(r => UngovernedAction.Read(r.Compilation.Project, r.Result)).OfType<UngovernedAction>()),
            Suppressed = ours.Where(r => r.Result.IsSuppressed).Select(r => (r.Result.Rule, r.Result.Place)).Distinct().Count(),
            Unread = Unread(target, build, compilations),
            Rules = rules,
        };
    }

    private static bool IsOurs(string rule) => rule.StartsWith("GVN", StringComparison.Ordinal);

    /// <summary>The compiler logs a file as the project names it: where that is not a full path, it counts from the project.</summary>
    private static SarifResult Rooted(SarifResult result, Compilation compilation)
        => result.Place is { } place && !Path.IsPathFullyQualified(place.File)
            ? result with { Place = place with { File = Path.GetFullPath(place.File, Path.GetDirectoryName(compilation.Project)!) } }
            : result;

    private static IEnumerable<Finding> Findings(
        IEnumerable<(Compilation Compilation, SarifResult Result)> results, IReadOnlyList<StepFacts> facts, Dictionary<string, SarifRule> rules)
        => results.Where(r => !r.Result.IsSuppressed)
            .DistinctBy(r => (r.Compilation.Project, r.Result.Rule, r.Result.Place, r.Result.Message))
            .Select(r =>
            {
                var about = FindingSubject.Of(r.Result, [.. facts.Where(f => f.Project == r.Compilation.Project)]);
                return new Finding(r.Result.Rule, Finding.LevelOf(r.Result.Level), r.Result.Message,
                                   rules.GetValueOrDefault(r.Result.Rule)?.Help, r.Result.Place, r.Compilation.Project)
                {
                    About = about,
                    Path = CallPath(r.Result, about) is { } path && !r.Result.Message.Contains(path, StringComparison.Ordinal) ? path : null,
                };
            })
            .OrderBy(f => f.Place?.File, StringComparer.Ordinal).ThenBy(f => f.Place?.Line).ThenBy(f => f.Place?.Column)
            .ThenBy(f => f.Rule, StringComparer.Ordinal);

    private static string? CallPath(SarifResult result, StepFacts? about)
        => result.Properties.TryGetValue("path", out var path) && path.Length > 0 ? path
         : about?.Actions.FirstOrDefault(a => a.Place.File == result.Place?.File && a.Place.Line == result.Place.Line)?.Path;

    /// <summary>The check switches analysis on to read; that the project's own builds leave it off is a finding of its own.</summary>
    private static IEnumerable<Finding> SwitchedOff(IEnumerable<Compilation> compilations)
        => compilations.Where(c => c.TakesPart && c.IsCSharp && c.SwitchesAnalysisOff).DistinctBy(c => c.Project)
            .Select(c => new Finding(
                "GVN3101", FindingLevel.Error,
                $"{Path.GetFileName(c.Project)} switches analysis off (RunAnalyzers or RunAnalyzersDuringBuild is false), so its own builds check no governance rule",
                HelpFolder + "GVN3101.md", new SourcePlace(c.Project, 0, 0), c.Project));

    private static IEnumerable<string> BuildObstacles(
        UserBuild build, CheckTarget target, ShownPaths paths, IReadOnlyList<Compilation> compilations)
    {
        if (build.Succeeded)
        {
            if (!compilations.Any(c => c.IsCSharp))
            {
                yield return compilations.Count == 0
                    ? $"{target.Name} compiles nothing, so there was nothing to read."
                    : $"{target.Name} compiles no C#, and check reads C#.";
            }

            yield break;
        }

        // Our own error says more than the compiler's: a step that cannot be plumbed also lacks its implementing part (CS8795).
        var first = build.Errors.FirstOrDefault(e => e.IsOurs) ?? build.Errors.FirstOrDefault();
        if (first is null)
        {
            yield return $"the build of {target.Name} failed without an error line; it said last: {build.LastLine}";
            yield break;
        }

        var more = build.Errors.Select(e => (e.File, e.At, e.Code, e.Message)).Distinct().Count() - 1;
        yield return first.Text(paths) + (more == 0 ? "" : more == 1 ? " (and 1 more error)" : $" (and {more} more errors)");
    }

    private static IEnumerable<string> LogObstacles(
        UserBuild build, IEnumerable<(Compilation Compilation, SarifLog? Log)> logs, IEnumerable<(Compilation Compilation, SarifResult Result)> results)
    {
        foreach (var (compilation, result) in results)
        {
            if (result.Rule == "GVN9099" || (s_analyzerFailures.Contains(result.Rule) && result.Message.Contains("GovernanceAnalyzers", StringComparison.Ordinal)))
            {
                yield return $"an analyzer did not run on {compilation.Name}: {result.Rule}: {result.Message}";
            }
        }

        foreach (var (compilation, log) in logs)
        {
            if (build.Succeeded && log?.ListsGovernanceRules != true)
            {
                yield return log is null
                    ? $"the compiler left no log for {compilation.Name}, so its rules are not known to have run."
                    : $"the compiler's log for {compilation.Name} lists no governance rule, so none is known to have run.";
            }
        }
    }

    private static List<string> Unread(CheckTarget target, UserBuild build, IReadOnlyList<Compilation> compilations)
    {
        var unread = compilations.Where(c => !c.IsCSharp).Select(c => c.Project).ToHashSet(StringComparer.Ordinal);
        if (build.Succeeded && target.IsSolution)
        {
            unread.UnionWith(SolutionProjects.Of(target).Except(compilations.Select(c => c.Project), StringComparer.OrdinalIgnoreCase));
        }

        return [.. unread.Order(StringComparer.Ordinal)];
    }
}
