namespace GovernanceAnalyzers.Tool.Tests.Check;

/// <summary>What cannot be checked is said in one line with exit code 2, and never looks like a result.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void A_path_that_does_not_exist()
        => CannotRun("there is no project, solution or folder 'nowhere.csproj'.", "check", "nowhere.csproj");

    [Fact]
    public void A_folder_without_a_project()
        => CannotRun("'.' holds no C# project and no solution.", "check", ".");

    [Fact]
    public void A_folder_with_several_projects()
    {
        _folder.With("One.csproj", Projects.Empty).With("Two.csproj", Projects.Empty);
        CannotRun("'.' holds 2 to choose from (One.csproj, Two.csproj). Name one.", "check", ".");
    }

    [Fact]
    public void A_project_of_another_language()
    {
        _folder.With("Lib.fsproj", Projects.Empty);
        CannotRun("'Lib.fsproj' is not a C# project, and check reads C#.", "check", "Lib.fsproj");
    }

    [Fact]
    public void A_file_that_is_no_project()
    {
        _folder.With("notes.txt", "");
        CannotRun("'notes.txt' is neither a C# project (.csproj) nor a solution (.sln, .slnx, .slnf).", "check", "notes.txt");
    }

    [Fact]
    public void An_SDK_that_global_json_asks_for_and_that_is_not_there()
    {
        _folder.With("App.csproj", Projects.Empty).With("global.json", """{ "sdk": { "version": "8.0.100", "rollForward": "disable" } }""");
        var run = GovernanceTool.Run(_folder, "check", ".");
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"Could not run: there is no .NET SDK for {_folder.Path}: ", run.Error);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void A_machine_without_an_SDK()
    {
        _folder.With("App.csproj", Projects.Empty);
        Assert.Equal(new ToolRun(2, "", "Could not run: the .NET SDK was not found: there is no 'dotnet' on the PATH.\n"),
                     GovernanceTool.Run(_folder, [("PATH", _folder.Data)], "check", "."));
    }

    [Fact]
    public void A_folder_for_temporary_files_that_cannot_be_used()
    {
        _folder.With("App.csproj", Projects.Empty).With("a file", "");
        var run = GovernanceTool.Run(_folder, [("TMPDIR", _folder["a file"])], "check", ".");
        Assert.Equal(2, run.ExitCode);
        Assert.Matches("^Could not run: the folder for temporary files, .*, cannot be written .*\n$", run.Error);
    }

    [Fact]
    public void A_report_that_cannot_be_written()
    {
        _folder.With("App.csproj", Projects.Empty);
        var run = GovernanceTool.Run(_folder, "check", ".", "--format", "json", "-o", "no/such/folder/report.json");
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("Could not run: the report cannot be written to 'no/such/folder/report.json' ", run.Error);
    }

    [Theory]
    [InlineData("check", "a", "--frobnicate")]
    [InlineData("check")]
    [InlineData("chekc", "a")]
    public void A_command_line_that_is_wrong(params string[] arguments)
    {
        var run = GovernanceTool.Run(_folder, arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    public void Dispose() => _folder.Dispose();

    private void CannotRun(string why, params string[] arguments)
        => Assert.Equal(new ToolRun(2, "", $"Could not run: {why}\n"), GovernanceTool.Run(_folder, arguments));
}
