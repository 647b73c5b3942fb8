using System.Reflection;
using System.Reflection.Emit;
using Governance;

namespace GovernanceAnalyzers.Tool.Tests.Show;

/// <summary>The page of a manifest, compared with the ones that were reviewed, and one line for whatever is no manifest.</summary>
public sealed class ShowTests : IDisposable
{
    private readonly TempFolder _folder = new();

    /// <summary>Every member there is: a manifest as check writes it.</summary>
    private static string Full => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Show", "full.governance.json"));

    [Theory]
    [InlineData("text", "txt")]
    [InlineData("markdown", "md")]
    public void The_page_is_as_reviewed(string format, string extension)
    {
        _folder.With("full.governance.json", Full);
        var run = GovernanceTool.Run(_folder, "show", "full.governance.json", "--format", format);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(Verified($"full.{extension}"), run.Output);
    }

    [Theory]
    [InlineData("text", "txt")]
    [InlineData("markdown", "md")]
    public void What_a_build_does_not_know_is_called_unknown(string format, string extension)
    {
        _folder.With("plain.governance.json", """
            {
              "assembly": "Plain",
              "declared": {
                "schema": "governance-manifest/1",
                "steps": [
                  { "control": "plumbed", "id": "w/plumbed", "tier": "High" },
                  { "control": "self-governed", "id": "w/own", "tier": "High" }
                ],
                "workflows": [ { "id": "w" } ]
              },
              "observed": { "steps": [] },
              "schema": "governance-assembly/1"
            }
            """);
        var page = _folder["page"];
        Assert.Equal(new ToolRun(0, "", ""), GovernanceTool.Run(_folder, "show", "plain.governance.json", "--format", format, "-o", page));
        Assert.Equal(Verified($"plain.{extension}"), File.ReadAllText(page));
    }

    [Fact]
    public void Text_of_others_neither_marks_up_nor_moves_the_cursor()
    {
        _folder.With("a.json", Full.Replace("RefundDesk\",\n  \"declared\"", "<b>*x*|\\u001b[31m\",\n  \"declared\"", StringComparison.Ordinal));
        Assert.Equal("Governance of <b>*x*|\\u{001B}[31m", GovernanceTool.Run(_folder, "show", "a.json").Lines[0]);
        Assert.Equal(@"# Governance of \<b\>\*x\*\|\\u{001B}\[31m", GovernanceTool.Run(_folder, "show", "a.json", "--format", "markdown").Lines[0]);
    }

    [Fact]
    public void An_assembly_shows_the_manifest_that_it_carries()
    {
        Assemble("Desk.dll", """{"contracts":[],"policy":{"level":"0.1","mode":"enforce"},"schema":"governance-manifest/1","steps":[],"waivers":[],"workflows":[{"id":"refunds","owner":"payments-ops","type":"T:Shop.Desk"}]}""");
        var run = GovernanceTool.Run(_folder, "show", "Desk.dll");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains("Workflow refunds", run.Lines);
        Assert.Contains("  owner             payments-ops", run.Lines);
    }

    [Fact]
    public void An_assembly_whose_code_says_something_else_is_no_evidence()
    {
        Assemble("Desk.dll", """{"contracts":[],"policy":{"level":"0.1","mode":"enforce"},"schema":"governance-manifest/1","steps":[],"waivers":[],"workflows":[{"id":"refunds","owner":"somebody-else","type":"T:Shop.Desk"}]}""");
        CannotRun("Desk.dll carries a governance manifest that its code does not bear out: workflows[refunds].owner is 'somebody-else' in the embedded manifest "
                  + "and 'payments-ops' in the code.", "Desk.dll");
    }

    [Fact]
    public void An_assembly_without_a_manifest()
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Spectre.Console.dll"), _folder["Other.dll"]);
        CannotRun("Other.dll carries no governance manifest: it was not built with the package.", "Other.dll");
    }

    [Fact]
    public void A_file_that_is_no_assembly()
    {
        _folder.With("a.dll", "MZ, and nothing more");
        var run = GovernanceTool.Run(_folder, "show", "a.dll");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Matches("^Could not run: a.dll is not a .NET assembly, or is damaged: [^\n]+\n$", run.Error);
    }

    [Theory]
    [InlineData("", "a.json is not a governance manifest: it is no complete JSON (line 1).")]
    [InlineData("{\n \"schema\": \"governance-assembly/1\",\n \"declared\": {", "a.json is not a governance manifest: it is no complete JSON (line 3).")]
    [InlineData("[]", "a.json is not a governance manifest: an object is expected.")]
    [InlineData("{}", "a.json is not a governance manifest: it names no schema.")]
    [InlineData("""{"schema":"governance-assembly/2"}""", "a.json has the schema 'governance-assembly/2', and this tool reads governance-assembly/1.")]
    [InlineData("""{"schema":"governance-assembly/1"}""", "a.json is not a governance manifest: 'declared' is missing.")]
    [InlineData("""{"schema":"governance-assembly/1","declared":{"schema":"governance-manifest/9"}}""", "a.json declares with the schema 'governance-manifest/9', and this tool reads governance-manifest/1.")]
    [InlineData("""{"schema":"governance-assembly/1","declared":{"schema":"governance-manifest/1","steps":3}}""", "a.json is not a governance manifest: 'steps' is not what it should be.")]
    [InlineData("""{"schema":"governance-assembly/1","declared":{"schema":"governance-manifest/1","steps":[{"id":"a","allows":[3]}]}}""", "a.json is not a governance manifest: 'allows' is not what it should be.")]
    public void A_file_that_is_no_manifest(string content, string why)
    {
        _folder.With("a.json", content);
        CannotRun(why, "a.json");
    }

    [Theory]
    [InlineData("nowhere.json")]
    [InlineData("nowhere.dll")]
    public void A_file_that_is_not_there(string file) => CannotRun($"there is no file '{file}'.", file);

    [Fact]
    public void A_page_that_cannot_be_written()
    {
        _folder.With("a.json", Full);
        var run = GovernanceTool.Run(_folder, "show", "a.json", "-o", "no/such/page.md");
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("Could not run: the report cannot be written to 'no/such/page.md' ", run.Error);
    }

    public void Dispose() => _folder.Dispose();

    private static string Verified(string name)
        => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Show", "_snapshots", $"{name[..name.IndexOf('.')]}.verified{name[name.IndexOf('.')..]}")).ReplaceLineEndings("\n");

    private void CannotRun(string why, string file) => Assert.Equal(new ToolRun(2, "", $"Could not run: {why}\n"), GovernanceTool.Run(_folder, "show", file));

    /// <summary>An assembly with one workflow of payments-ops, and this manifest in it.</summary>
    private void Assemble(string file, string manifest)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Desk"), typeof(object).Assembly,
            [new CustomAttributeBuilder(typeof(AssemblyMetadataAttribute).GetConstructors()[0], ["Governance.Manifest", manifest])]);
        var type = assembly.DefineDynamicModule("Desk").DefineType("Shop.Desk", TypeAttributes.Public);
        var workflow = typeof(GovernedWorkflowAttribute);
        type.SetCustomAttribute(new CustomAttributeBuilder(
            workflow.GetConstructor([typeof(string)])!, ["refunds"], [workflow.GetProperty("Owner")!], ["payments-ops"]));
        type.CreateType();
        assembly.Save(_folder[file]);
    }
}
