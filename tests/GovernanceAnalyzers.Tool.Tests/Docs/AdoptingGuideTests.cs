using System.Globalization;
using System.Text.RegularExpressions;

namespace GovernanceAnalyzers.Tool.Tests.Docs;

/// <summary>
/// Goes the way of docs/guides/adopting.md, command by command, with samples/OpsServer.Before in the place of the real code base. What a person does
/// between the commands is done here to the sample's code.
/// </summary>
public sealed partial class AdoptingGuideTests : IDisposable
{
    private const string Delete = "M:OpsServer.DiskTools.DeleteFile(System.String)";

    private static readonly string s_repository = Repository();
    private static readonly string s_until = DateTime.UtcNow.AddDays(90).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    private static readonly string s_line = $"{Delete}; files.delete/High; file-tools; {s_until}\n";

    private readonly TempFolder _folder = new();
    private readonly Queue<string> _commands = new(Commands());

    [Fact]
    public void The_way_is_as_the_guide_goes_it()
    {
        CopySample();
        Git.Run(_folder.Path, "init", "-q", "-b", "main");

        var seen = Next("governance check .", 1);
        Assert.Equal("8 errors.", seen.Lines[^1]);

        Next("dotnet add package GovernanceAnalyzers --version 0.1.0");
        Change("OpsServer.csproj", "<ImplicitUsings>", "<GovernanceMode>adopt</GovernanceMode><ImplicitUsings>");

        var listed = Next($"governance backlog init --owner file-tools --until {s_until}", 0);
        Assert.Equal($"Wrote governance.backlog.txt: 8 lines of file-tools, until {s_until}. It lists 6 High, 2 Medium.", listed.Lines[0]);
        Next("git add -A");
        Next("git commit -m \"List what is not governed yet\"");

        Change("governance.backlog.txt", s_line, "");
        var work = Next("governance check .", 1);
        Assert.Contains("  error GVN2006: Entry point 'delete_file' performs files.delete (High) by delete_file → File.Delete and nobody is asked: let it forward to a step", work.Lines);
        Assert.Equal("1 error. 7 actions that tools take by themselves are only counted.", work.Lines[^1]);

        GovernDeleteFile();
        Next("dotnet add package GovernanceAnalyzers.Runtime --version 0.1.0");
        Next("git add -A");
        Next("git commit -m \"Govern three tools\"");
        var shrunk = Next("governance check . --backlog-from main~1 --manifest-out ../manifests", 0);
        Assert.Contains("Steps           1: 1 High", shrunk.Lines);
        Assert.Contains($"Backlog         7 lines, the first to end on {s_until}", shrunk.Lines);
        Assert.Equal("No findings. 7 actions that tools take by themselves are only counted.", shrunk.Lines[^1]);

        var page = Next("governance show ../manifests/OpsServer.governance.json", 0);
        Assert.Contains("  Steps, controls: generated", page.Lines);
        Assert.Contains("    delete-file (High)", page.Lines);
        Assert.Contains($"    backlog           files.delete: file-tools until {s_until}", page.Lines);

        File.AppendAllText(_folder["governance.backlog.txt"], s_line);
        var grown = Next("governance check . --backlog-from main", 1);
        Assert.Contains($"  warning GVN3004: The backlog line of {Delete} with files.delete covers nothing any more: remove it", grown.Lines);
        Assert.StartsWith($"1 warning. The backlog grew since main: governance.backlog.txt lists {Delete} with files.delete.", grown.Lines[^1]);
        Assert.Empty(_commands);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The guide's commands in order, for the sample: its assembly, and a day that does not pass.</summary>
    private static IEnumerable<string> Commands()
        => CommandLine().Matches(File.ReadAllText(Path.Combine(s_repository, "docs", "guides", "adopting.md")).ReplaceLineEndings("\n"))
            .Select(m => m.Groups["command"].Value.Replace("LocalAIAction", "OpsServer", StringComparison.Ordinal)
                          .Replace("2027-03-31", s_until, StringComparison.Ordinal));

    /// <summary>
    /// Runs the guide's next command, which has to be this one. The packages are not published, so none is added: the attributes are referenced by the
    /// sample's project, and a check brings the rules along.
    /// </summary>
    private ToolRun Next(string command, int exitCode = 0)
    {
        Assert.Equal(command, _commands.Dequeue());
        string[] words = [.. Word().Matches(command).Select(m => m.Value.Trim('"'))];
        if (words[0] == "git")
        {
            Git.Run(_folder.Path, words[1..]);
        }

        if (words[0] != "governance")
        {
            return new(0, "", "");
        }

        var run = GovernanceTool.Run(_folder, words[1..]);
        Assert.True(run.ExitCode == exitCode, run.ToString());
        return run;
    }

    private void CopySample()
    {
        var sample = Path.Combine(s_repository, "samples", "OpsServer.Before");
        foreach (var file in Directory.EnumerateFiles(sample, "*.cs"))
        {
            _folder.With(Path.GetFileName(file), File.ReadAllText(file));
        }

        // The repository pins the versions for all its projects in one place.
        var pins = Pin().Matches(File.ReadAllText(Path.Combine(s_repository, "Directory.Build.targets")))
            .ToDictionary(m => m.Groups["id"].Value, m => m.Groups["version"].Value);
        var project = PackageReference().Replace(
            File.ReadAllText(Path.Combine(sample, "OpsServer.Before.csproj")),
            m => $"""<PackageReference Include="{m.Groups["id"]}" Version="{pins[m.Groups["id"].Value]}" />""");
        _folder.With(".gitignore", "bin/\nobj/\n").With("OpsServer.csproj", project.Replace("</ItemGroup>", $"""
              <Reference Include="GovernanceAnalyzers.Abstractions"><HintPath>{Path.Combine(AppContext.BaseDirectory, "GovernanceAnalyzers.Abstractions.dll")}</HintPath></Reference>
              </ItemGroup>
            """, StringComparison.Ordinal));
    }

    /// <summary>What the fix <i>Govern this tool</i> writes, with what only people know filled in.</summary>
    private void GovernDeleteFile()
    {
        Change("DiskTools.cs", "[McpServerToolType]\npublic static class DiskTools", """
            [McpServerToolType]
            [Governance.GovernedWorkflow("disk-tools", Owner = "file-tools", GovernanceOwner = "risk-office", EscalateTo = "oncall-files")]
            [Governance.Review("governance", EveryDays = 90)]
            public static partial class DiskTools
            """);
        Change("DiskTools.cs", "public static string DeleteFile(string path)\n    {", """
            public static async Task<string> DeleteFile(string path, Governance.IStepGovernor governor)
                    => (await DeleteFileStepAsync(path, governor)).ForModel(text => text);

                [Governance.WorkflowStep("delete-file", Governance.RiskTier.High, Irreversible = "the file is gone", Key = "{path}", Question = "Delete {path}?")]
                internal static partial Task<Governance.StepOutcome<string>> DeleteFileStepAsync(string path, Governance.IStepGovernor governor);

                private static Task<string> DeleteFileStepCoreAsync(string path, Governance.IStepGovernor governor)
                {
            """);
        Change("DiskTools.cs", "return $\"There is no {path}.\";", "return Task.FromResult($\"There is no {path}.\");");
        Change("DiskTools.cs", "return $\"Deleted {path}.\";", "return Task.FromResult($\"Deleted {path}.\");");
    }

    private void Change(string file, string from, string to)
    {
        var text = File.ReadAllText(_folder[file]).ReplaceLineEndings("\n");
        Assert.Contains(from, text, StringComparison.Ordinal);
        _folder.With(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GovernanceAnalyzers.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }

    [GeneratedRegex(@"^\$ (?<command>.+)$", RegexOptions.Multiline)]
    private static partial Regex CommandLine();

    [GeneratedRegex("""
        "[^"]*"|\S+
        """)]
    private static partial Regex Word();

    [GeneratedRegex("""<PackageReference Include="(?<id>[^"]+)" />""")]
    private static partial Regex PackageReference();

    [GeneratedRegex("""<PackageReference Update="(?<id>[^"]+)" Version="(?<version>[^"]+)" />""")]
    private static partial Regex Pin();
}
