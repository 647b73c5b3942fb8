using GovernanceAnalyzers.Rules.Enforcement;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Enforcement;

public sealed class TestHarnessMustStayInTestProjectTests
{
    private const string Marked = "it is not marked IsTestProject";

    [Theory]
    [InlineData(false, false, Marked)]
    [InlineData(false, true, Marked)]
    [InlineData(true, false, "it references no test framework that is known")]
    [InlineData(true, true, null)]
    public Task Only_a_marked_project_with_a_framework_is_one_of_tests(bool isMarked, bool hasFramework, string? says)
    {
        var test = Test(says is null ? "static object Make() => new GovernanceHarness();" : "static object Make() => new {|#0:GovernanceHarness|}();", "");
        if (isMarked)
        {
            test.BuildProperties["IsTestProject"] = "True";
        }

        if (hasFramework)
        {
            test.TestState.AdditionalReferences.Add(HarnessLibrary.TestFramework);
        }

        if (says is not null)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2018", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
                $"'GovernanceHarness' belongs to the test harness, which decides in a person's place, and this is no test project: {says}"));
        }

        return test.RunAsync();
    }

    [Theory]
    [InlineData("static async Task M() { await using var harness = new [|GovernanceHarness|](); harness.Approve(\"a/b\", \"bot\"); }")]
    [InlineData("static async Task M() { await using [|GovernanceHarness|] harness = new(); }")]
    [InlineData("static void M() => [|GovernanceHarness|].Open().Clock.Advance();")]
    [InlineData("readonly [|GovernanceHarness|] _harness = new(), _other = new();", "sealed class Held { ", " }")]
    [InlineData("static [|GovernanceHarness|] Harness => new();")]
    [InlineData("static object? M() => System.Activator.CreateInstance(typeof([|GovernanceHarness|]));")]
    [InlineData("static object M() => System.Activator.CreateInstance<[|GovernanceHarness|]>();")]
    [InlineData("static T M<T>() where T : [|HarnessClock|], new() => new();")]
    [InlineData("", "class Clock : [|HarnessClock|] { ", " }")]
    [InlineData("static int M() => [|Ticks|];")]
    [InlineData("static void M() { [|var|] clock = Clocks.Of(); }", "static class Clocks { public static [|HarnessClock|] Of() => null!; } static class Program { ")]
    [InlineData("static void M() { var f = () => new [|H|](); f(); }")]
    [InlineData("static void M([|H|] harness) => harness.Approve(\"a/b\", \"bot\");")]
    [InlineData("static object M() => nameof(new [|GovernanceHarness|]()); static object nameof(object made) => made;")]
    [InlineData("static void M() => Made([|new|]()); static void Made([|GovernanceHarness|] harness) { }")]
    public Task Each_way_of_using_it_is_reported_once_a_member(string member, string before = "static class Program { ", string after = " }") => Test(member, before, after).RunAsync();

    [Fact]
    public Task An_alias_of_another_file_is_a_name_of_it()
    {
        var test = Test("static void M([|Desk|] harness) => harness.Approve(\"a/b\", \"bot\");");
        test.TestState.Sources.Add(("Usings.cs", "global using Desk = Governance.Testing.GovernanceHarness;"));
        return test.RunAsync();
    }

    [Fact]
    public Task Statements_of_the_file_are_one_member() => new RuleTest<TestHarnessMustStayInTestProjectAnalyzer>
    {
        TestCode = "await using var a = new Governance.Testing.[|GovernanceHarness|](); await using var b = new Governance.Testing.GovernanceHarness();",
        TestState = { AdditionalReferences = { HarnessLibrary.Harness }, OutputKind = OutputKind.ConsoleApplication },
    }.RunAsync();

    [Theory]
    [InlineData("static string M() => nameof(GovernanceHarness);")]
    [InlineData("static object M() => new Own.GovernanceHarness();")]
    public Task Its_name_alone_is_fine(string member) => Test(member, "namespace Own { class GovernanceHarness { } } static class Program { ").RunAsync();

    [Theory]
    [InlineData("static object M() => new [|GovernanceHarness|]")]
    [InlineData("static void M() { [|GovernanceHarness|]. }")]
    [InlineData("static void M() { Governance.Testing. }")]
    [InlineData("static void M() { nameof(GovernanceHarness")]
    public Task Half_typed_code_breaks_nothing(string member)
    {
        var test = Test(member);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        return test.RunAsync();
    }

    [Theory]
    [InlineData("2027-01-31", "GovernanceHarness")]
    [InlineData("2026-01-31", "[|GovernanceHarness|]")]
    public Task A_waiver_holds_until_its_day(string until, string name)
    {
        var test = Test(
            $"[GovernanceWaiver(\"GVN2018\", Reason = \"rehearsal, ticket 4711\", ApprovedBy = \"risk-office\", Until = \"{until}\")] static {name} Harness {{ get; }} = new();");
        test.BuildProperties["GovernanceDate"] = "2026-11-25";
        return test.RunAsync();
    }

    private static RuleTest<TestHarnessMustStayInTestProjectAnalyzer> Test(string member, string before = "static class Program { ", string after = " }") => new()
    {
        TestCode = $"using Governance.Testing; using static Governance.Testing.HarnessClock; using H = Governance.Testing.GovernanceHarness; {(before.Length > 0 ? before : "static class Program { ")}{member}{after}",
        TestState = { AdditionalReferences = { HarnessLibrary.Harness } },
    };
}
