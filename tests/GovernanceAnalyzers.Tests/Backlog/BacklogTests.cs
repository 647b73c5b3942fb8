using GovernanceAnalyzers.Rules.Enforcement;
using GovernanceAnalyzers.Tests.Enforcement;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Backlog;

/// <summary>What a project's backlog makes of GVN2006: what it lists is counted, whatever else acts by itself is refused.</summary>
public sealed class BacklogTests
{
    private const string Head = "# governance-backlog 1\n";
    private const string Line = "M:Tools.Purge(System.String); files.delete/High; platform-ops; 2027-03-31\n";
    private const string Listed = "; on the backlog of platform-ops until 2027-03-31";
    private const string Purge = "[AutomationEntryPoint] public static void Purge(string p) => File.{|#0:Delete|}(p);";

    [Theory]
    [InlineData("enforce")]
    [InlineData("adopt")]
    public Task What_is_listed_is_counted_and_says_whose_it_is(string mode) => Test(Purge, Line, Info(Listed), mode).RunAsync();

    [Theory]
    [InlineData("enforce")]
    [InlineData("adopt")]
    public Task Where_there_is_a_backlog_what_it_does_not_list_is_refused_in_every_mode(string mode) => Test(Purge, "", Error(""), mode).RunAsync();

    [Theory]
    [InlineData("M:Tools.Purge; files.delete/High; platform-ops; 2027-03-31", "")]
    [InlineData("M:Tools.Purge(System.String); mail.send/High; platform-ops; 2027-03-31", "")]
    [InlineData("M:Tools.Purge(System.String); files.delete/Medium; platform-ops; 2027-03-31", "; governance.backlog.txt lists it as Medium")]
    [InlineData("M:Tools.Purge(System.String); files.delete/High; TODO; 2027-03-31", "")]
    [InlineData("M:Tools.Purge(System.String); files.delete/High; platform-ops; some day", "")]
    [InlineData("# M:Tools.Purge(System.String); files.delete/High; platform-ops; 2027-03-31", "")]
    public Task A_line_about_something_else_lists_nothing(string line, string words) => Test(Purge, line + "\n", Error(words)).RunAsync();

    [Theory]
    [InlineData("2027-03-31", true, Listed)]
    [InlineData("2027-04-01", false, "; its line in governance.backlog.txt ended on 2027-03-31")]
    [InlineData("2026-03-30", false, "; its line in governance.backlog.txt lasts longer than 365 days (GovernanceMaximumWaiverDays)")]
    public async Task A_line_holds_until_its_last_day_where_the_build_says_which_day_it_is(string today, bool holds, string words)
    {
        var test = Test(Purge, Line, holds ? Info(words) : Error(words));
        test.BuildProperties["GovernanceDate"] = today;
        await test.RunAsync();
    }

    [Fact]
    public Task Each_kind_of_action_has_its_own_line() => Test(
        "[AutomationEntryPoint] public static void Purge(string p) { File.{|#0:Delete|}(p); File.{|GVN2006:WriteAllText|}(p, p); }", Line, Info(Listed)).RunAsync();

    [Theory]
    [InlineData("M:Tools.M#lambda1", "lambda", "static object M() => Microsoft.Extensions.AI.AIFunctionFactory.Create((string p) => BAD);")]
    [InlineData("M:Tools.M#purge", "purge", "static object M() => Microsoft.Extensions.AI.AIFunctionFactory.Create((string p) => BAD, \"purge\");")]
    [InlineData("M:Tools.M#lambda2", "lambda", "static void M() { Func<int, int> other = x => x; Microsoft.Extensions.AI.AIFunctionFactory.Create((string p) => p); Microsoft.Extensions.AI.AIFunctionFactory.Create((string p) => BAD); }")]
    [InlineData("F:Tools.t#a_b", " a;b", "static object t = Microsoft.Extensions.AI.AIFunctionFactory.Create((string p) => BAD, \" a;b\");")]
    [InlineData("M:Tools.M#Run", "purge", "static object M() { return Microsoft.Extensions.AI.AIFunctionFactory.Create(Run, \"purge\"); void Run(string p) => BAD; }")]
    [InlineData("M:Tools.Run(System.String)", "purge", "static object t = Microsoft.Extensions.AI.AIFunctionFactory.Create(Run, \"purge\"); static void Run(string p) => BAD;")]
    public Task Whatever_enters_has_a_name_that_lasts(string entryPoint, string name, string member)
        => Test(member.Replace("BAD", "File.{|#0:Delete|}(p)"), $"{entryPoint}; files.delete/High; platform-ops; 2027-03-31\n", Info(Listed, name)).RunAsync();

    [Fact]
    public async Task A_lambda_of_top_level_statements_is_told_by_its_place_among_the_registrations()
    {
        var test = new RuleTest<EntryPointMustNotActAnalyzer>
        {
            TestCode = """
                var first = Microsoft.Extensions.AI.AIFunctionFactory.Create((string p) => p);
                var second = Microsoft.Extensions.AI.AIFunctionFactory.Create((string p) => File.{|#0:Delete|}(p));
                """,
            TestState = { Sources = { ForeignLibraries.Source }, OutputKind = OutputKind.ConsoleApplication },
            ExpectedDiagnostics = { Info(Listed, "lambda") },
        };
        test.TestState.AdditionalFiles.Add(("/0/governance.backlog.txt", Head + "M:Program.{Main}$(System.String[])#lambda2; files.delete/High; platform-ops; 2027-03-31\n"));
        await test.RunAsync();
    }

    [Fact]
    public Task A_waiver_needs_no_line() => Test("""
        [AutomationEntryPoint]
        [GovernanceWaiver("GVN2006", Reason = "runs in a throw-away container, ticket 4711", ApprovedBy = "risk-office", Until = "2027-01-31")]
        public static void Purge(string p) => File.Delete(p);
        """, "").RunAsync();

    private static DiagnosticResult Info(string words, string name = "Purge") => Result(DiagnosticSeverity.Info, words, name);

    private static DiagnosticResult Error(string words) => Result(DiagnosticSeverity.Error, words, "Purge");

    private static DiagnosticResult Result(DiagnosticSeverity severity, string words, string name)
        => new DiagnosticResult("GVN2006", severity).WithLocation(0)
            .WithArguments(name, "files.delete (High)", $"{name} → File.Delete", "", words);

    private static RuleTest<EntryPointMustNotActAnalyzer> Test(string member, string lines, DiagnosticResult? expected = null, string mode = "enforce")
    {
        var test = new RuleTest<EntryPointMustNotActAnalyzer>
        {
            TestCode = "public partial class Tools { " + member + " }",
            TestState = { Sources = { ForeignLibraries.Source } },
        };
        if (expected is { } result)
        {
            test.ExpectedDiagnostics.Add(result);
        }

        test.BuildProperties["GovernanceMode"] = mode;
        test.TestState.AdditionalFiles.Add(("/0/governance.backlog.txt", Head + lines));
        return test;
    }
}
