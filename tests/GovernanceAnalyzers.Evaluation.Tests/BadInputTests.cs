namespace GovernanceAnalyzers.Evaluation.Tests;

/// <summary>What cannot be measured is said in one line, and nothing is printed that could be taken for a result.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Workspace _workspace = new();

    [Theory]
    [InlineData("risk", "tools.tsv lacks the column risk.")]
    [InlineData("calls_between", "tools.tsv lacks the column calls_between.")]
    public void A_column_that_is_missing(string column, string message)
    {
        _workspace.Write("tools.tsv", Workspace.Header.Replace(column, "other") + "\n" + Workspace.Row("A.cs:1", "Act", "file-delete", "High") + "\n");
        Expect(_workspace.Run(), message);
    }

    [Theory]
    [InlineData("A.cs:1", "Mid", "tools.tsv(2): the risk 'Mid' is not Low, Medium or High.")]
    [InlineData("A.cs:1", "2", "tools.tsv(2): the risk '2' is not Low, Medium or High.")]
    [InlineData("A.cs", "High", "tools.tsv(2): method_at 'A.cs' is not written as FILE:LINE.")]
    [InlineData("A.cs:zero", "High", "tools.tsv(2): method_at 'A.cs:zero' is not written as FILE:LINE.")]
    [InlineData("", "High", "tools.tsv(2): method_at is empty.")]
    public void A_row_that_cannot_be_read(string at, string risk, string message)
    {
        _workspace.Table(Workspace.Row(at, "Act", "file-delete", risk));
        Expect(_workspace.Run(), message);
    }

    [Fact]
    public void A_row_with_more_fields_than_there_are_columns()
    {
        _workspace.Table(Workspace.Row("A.cs:1", "Act", "file-delete", "High"), Workspace.Row("A.cs:1", "Act", "file-delete", "High") + "\tmore");
        Expect(_workspace.Run(), "tools.tsv(3): 15 fields, and there are 14 columns.");
    }

    [Fact]
    public void A_table_without_a_row()
    {
        _workspace.Table();
        Expect(_workspace.Run(), "tools.tsv has no row.");
    }

    [Fact]
    public void An_empty_table()
    {
        _workspace.Write("tools.tsv", "\n");
        Expect(_workspace.Run(), "tools.tsv is empty.");
    }

    [Fact]
    public void A_repository_without_a_root()
    {
        _workspace.Table(Workspace.Row("A.cs:1", "Act", "file-delete", "High"));
        Expect(
            Workspace.Execute(_workspace.PathOf("tools.tsv")),
            "some/repo, with 1 rows, has no sources: give --root some/repo=FOLDER, or leave it out with --skip some/repo.");
    }

    [Fact]
    public void A_table_or_a_root_that_is_not_there()
    {
        _workspace.Table(Workspace.Row("A.cs:1", "Act", "file-delete", "High"));
        Expect(Workspace.Execute("nowhere.tsv"), "The table: there is no nowhere.tsv.");
        Expect(Workspace.Execute(_workspace.PathOf("tools.tsv"), "--root", "some/repo=nowhere"), "--root: there is no nowhere.");
        Expect(Workspace.Execute(_workspace.PathOf("tools.tsv"), "--root", "nowhere"), "--root nowhere: write it as NAME=FOLDER.");
    }

    [Fact]
    public void A_word_that_is_no_option_or_lacks_its_value()
    {
        _workspace.Table(Workspace.Row("A.cs:1", "Act", "file-delete", "High"));
        Expect(_workspace.Run("--quick"), "--quick is no option.");
        Expect(_workspace.Run("--stub"), "--stub lacks its value.");
        Expect(_workspace.Run("more.tsv"), $"more.tsv: there is a table already, {_workspace.PathOf("tools.tsv")}.");
        Expect(Workspace.Execute("--details"), "There is neither a table nor a folder to be silent about.");
    }

    [Fact]
    public void A_reference_that_is_no_assembly()
    {
        _workspace.Table(Workspace.Row("A.cs:1", "Act", "file-delete", "High")).Write("text.dll", "text");
        Expect(_workspace.Run("--reference", _workspace.PathOf("text.dll")), $"--reference: {_workspace.PathOf("text.dll")} is no .NET assembly.");
    }

    public void Dispose() => _workspace.Dispose();

    private static void Expect((int ExitCode, string Output, string Error) run, string message)
    {
        Assert.Equal(message + "\n", run.Error);
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
    }
}
