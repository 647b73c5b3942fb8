namespace GovernanceAnalyzers.Tool.Tests.Backlog;

/// <summary>The backlog of a project that has never heard of us, from the first line to the refused one; built by the real SDK each time.</summary>
public sealed class BacklogInitTests : IDisposable
{
    private const string Head = "# governance-backlog 1\n";
    private const string Delete = "M:FileTools.Delete(System.String); files.delete/High; platform-ops; 2099-03-31\n";
    private const string Wipe = "M:MoreTools.Wipe(System.String); files.delete/High; desk; 2099-01-31\n";

    private readonly TempFolder _folder = new TempFolder()
        .With("Files.csproj", Projects.Empty).With("Tools.cs", Projects.Tools).With("Mcp.cs", Projects.McpAttribute);

    [Fact]
    public void A_backlog_is_written_then_decides_and_does_not_grow_unasked()
    {
        var written = GovernanceTool.Run(_folder, "backlog", "init", "--owner", "platform-ops", "--until", "2099-03-31");
        Assert.Equal(
            new ToolRun(0, "Wrote governance.backlog.txt: 1 line of platform-ops, until 2099-03-31. It lists 1 High.\n"
                           + "What it lists is Info from now on; whatever else acts by itself is an error, in every mode.\n", ""),
            written);
        Assert.Equal(Head + Delete, Backlog);

        Git.Commit(_folder);
        _folder.With("governance.backlog.txt", Head + "# ticket 4711\n" + Delete).With("More.cs", """
            public static class MoreTools
            {
                [ModelContextProtocol.Server.McpServerTool]
                public static void Wipe(string path) => System.IO.Directory.Delete(path, true);
            }
            """);
        var kept = GovernanceTool.Run(_folder, "check", ".", "--backlog-from", "HEAD");
        Assert.True(kept.ExitCode == 1, kept.ToString());
        Assert.Contains("  note GVN2006: Entry point 'delete_file' performs files.delete (High) by delete_file → File.Delete and nobody is asked: "
                        + "let it forward to a step; on the backlog of platform-ops until 2099-03-31", kept.Lines);
        Assert.Contains("  error GVN2006: Entry point 'Wipe' performs files.delete (High) by Wipe → Directory.Delete and nobody is asked: let it forward to a step", kept.Lines);
        Assert.Contains("Backlog         1 line, the first to end on 2099-03-31", kept.Lines);
        Assert.Equal("1 error. 1 action that a tool takes by itself is only counted.", kept.Lines[^1]);

        var refused = GovernanceTool.Run(_folder, "backlog", "init", ".", "--owner", "desk", "--until", "2099-01-31");
        Assert.Equal(
            new ToolRun(1, "governance.backlog.txt would grow by 1 line (first: M:MoreTools.Wipe(System.String) with files.delete). Govern what is new, or list it "
                           + "with --add. Nothing was written.\n", ""),
            refused);
        Assert.Equal(Head + "# ticket 4711\n" + Delete, Backlog);

        var added = GovernanceTool.Run(_folder, "backlog", "init", ".", "--owner", "desk", "--until", "2099-01-31", "--add");
        Assert.Equal("Added to governance.backlog.txt: 1 line of desk, until 2099-01-31. It lists 2 High.", added.Lines[0]);
        Assert.Equal(Head + "# ticket 4711\n" + Delete + Wipe, Backlog);

        var grown = GovernanceTool.Run(_folder, "check", "Files.csproj", "--backlog-from", "main");
        Assert.Equal(1, grown.ExitCode);
        Assert.Equal("The backlog grew since main: governance.backlog.txt lists M:MoreTools.Wipe(System.String) with files.delete. "
                     + "2 actions that tools take by themselves are only counted.", grown.Lines[^1]);
    }

    [Theory]
    [InlineData("--owner 'TODO' names nobody; write the person, team or role that answers for governing what is listed.", "TODO", "2099-03-31")]
    [InlineData("--owner 'a; b' names nobody; write the person, team or role that answers for governing what is listed.", "a; b", "2099-03-31")]
    [InlineData("--until 'soon' is no date as yyyy-MM-dd.", "ops", "soon")]
    [InlineData("--until 2020-01-31 is over.", "ops", "2020-01-31")]
    public void What_only_a_person_can_say_is_not_invented(string why, string owner, string until)
        => Assert.Equal(new ToolRun(2, "", $"Could not run: {why}\n"), GovernanceTool.Run(_folder, "backlog", "init", "--owner", owner, "--until", until));

    [Fact]
    public void Owner_and_end_date_are_required()
    {
        var run = GovernanceTool.Run(_folder, "backlog", "init", "--until", "2099-03-31");
        Assert.Equal(new ToolRun(2, "", "governance: Option '--owner' is required. See governance --help.\n"), run);
    }

    [Fact]
    public void A_backlog_that_cannot_be_read_is_not_overwritten()
    {
        _folder.With("governance.backlog.txt", Head + "nonsense\n");
        var run = GovernanceTool.Run(_folder, "backlog", "init", "--owner", "ops", "--until", "2099-03-31");
        Assert.Equal(new ToolRun(2, "", "Could not run: governance.backlog.txt(2): the capability and tier is missing; a line is: entry point; capability and tier; owner; end date.\n"),
                     run);
        Assert.Equal(Head + "nonsense\n", Backlog);
    }

    public void Dispose() => _folder.Dispose();

    private string Backlog => File.ReadAllText(_folder["governance.backlog.txt"]);
}
