using GovernanceAnalyzers.Tool.Check;
using GovernanceAnalyzers.Tool.Check.Reports;
using static GovernanceAnalyzers.Tool.Tests.Check.RecordedCheck;

namespace GovernanceAnalyzers.Tool.Tests.Check;

/// <summary>Nothing that was not read, or did not run, becomes a clean result.</summary>
public sealed class CheckReadingTests : IDisposable
{
    private static readonly string[] s_rules = ["CS0168", "GVN0001", "GVN2006"];
    private readonly RecordedCheck _check = new();

    [Fact]
    public void Without_findings_and_with_everything_followed_it_is_clean()
    {
        var result = _check.Compiled("net10.0", s_rules, Fact("entry-point", "Read", 3)).Read();
        Assert.Equal((CheckVerdict.Clean, 0, "No findings."), (result.Verdict, result.ExitCode, Conclusion.Of(result)));
    }

    [Fact]
    public void A_compile_without_a_log_could_not_run()
    {
        _check.Record("net10.0");
        Assert.Equal(["the compiler left no log for App.csproj (net10.0), so its rules are not known to have run."], Obstacles(_check.Read()));
    }

    [Fact]
    public void One_framework_whose_log_lists_no_rule_of_ours_is_enough_to_not_have_run()
    {
        var result = _check.Compiled("net10.0", s_rules).Compiled("net8.0", ["CA1000"]).Read();
        Assert.Equal(["the compiler's log for App.csproj (net8.0) lists no governance rule, so none is known to have run."], Obstacles(result));
    }

    [Fact]
    public void A_log_that_is_cut_off_could_not_run()
    {
        File.WriteAllText(_check.Record("net10.0") + ".sarif", """{ "runs": [ { "results": [""");
        Assert.Equal(["the compiler left no log for App.csproj (net10.0), so its rules are not known to have run."], Obstacles(_check.Read()));
    }

    [Theory]
    [InlineData("AD0001", "Analyzer 'GovernanceAnalyzers.Rules.X' threw an exception of type 'System.NullReferenceException'.")]
    [InlineData("GVN9099", "X failed inside, so its rules were not checked.")]
    [InlineData("CS8032", "An instance of analyzer GovernanceAnalyzers.Rules.X cannot be created.")]
    [InlineData("CS9057", "Analyzer assembly '/x/GovernanceAnalyzers.dll' cannot be used because it references version '5.0' of the compiler.")]
    public void An_analyzer_of_ours_that_crashed_or_did_not_load_could_not_run(string rule, string message)
    {
        var result = _check.Compiled("net10.0", s_rules, Result(rule, "warning", message, line: 0)).Read();
        Assert.Equal([$"an analyzer did not run on App.csproj (net10.0): {rule}: {message}"], Obstacles(result));
    }

    [Fact]
    public void Another_packages_crash_and_findings_are_none_of_ours()
    {
        var result = _check.Compiled("net10.0", s_rules,
            Result("AD0001", "warning", "Analyzer 'Other.Analyzer' threw an exception."), Result("CA1822", "warning", "Mark as static.")).Read();
        Assert.Equal(CheckVerdict.Clean, result.Verdict);
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void A_compile_error_could_not_run_and_names_the_first_one()
    {
        _check.Record("net10.0");
        var result = _check.Failed($"{Path.GetDirectoryName(_check.Project)}/Tools.cs(3,5): error CS0246: The type 'Y' could not be found [{_check.Project}::TargetFramework=net10.0]")
                           .Failed($"{Path.GetDirectoryName(_check.Project)}/Tools.cs(4,5): error CS0103: The name 'z' does not exist [{_check.Project}]").Read();
        Assert.Equal(["App.csproj failed: Tools.cs(3,5): error CS0246: The type 'Y' could not be found (and 1 more error)"], Obstacles(result));
    }

    [Fact]
    public void An_error_of_ours_goes_before_the_compilers()
    {
        var result = _check.Failed($"{_check.Project} : error CS8795: Partial member must have an implementation part [{_check.Project}]")
                           .Failed($"CSC : error GVN1010: Step 'a/b' cannot be plumbed [{_check.Project}]").Read();
        Assert.Equal(["App.csproj failed: error GVN1010: Step 'a/b' cannot be plumbed (and 1 more error)"], Obstacles(result));
    }

    [Fact]
    public void A_place_in_the_SDK_is_left_out()
    {
        var result = _check.Failed($"{Path.GetFullPath("/sdk/Resolution.targets")}(266,5): error NETSDK1004: Assets file not found. [{_check.Project}]").Read();
        Assert.Equal(["App.csproj failed: error NETSDK1004: Assets file not found."], Obstacles(result));
    }

    [Fact]
    public void A_project_without_CSharp_has_nothing_to_check()
    {
        _check.Record("net10.0", "F#");
        Assert.Equal(["App.csproj compiles no C#, and check reads C#."], Obstacles(_check.Read()));
    }

    [Fact]
    public void What_several_frameworks_share_is_shown_once()
    {
        var finding = Result("GVN2006", "error", "Entry point 'Delete' performs files.delete (High)", 9);
        var result = _check
            .Compiled("net10.0", s_rules, Fact("entry-point", "Delete", 8, ("actions", "files.delete|High|Delete → File.Delete|9")), finding.DeepClone().AsObject())
            .Compiled("net8.0", s_rules, Fact("entry-point", "Delete", 8, ("actions", "files.delete|High|Delete → File.Delete|9\nmail.send|High|Delete → Mail|12")),
                      finding)
            .Read();
        Assert.Equal("Delete", Assert.Single(result.Findings).About?.Id);
        Assert.Equal(["files.delete", "mail.send"], Assert.Single(result.Facts).Actions.Select(a => a.Capability));
        Assert.Equal((1, "1 error."), (result.ExitCode, Conclusion.Of(result)));
    }

    [Fact]
    public void Unfollowed_code_is_not_clean_unless_allowed()
    {
        _check.Compiled("net10.0", s_rules, Fact("entry-point", "Refund", 3, ("notFollowed", "IRefundService.RefundAsync|4")), Fact("entry-point", "Read", 7));
        var result = _check.Read();
        Assert.Equal(1, result.ExitCode);
        Assert.Equal("No findings in what was read. 1 of 2 tools call code that this build does not follow (first: Tools.Refund → IRefundService.RefundAsync). "
                     + "Not a clean result.", Conclusion.Of(result));
        Assert.Equal(0, _check.Read(allowUnfollowed: true).ExitCode);
    }

    [Fact]
    public void A_blind_spot_is_not_clean()
    {
        var result = _check.Compiled("net10.0", s_rules, Fact("step", "a/b", 3, ("blindSpots", "reflection|MethodBase.Invoke|4"))).Read();
        Assert.Equal((1, "No findings in what was read. 1 blind spot. Not a clean result."), (result.ExitCode, Conclusion.Of(result)));
    }

    [Fact]
    public void What_a_project_in_adopt_mode_has_not_governed_yet_is_shown_and_does_not_fail()
    {
        var result = _check.Compiled("net10.0", s_rules, Fact("entry-point", "Delete", 8), Result("GVN2006", "note", "Entry point 'Delete' performs …", 9)).Read();
        Assert.Equal((0, FindingLevel.Note), (result.ExitCode, Assert.Single(result.Findings).Level));
    }

    [Fact]
    public void A_finding_is_about_the_innermost_step_or_tool_in_whose_code_it_stands()
    {
        var result = _check.Compiled("net10.0", s_rules,
            Fact("step", "desk/outer", 3, ("parts", "2|9\n1|4|other/Part.cs")), Fact("entry-point", "lambda", 6, ("parts", "6|7")), Fact("step", "desk/named", 20, ("parts", "20|21")),
            Result("GVN1011", "error", "Nothing is named here.", 3), Result("GVN2006", "error", "Nor here.", 7), Result("GVN2005", "error", "Outside, about 'desk/named'.", 15),
            Result("GVN2003", "error", "Inside, although about 'desk/named'.", 8), Result("GVN1021", "error", "About a workflow.", 16)).Read();
        Assert.Equal(["desk/outer", "lambda", "desk/outer", "desk/named", null], result.Findings.OrderBy(f => f.Place!.Line).Select(f => f.About?.Id));
    }

    [Fact]
    public void What_stands_in_another_part_of_the_class_has_its_file()
    {
        var facts = Assert.Single(_check.Compiled("net10.0", s_rules, Fact("step", "desk/outer", 3,
            ("actions", "files.read|Low|Outer → File.ReadAllText|4\nfiles.delete|High|Outer → File.Delete|2|other/Part.cs"), ("notFollowed", "IOther.Run|3|other/Part.cs"))).Read().Facts);
        var folder = Path.GetDirectoryName(_check.Project)!;
        Assert.Equal([Path.Combine(folder, "Tools.cs"), Path.Combine(folder, "other", "Part.cs")], facts.Actions.Select(a => a.Place.File));
        Assert.Equal((Path.Combine(folder, "other", "Part.cs"), 3), (facts.NotFollowed[0].Place.File, facts.NotFollowed[0].Place.Line));
    }

    [Fact]
    public void A_suppressed_finding_is_counted()
    {
        var result = _check.Compiled("net10.0", s_rules, Result("GVN2006", "error", "Entry point …", 9, suppressed: true)).Read();
        Assert.Equal((0, 1), (result.Findings.Count, result.Suppressed));
    }

    [Fact]
    public void A_project_of_ours_that_leaves_analysis_off_is_a_finding()
    {
        File.WriteAllText(_check.Record("net10.0", "C#", "takesPart=true", "runAnalyzers=False") + ".sarif",
                          """{ "runs": [ { "tool": { "driver": { "rules": [ { "id": "GVN0001" } ] } } } ] }""");
        Assert.Equal("GVN3101", Assert.Single(_check.Read().Findings).Rule);
    }

    [Theory]
    [InlineData("2026-11-01", false, FindingLevel.Note, 0)]
    [InlineData("2026-11-25", false, FindingLevel.Note, 0)]
    [InlineData("2026-11-25", true, FindingLevel.Error, 1)]
    [InlineData("2026-11-20", true, FindingLevel.Note, 0)]
    [InlineData("2026-12-04", false, FindingLevel.Error, 1)]
    public void A_waivers_last_day_is_judged_as_the_build_does_or_to_the_day(string today, bool enforceDates, object level, int exitCode)
    {
        var manifest = Path.Combine(Path.GetDirectoryName(_check.Project)!, "App.governance.json");
        File.WriteAllText(manifest, """{ "declared": { "waivers": [ { "rule": "GVN1008", "target": "assembly", "until": "2026-11-20" } ] } }""");
        foreach (var framework in new[] { "net10.0", "net9.0" })
        {
            File.WriteAllText(_check.Record(framework, "C#", $"manifest={manifest}", $"date={today}") + ".sarif",
                              """{ "runs": [ { "tool": { "driver": { "rules": [ { "id": "GVN0001" } ] } } } ] }""");
        }

        var result = _check.Read(enforceDates: enforceDates);
        var finding = Assert.Single(result.Findings);
        Assert.Equal(("GVN3001", (FindingLevel)level, exitCode), (finding.Rule, finding.Level, result.ExitCode));
    }

    [Theory]
    [InlineData(false, FindingLevel.Warning)]
    [InlineData(true, FindingLevel.Error)]
    public void A_runbook_that_is_not_there_is_a_finding_and_an_error_within_a_repository(bool isRepository, object level)
    {
        var folder = Path.GetDirectoryName(_check.Project)!;
        var manifest = Path.Combine(folder, "App.governance.json");
        File.WriteAllText(manifest, """{ "declared": { "workflows": [ { "id": "refunds", "type": "T:Desk", "stage": "Harden", "runbook": "docs/r.md" } ] } }""");
        if (isRepository)
        {
            Directory.CreateDirectory(Path.Combine(folder, ".git"));
        }

        foreach (var framework in new[] { "net10.0", "net9.0" })
        {
            File.WriteAllText(_check.Record(framework, "C#", $"manifest={manifest}") + ".sarif", """{ "runs": [ { "tool": { "driver": { "rules": [ { "id": "GVN0001" } ] } } } ] }""");
        }

        var finding = Assert.Single(_check.Read().Findings);
        Assert.Equal(("GVN4003", (FindingLevel)level), (finding.Rule, finding.Level));
    }

    public void Dispose() => _check.Dispose();

    private static IReadOnlyList<string> Obstacles(CheckResult result)
    {
        Assert.Equal((CheckVerdict.CouldNotRun, 2), (result.Verdict, result.ExitCode));
        return result.Obstacles;
    }
}
