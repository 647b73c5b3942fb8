using GovernanceAnalyzers.Rules.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Configuration;

public sealed class ListFileMustParseTests
{
    private const string Head = "# governance-actions 1\n";
    private const string Backlog = "# governance-backlog 1\n";

    [Fact]
    public Task A_line_that_does_not_parse_is_reported_at_its_place() => Test(
        Head + "M:Shop.Printer.Print(*); vendor.print; Medum; no; prints\n",
        new DiagnosticResult("GVN9001", DiagnosticSeverity.Error).WithSpan("/0/shop.actions.txt", 2, 40, 2, 45)
            .WithArguments("'Medum' is no tier; write Low, Medium or High")).RunAsync();

    [Fact]
    public Task A_line_that_lowers_a_built_in_tier_is_reported() => Test(
        Head + "M:System.IO.File.Delete(*); files.delete; Low; no; we trust it\n",
        new DiagnosticResult("GVN9001", DiagnosticSeverity.Error).WithSpan("/0/shop.actions.txt", 2, 1, 2, 63)
            .WithArguments("M:System.IO.File.Delete(*) is High as files.delete; a list may raise a tier, never lower it")).RunAsync();

    [Theory]
    [InlineData("/0/governance.owners")]
    [InlineData("/0/shop.owners")]
    [InlineData("/0/owners.txt")]
    public async Task So_is_one_of_an_owners_file(string path)
    {
        var test = Test(Head);
        test.TestState.AdditionalFiles.Add((path, "# governance-owners 1\npayments-ops = dana, , lee\n"));
        test.ExpectedDiagnostics.Add(
            new DiagnosticResult("GVN9001", DiagnosticSeverity.Error).WithSpan(path, 2, 22, 2, 22).WithArguments("a name is missing here"));
        await test.RunAsync();
    }

    [Fact]
    public Task A_good_list_is_silent() => Test(Head + "# ours\nM:Shop.Printer.Print(*); vendor.print; Medium; no; prints\n").RunAsync();

    [Fact]
    public async Task Other_files_are_not_read()
    {
        var test = Test("");
        test.TestState.AdditionalFiles.Clear();
        test.TestState.AdditionalFiles.Add(("/0/notes.txt", "nonsense"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData(1, 1, 13, "# my backlog", "the first line must be '# governance-backlog 1'")]
    [InlineData(2, 1, 27, Backlog + "M:T.Run; files.delete/High", "the owner is missing; a line is: entry point; capability and tier; owner; end date")]
    [InlineData(2, 1, 47, Backlog + "M:T.Run; files.delete/High; ops; 2027-03-31; x", "there are 5 fields; a line is: entry point; capability and tier; owner; end date")]
    [InlineData(2, 1, 6, Backlog + "T.Run; files.delete/High; ops; 2027-03-31", "'T.Run' is no documentation id, such as M:Shop.Tools.Delete(System.String)")]
    [InlineData(2, 10, 22, Backlog + "M:T.Run; files.delete; ops; 2027-03-31", "'files.delete' is no capability with its tier, such as files.delete/High")]
    [InlineData(2, 10, 26, Backlog + "M:T.Run; files.delete/Low; ops; 2027-03-31", "'Low' is no tier that needs a person; write Medium or High")]
    [InlineData(2, 29, 32, Backlog + "M:T.Run; files.delete/High; tbd; 2027-03-31", "it names no owner: write who answers for governing the entry point")]
    [InlineData(2, 34, 44, Backlog + "M:T.Run; files.delete/High; ops; 31.03.2027", "'31.03.2027' is no end date as yyyy-MM-dd")]
    [InlineData(3, 1, 47, Backlog + "M:T.Run; files.delete/High; ops; 2027-03-31\nM:T.Run; files.delete/High; x-team; 2028-01-01", "line 2 already lists M:T.Run with files.delete")]
    public Task A_line_of_the_backlog_that_cannot_be_used_is_reported_at_its_place(int line, int from, int to, string backlog, string message) => Test(
        ("/0/governance.backlog.txt", backlog),
        new DiagnosticResult("GVN9001", DiagnosticSeverity.Error).WithSpan("/0/governance.backlog.txt", line, from, line, to)
            .WithArguments(message)).RunAsync();

    [Fact]
    public Task A_good_backlog_is_silent()
        => Test(("/0/governance.backlog.txt", Backlog + "\n# ours\nM:T.Run(System.String)#a tool; files.delete/High; ops; 2027-03-31\n")).RunAsync();

    private static RuleTest<ListFileMustParseAnalyzer> Test(string list, params DiagnosticResult[] expected) => Test(("/0/shop.actions.txt", list), expected);

    private static RuleTest<ListFileMustParseAnalyzer> Test((string Path, string Content) list, params DiagnosticResult[] expected)
    {
        var test = new RuleTest<ListFileMustParseAnalyzer> { TestCode = "public class Nothing;" };
        test.TestState.AdditionalFiles.Add(list);
        test.ExpectedDiagnostics.AddRange(expected);
        return test;
    }
}
