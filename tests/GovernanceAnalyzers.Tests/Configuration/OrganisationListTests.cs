using GovernanceAnalyzers.Rules.Configuration;
using GovernanceAnalyzers.Rules.Declaration;
using GovernanceAnalyzers.Rules.Enforcement;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Configuration;

/// <summary>The lists of an organisation: known by a mark and not by their names, and one layer below the project's own.</summary>
public sealed class OrganisationListTests
{
    private const string Actions = "# governance-actions 1\n";
    private const string Tool = """
        public static class Printer { public static void Print() { } }
        public static class Tools { [AutomationEntryPoint] public static void Work() => Printer.{|#0:Print|}(); }
        """;

    [Theory]
    [InlineData("M:Printer.Print(*); vendor.print; High", "High")]
    [InlineData("M:Printer.Print(*); vendor.print; Medium", "Medium")]
    public Task It_says_what_an_action_is(string line, string tier)
    {
        var test = Marked<EntryPointMustNotActAnalyzer>(("/0/acme.txt", "catalogue", $"{Actions}{line}; no; prints\n"));
        test.TestState.Sources.Add(Tool);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2006", DiagnosticSeverity.Error).WithLocation(0)
            .WithMessage($"Entry point 'Work' performs vendor.print ({tier}) by Work → Printer.Print and nobody is asked: let it forward to a step"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_file_without_the_mark_or_with_another_is_none()
    {
        var list = Actions + "M:Printer.Print(*); vendor.print; High; no; prints\n";
        var test = Marked<EntryPointMustNotActAnalyzer>(("/0/acme.txt", "", list), ("/0/own.actions.txt", "owners", list), ("/0/other.actions.txt", "notes", list));
        test.TestState.Sources.Add(Tool.Replace("Printer.{|#0:Print|}()", "Printer.Print()"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("M:Shop.Printer.Print(*); vendor.print; Medium; no; prints", 58)]
    [InlineData("M:Shop.Printer.Print[Async](*); vendor.print; Medium; no; prints", 65)]
    public Task A_project_that_lowers_it_is_told_where(string line, int end)
    {
        var symbol = line.Split(';')[0];
        var test = Marked<ListFileMustParseAnalyzer>(
            ("/0/acme.txt", "catalogue", Actions + "M:Shop.Printer.Print[Async](*); vendor.print; High; no; prints\n"),
            ("/0/own.actions.txt", "", $"{Actions}{line}\n"));
        test.TestState.Sources.Add("public class Nothing;");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN9001", DiagnosticSeverity.Error).WithSpan("/0/own.actions.txt", 2, 1, 2, end)
            .WithArguments($"{symbol} is High as vendor.print in the organisation's acme.txt; a list may raise a tier, never lower it"));
        return test.RunAsync();
    }

    [Fact]
    public Task The_organisation_may_not_lower_what_is_built_in()
    {
        var test = Marked<ListFileMustParseAnalyzer>(("/0/acme.txt", "catalogue", Actions + "M:System.IO.File.Delete(*); files.delete; Medium; no; ours\n"));
        test.TestState.Sources.Add("public class Nothing;");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN9001", DiagnosticSeverity.Error).WithSpan("/0/acme.txt", 2, 1, 2, 59)
            .WithArguments("M:System.IO.File.Delete(*) is High as files.delete; a list may raise a tier, never lower it"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("M:Shop.Printer.Print(*); vendor.print; High; no; raised")]
    [InlineData("M:Shop.Printer.Print(*); vendor.print; Medium; no; the same")]
    [InlineData("M:Shop.Printer.Print(*); vendor.shred; Low; no; something else")]
    [InlineData("M:Shop.Printer.Shred(*); vendor.print; Low; no; another member")]
    public async Task A_project_may_raise_it_and_say_more(string line)
    {
        foreach (var test in new AnalyzerTest[] { Layers<ListFileMustParseAnalyzer>(line), Layers<CatalogueLinesMustAgreeAnalyzer>(line) })
        {
            await test.RunAsync();
        }
    }

    [Fact]
    public Task Its_own_lines_agree()
    {
        var test = Marked<CatalogueLinesMustAgreeAnalyzer>(
            ("/0/b.txt", "catalogue", Actions + "M:Shop.Printer.Print(*); vendor.print; High; no; prints\n"),
            ("/0/a.txt", "catalogue", Actions + "M:Shop.Printer.Print(*); vendor.print; Medium; no; prints\n"));
        test.TestState.Sources.Add("public class Nothing;");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN9004", DiagnosticSeverity.Error).WithSpan("/0/b.txt", 2, 40, 2, 44)
            .WithArguments("M:Shop.Printer.Print(*)", "High", "vendor.print", "Medium", "2", "a.txt", "High"));
        return test.RunAsync();
    }

    [Fact]
    public Task It_is_about_more_libraries_than_a_project_has()
    {
        var test = Marked<CatalogueSymbolMustResolveAnalyzer>(("/0/acme.actions.txt", "catalogue", Actions + "M:System.IO.File.Dleete(*); vendor.purge; High; no; deletes\n"));
        test.TestState.Sources.Add("public class Nothing;");
        return test.RunAsync();
    }

    [Theory]
    [InlineData("kim", null)]
    [InlineData("dana", null)]
    [InlineData("lee", "Owner 'lee' of step 'triage' is not on the owners list: write a name that is, or add a line to own.owners")]
    public Task Its_owners_count_beside_the_projects(string owner, string? says)
    {
        var test = Marked<NameMustBeListedAnalyzer>(
            ("/0/acme.txt", "owners", "# governance-owners 1\nkim\n"), ("/0/own.owners", "", "# governance-owners 1\ndana\n"));
        test.TestState.Sources.Add($$"""public class Desk { [WorkflowStep("triage", RiskTier.Low, Owner = {|#0:"{{owner}}"|})] public void Triage() { } }""");
        if (says is not null)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN1002", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(says));
        }

        return test.RunAsync();
    }

    [Fact]
    public Task A_mistake_in_its_owners_is_reported_there()
    {
        var test = Marked<ListFileMustParseAnalyzer>(("/0/acme.txt", "owners", "# governance-owners 1\nops = dana, , lee\n"));
        test.TestState.Sources.Add("public class Nothing;");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN9001", DiagnosticSeverity.Error).WithSpan("/0/acme.txt", 2, 13, 2, 13).WithArguments("a name is missing here"));
        return test.RunAsync();
    }

    private static RuleTest<TAnalyzer> Layers<TAnalyzer>(string line)
        where TAnalyzer : GovernanceAnalyzer, new()
    {
        var test = Marked<TAnalyzer>(
            ("/0/acme.txt", "catalogue", Actions + "M:Shop.Printer.Print(*); vendor.print; Medium; no; prints\n"), ("/0/own.actions.txt", "", $"{Actions}{line}\n"));
        test.TestState.Sources.Add("public class Nothing;");
        return test;
    }

    /// <summary>Files with their marks, as the SDK hands item metadata to the compiler: those of files without any are empty.</summary>
    private static RuleTest<TAnalyzer> Marked<TAnalyzer>(params (string Path, string Mark, string Content)[] files)
        where TAnalyzer : GovernanceAnalyzer, new()
    {
        var test = new RuleTest<TAnalyzer>();
        test.TestState.AdditionalFiles.AddRange(files.Select(f => (f.Path, f.Content)));
        var sections = files.Select(f => $"[{f.Path}]\nbuild_metadata.AdditionalFiles.GovernanceList = {f.Mark}\n");
        test.TestState.AnalyzerConfigFiles.Add(("/0/Metadata.globalconfig", "is_global = true\n" + string.Concat(sections)));
        return test;
    }
}
