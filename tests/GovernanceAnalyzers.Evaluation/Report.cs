using GovernanceAnalyzers.Evaluation.Table;
using GovernanceAnalyzers.Evaluation.Verdicts;

namespace GovernanceAnalyzers.Evaluation;

/// <summary>Prints a run: a line per row, what it adds up to, and what else was seen.</summary>
internal sealed class Report(TextWriter output)
{
    public void Write(RunResult run, bool details)
    {
        WriteRows(run.Verdicts);
        if (!run.Verdicts.IsEmpty)
        {
            WriteTotals(run.Verdicts);
        }

        WriteElsewhere(run, details);
        WriteSilence(run);
        WriteList("Not read as meant", run.Notes);
        WriteList("Declared nowhere (what is called through it is not seen; give the package by --reference, or declarations by --stub)", [.. run.Unresolved]);
        WriteList("Failed inside an analyzer (AD0001, GVN9099)", [.. run.Failures]);
    }

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Found => "found",
        Outcome.Missed => "MISSED",
        Outcome.Quiet => "quiet",
        _ => "FALSE ALARM",
    };

    private void WriteRows(ImmutableArray<Verdict> verdicts)
    {
        foreach (var repository in verdicts.GroupBy(v => v.Row.Repository))
        {
            output.WriteLine($"{repository.Key}");
            foreach (var verdict in repository)
            {
                var row = verdict.Row;
                output.WriteLine(
                    $"  {Word(verdict.Outcome),-11} {row.Risk,-6} {row.Action,-12} {row.CallsBetween,-6} {row.File}:{row.Line} {row.Method}"
                    + (row.CrossesProject ? "  [crosses a project]" : ""));
                foreach (var finding in verdict.Findings.GroupBy(f => f.Short))
                {
                    output.WriteLine($"      {finding.Key}{(finding.Count() > 1 ? $" ×{finding.Count()}" : "")}");
                }

                if (verdict.Why.Length > 0)
                {
                    output.WriteLine($"      {(verdict.IsUnplaced ? "not placed: " : "")}{verdict.Why}");
                }
            }

            output.WriteLine();
        }
    }

    private void WriteTotals(ImmutableArray<Verdict> verdicts)
    {
        output.WriteLine($"{"",-38} {"act",5} {"found",6} {"missed",7} {"recall",8}   {"do not",6} {"false alarms",13}");
        WriteGroup("all rows", verdicts);
        WriteGroup("  within one project", verdicts.Where(v => !v.Row.CrossesProject));
        WriteGroup("  across projects", verdicts.Where(v => v.Row.CrossesProject));
        WriteGroups("by risk", verdicts, v => v.Row.Risk.ToString());
        WriteGroups("by calls between", verdicts, v => v.Row.CallsBetween);
        WriteGroups("by action", verdicts, v => v.Row.Action);
        WriteGroups("by repository", verdicts, v => v.Row.Repository);

        var withError = verdicts.Where(v => v.HasError).ToList();
        var right = withError.Count(v => v.Row.Acts);
        output.WriteLine();
        output.WriteLine($"Tools with an error: {withError.Count}; of these act: {right}; precision {Percent(right, withError.Count)}");
        output.WriteLine(
            $"Tools that act and are reported as something else only: {verdicts.Count(v => v is { Outcome: Outcome.Missed, HasError: true })}; "
            + $"that do not and have a warning: {verdicts.Count(v => !v.Row.Acts && !v.HasError && v.Findings.Any(f => f.Diagnostic.Severity == DiagnosticSeverity.Warning))}");
        var found = verdicts.Where(v => v.Outcome == Outcome.Found).ToList();
        var acting = verdicts.Count(v => v.Row.Acts);
        var byName = found.Count(v => v.IsFoundByName);
        output.WriteLine($"Found by nothing but the name of a member that is called: {byName}; recall without: {Percent(found.Count - byName, acting)}");
        output.WriteLine(
            $"Tier of what was found: as the reader's {found.Count(v => v.ReportedTier == v.Row.Risk)}, "
            + $"lower {found.Count(v => v.ReportedTier < v.Row.Risk)}, higher {found.Count(v => v.ReportedTier > v.Row.Risk)}");
        output.WriteLine($"Rows that could not be placed: {verdicts.Count(v => v.IsUnplaced)}");
        if (verdicts.Where(v => v.Row.Acts && !ActionWords.Knows(v.Row.Action)).Select(v => v.Row.Action).Distinct().ToList() is { Count: > 0 } unknown)
        {
            output.WriteLine($"Kinds of action that are not known here, so that any action fits: {string.Join(", ", unknown)}");
        }
    }

    private void WriteGroups(string title, ImmutableArray<Verdict> verdicts, Func<Verdict, string> key)
    {
        output.WriteLine(title);
        foreach (var group in verdicts.GroupBy(key).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            WriteGroup("  " + group.Key, group);
        }
    }

    private void WriteGroup(string title, IEnumerable<Verdict> group)
    {
        var verdicts = group.ToList();
        var act = verdicts.Count(v => v.Row.Acts);
        var found = verdicts.Count(v => v.Outcome == Outcome.Found);
        output.WriteLine(
            $"{title,-38} {act,5} {found,6} {act - found,7} {Percent(found, act),8}   {verdicts.Count - act,6} {verdicts.Count(v => v.Outcome == Outcome.FalseAlarm),13}");
    }

    private void WriteElsewhere(RunResult run, bool details)
    {
        var named = run.Verdicts.SelectMany(v => v.Findings).Select(f => f.Diagnostic).ToHashSet();
        var elsewhere = run.Judged
            .SelectMany(a => a.Analysis.Findings.Where(f => f.Id != Finding.Facts && !named.Contains(f.Diagnostic)).Select(f => (a.Root, Finding: f))).ToList();
        if (elsewhere.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine("At places that the table does not name");
        foreach (var group in elsewhere.GroupBy(e => (e.Finding.Id, e.Finding.Diagnostic.Severity)).OrderBy(g => g.Key.Id, StringComparer.Ordinal))
        {
            output.WriteLine($"  {group.Key.Id} {group.Key.Severity} ×{group.Count()}");
            foreach (var (root, finding) in group.Where(_ => details))
            {
                output.WriteLine($"    {root.Name} {finding.Where(root.Folder)} {finding.Message}");
            }
        }
    }

    private void WriteSilence(RunResult run)
    {
        foreach (var folder in run.Silent.GroupBy(s => s.Root))
        {
            var noise = run.Noise.Where(n => n.Folder == folder.Key && n.Finding.Id != Finding.Facts).ToList();
            output.WriteLine();
            output.WriteLine(
                $"{folder.Key.Name}: {folder.Count()} compilations, {folder.Sum(a => a.Analysis.Project.Files.Length):N0} files, "
                + $"{folder.Sum(a => a.Analysis.Findings.Count(f => f.Id == Finding.Facts))} tools and steps, {noise.Count} findings");
            foreach (var (_, finding) in noise)
            {
                output.WriteLine($"  {finding.Diagnostic.Severity} {finding.Id} {finding.Where(folder.Key.Folder)} {finding.Message}");
            }
        }
    }

    private void WriteList(string title, IReadOnlyCollection<string> lines)
    {
        if (lines.Count > 0)
        {
            output.WriteLine();
            output.WriteLine($"{title}: {lines.Count}");
            foreach (var line in lines)
            {
                output.WriteLine($"  {line}");
            }
        }
    }

    private static string Percent(int part, int whole) => whole == 0 ? "–" : $"{100.0 * part / whole:0.0} %";
}
