using GovernanceAnalyzers.Rules.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Configuration;

public sealed class CatalogueLinesMustAgreeTests
{
    private const string Head = "# governance-actions 1\n";
    private const string Print = "M:Shop.Printer.Print(*); vendor.print; ";

    [Fact]
    public Task Two_tiers_in_one_file_are_reported_at_the_later_one() => Test(
        [("a.actions.txt", Head + Print + "Medium; no; prints\n" + Print + "High; no; prints\n" + Print + "Medium; no; again\n")],
        Expected("a.actions.txt", 3, 40, 4, "M:Shop.Printer.Print(*)", "High", "vendor.print", "Medium", "2", "a.actions.txt", "High")).RunAsync();

    [Fact]
    public Task Two_tiers_in_two_files_are_reported_in_the_later_file() => Test(
        [("b.actions.txt", Head + Print + "Low; no; prints\n"), ("a.actions.txt", Head + "\n" + Print + "Medium; no; prints\n")],
        Expected("b.actions.txt", 2, 40, 3, "M:Shop.Printer.Print(*)", "Low", "vendor.print", "Medium", "3", "a.actions.txt", "Medium")).RunAsync();

    [Theory]
    [InlineData("M:Shop.Printer.Print[Async](*)", "M:Shop.Printer.PrintAsync(*)")]
    [InlineData("M:Shop.Printer.Print[Async](*)", "M:Shop.Printer.Print(*)")]
    public Task Both_names_of_one_line_are_meant(string first, string second) => Test(
        [("a.actions.txt", $"{Head}{first}; vendor.print; Low; no; prints\n{second}; vendor.print; High; no; prints\n")],
        Expected("a.actions.txt", 3, second.Length + 17, 4, second, "High", "vendor.print", "Low", "2", "a.actions.txt", "High")).RunAsync();

    [Theory]
    [InlineData("M:Shop.Printer.Print(*); vendor.print; Medium")]
    [InlineData("M:Shop.Printer.Print(*); vendor.shred; High")]
    [InlineData("M:Shop.Printer.PrintAll(*); vendor.print; High")]
    [InlineData("M:Shop.Printer.Print(System.String); vendor.print; High")]
    [InlineData("M:Shop.Printer.Pr*(*); vendor.print; High")]
    [InlineData("M:Shop.Printer.Print(*); vendor.print; Mdium")]
    public Task Agreement_and_lines_about_something_else_are_fine(string line) => Test(
        [("a.actions.txt", Head + Print + "Medium; no; prints\n"), ("b.actions.txt", $"{Head}{line}; no; prints\n"), ("c.txt", Head + Print + "High; no; prints\n")])
        .RunAsync();

    [Fact]
    public Task A_built_in_line_is_another_layers() => Test(
        [("a.actions.txt", Head + "M:System.IO.File.Exists(*); files.read; High; yes; raised\n")]).RunAsync();

    private static DiagnosticResult Expected(string file, int line, int column, int length, params string[] arguments)
        => new DiagnosticResult("GVN9004", DiagnosticSeverity.Error).WithSpan("/0/" + file, line, column, line, column + length).WithArguments([.. arguments]);

    private static RuleTest<CatalogueLinesMustAgreeAnalyzer> Test((string Name, string Text)[] files, params DiagnosticResult[] expected)
    {
        var test = new RuleTest<CatalogueLinesMustAgreeAnalyzer> { TestCode = "public class Nothing;" };
        test.TestState.AdditionalFiles.AddRange(files.Select(f => ("/0/" + f.Name, f.Text)));
        test.ExpectedDiagnostics.AddRange(expected);
        return test;
    }
}
