using GovernanceAnalyzers.Rules.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Configuration;

public sealed class CatalogueFileMustParseTests
{
    private const string Head = "# governance-actions 1\n";

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

    private static RuleTest<CatalogueFileMustParseAnalyzer> Test(string list, params DiagnosticResult[] expected)
    {
        var test = new RuleTest<CatalogueFileMustParseAnalyzer> { TestCode = "public class Nothing;" };
        test.TestState.AdditionalFiles.Add(("/0/shop.actions.txt", list));
        test.ExpectedDiagnostics.AddRange(expected);
        return test;
    }
}
