using System.Text.Json;

namespace GovernanceAnalyzers.Tool.Tests.Check;

/// <summary>A project that has never heard of us, in the three formats; built by the real SDK each time.</summary>
public sealed class CheckStrangersProjectTests : IDisposable
{
    private const string Help = "https://github.com/GovernanceAnalyzers/GovernanceAnalyzers/blob/main/docs/rules/GVN2006.md";

    private const string Sentence =
        "Entry point 'delete_file' performs files.delete (High) by delete_file → File.Delete and nobody is asked: let it forward to a step";

    private readonly TempFolder _folder = new TempFolder()
        .With("Files.csproj", Projects.Empty).With("Tools.cs", Projects.Tools).With("Mcp.cs", Projects.McpAttribute);

    [Fact]
    public void Text_names_rule_sentence_place_path_and_help_and_leaves_the_folder_as_it_is()
    {
        var before = _folder.Fingerprint();
        var run = GovernanceTool.Run(_folder, "check", ".");
        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.Equal(
            $"""
            Tool delete_file  High
              error GVN2006: {Sentence}
                Tools.cs:8
                {Help}

            Read            Files (net10.0)
            Workflows       none
            Steps           none
            Tools           2 (entry points of automation)
            Actions         files.delete (High) by delete_file → File.Delete: no control [Tools.cs:8]
            Waivers         none
            Blind spots     none
            Not followed    none
            Manifest        MANIFEST

            1 error.

            """.ReplaceLineEndings("\n"),
            System.Text.RegularExpressions.Regex.Replace(run.Output, "(?m)^Manifest        .*[/\\\\]Files\\.governance\\.json$", "Manifest        MANIFEST"));
        Assert.Empty(run.Error);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.Equal(before, _folder.Fingerprint());
        Assert.True(File.Exists(Directory.EnumerateFiles(_folder.Data, "Files.governance.json", SearchOption.AllDirectories).Single()));
    }

    [Fact]
    public void Json_has_the_findings_and_the_facts()
    {
        var report = Path.Combine(_folder.Data, "report.json");
        var run = GovernanceTool.Run(_folder, "check", "Files.csproj", "--format", "json", "-o", report);
        Assert.Equal(new ToolRun(1, $"1 error. Report: {report}\n", ""), run);
        var json = JsonDocument.Parse(File.ReadAllText(report)).RootElement;
        Assert.Equal(("governance-check/1", "findings", 1), (Text(json, "schema"), Text(json, "result"), json.GetProperty("exitCode").GetInt32()));
        var finding = Assert.Single(json.GetProperty("findings").EnumerateArray());
        Assert.Equal(("GVN2006", "error", Sentence, Help, "Tools.cs", 8, "delete_file"),
                     (Text(finding, "rule"), Text(finding, "level"), Text(finding, "message"), Text(finding, "help"), Text(finding, "file"),
                      finding.GetProperty("line").GetInt32(), Text(finding, "subject")));
        var tools = json.GetProperty("entryPoints").EnumerateArray().ToList();
        Assert.Equal(["delete_file", "file_exists"], tools.Select(t => Text(t, "id")));
        var action = Assert.Single(tools[0].GetProperty("actions").EnumerateArray());
        Assert.Equal(("files.delete", "High", "delete_file → File.Delete", 8),
                     (Text(action, "capability"), Text(action, "tier"), Text(action, "path"), action.GetProperty("line").GetInt32()));
        Assert.True(json.GetProperty("complete").GetBoolean());
        Assert.Empty(json.GetProperty("steps").EnumerateArray());
    }

    [Fact]
    public void Sarif_has_one_run_with_our_findings_only()
    {
        // An unused variable is a compiler warning: it is in the compiler's log and must not be in ours.
        _folder.With("Other.cs", "class Other { void M() { int unused; } }");
        var run = GovernanceTool.Run(_folder, "check", ".", "--format", "sarif");
        Assert.True(run.ExitCode == 1, run.ToString());
        var json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("2.1.0", Text(json, "version"));
        var only = Assert.Single(json.GetProperty("runs").EnumerateArray());
        var driver = only.GetProperty("tool").GetProperty("driver");
        var rule = Assert.Single(driver.GetProperty("rules").EnumerateArray());
        Assert.Equal(("GovernanceAnalyzers", "GVN2006", Help), (Text(driver, "name"), Text(rule, "id"), Text(rule, "helpUri")));
        var result = Assert.Single(only.GetProperty("results").EnumerateArray());
        Assert.Equal(("GVN2006", "error", Sentence), (Text(result, "ruleId"), Text(result, "level"), Text(result.GetProperty("message"), "text")));
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal(("Tools.cs", 8), (Text(place.GetProperty("artifactLocation"), "uri"), place.GetProperty("region").GetProperty("startLine").GetInt32()));
        Assert.True(only.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
    }

    [Fact]
    public void A_project_that_does_not_compile_could_not_run()
    {
        var before = _folder.With("Broken.cs", "class Broken { Missing field; }").Fingerprint();
        var run = GovernanceTool.Run(_folder, "check", ".");
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Equal("Could not run: Files.csproj failed: Broken.cs(1,16): error CS0246: The type or namespace name 'Missing' could not be found "
                     + "(are you missing a using directive or an assembly reference?)\n", run.Error);
        Assert.Equal(before, _folder.Fingerprint());
    }

    [Fact]
    public void Code_that_only_reads_is_clean_and_a_call_that_is_not_followed_is_not()
    {
        _folder.With("Tools.cs", Projects.ReadingTool);
        var clean = GovernanceTool.Run(_folder, "check", ".");
        Assert.True(clean.ExitCode == 0 && clean.Lines[^1] == "No findings.", clean.ToString());

        _folder.With("Tools.cs", Projects.UnfollowedTool);
        var unfollowed = GovernanceTool.Run(_folder, "check", ".");
        Assert.True(unfollowed.ExitCode == 1, unfollowed.ToString());
        Assert.Equal("No findings in what was read. 1 of 1 tool calls code that this build does not follow (first: RefundTools.Refund → IRefunds.Refund). "
                     + "Not a clean result.", unfollowed.Lines[^1]);
    }

    public void Dispose() => _folder.Dispose();

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
