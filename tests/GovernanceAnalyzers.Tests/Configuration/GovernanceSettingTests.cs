using System.Xml.Linq;
using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Rules.Accountability;
using GovernanceAnalyzers.Rules.Declaration;
using GovernanceAnalyzers.Rules.Enforcement;
using GovernanceAnalyzers.Tests.Docs;
using GovernanceAnalyzers.Tests.Enforcement;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Configuration;

/// <summary>Each option is known to the build, is explained, and does something.</summary>
public sealed class GovernanceSettingTests
{
    private const string Waiver = """
        [GovernanceWaiver("GVN1008", Reason = "the rota starts in January", ApprovedBy = "risk-office", Until = {|#0:"2027-06-30"|})]
        public class Desk { }
        """;

    [Fact]
    public void The_package_hands_the_compiler_exactly_these()
    {
        var props = XDocument.Load(AllRules.RepositoryFile("src/GovernanceAnalyzers.Package/buildTransitive/GovernanceAnalyzers.props"));

        Assert.Equal(
            GovernanceSetting.All.Select(s => s.Name).Order(),
            // The underscore is for what the package's own parts say to each other.
            props.Descendants("CompilerVisibleProperty").Select(e => (string)e.Attribute("Include")!).Where(n => n[0] != '_').Order());
    }

    [Fact]
    public void The_table_in_the_docs_lists_exactly_these_with_their_values()
    {
        var table = RulePage.TextOf("docs/options.md").Split("<!-- options -->")[1].Split("<!-- /options -->")[0];
        var rows = table.Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split('|')).Select(c => $"{c[1].Trim()}: {c[2].Trim()}");

        Assert.Equal(GovernanceSetting.All.Select(s => $"`{s.Name}`: {s.Values}").Order(), rows.Order());
    }

    /// <summary>Below: its name begins with the option's.</summary>
    [Fact]
    public void Each_has_a_test_of_its_effect()
        => Assert.All(GovernanceSetting.All, s => Assert.Contains(GetType().GetMethods(), m => m.Name.StartsWith(s.Name + "_", StringComparison.Ordinal)));

    [Theory]
    [InlineData("enforce", DiagnosticSeverity.Error)]
    [InlineData("adopt", DiagnosticSeverity.Info)]
    [InlineData("consumer", null)]
    public Task GovernanceMode_says_how_much_an_undeclared_tool_matters(string mode, DiagnosticSeverity? severity)
    {
        var test = new RuleTest<EntryPointMustNotActAnalyzer>
        {
            TestCode = "public static class Tools { [AutomationEntryPoint] public static void Purge(string path) => File.{|#0:Delete|}(path); }",
            BuildProperties = { ["GovernanceMode"] = mode },
        };
        if (severity is { } level)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2006", level).WithLocation(0));
        }

        return test.RunAsync();
    }

    /// <summary>There is one release so far, so what a later one would add is made up here; more of it in <see cref="RuleBookTests"/>.</summary>
    [Theory]
    [InlineData("0.1", DiagnosticSeverity.Warning)]
    [InlineData("0.2", DiagnosticSeverity.Error)]
    public void GovernanceLevel_says_what_is_accepted(string accepted, DiagnosticSeverity severity)
    {
        var found = Diagnostic.Create(GovernanceRule.InternalFailure, Location.None);
        var book = new RuleBook(new Dictionary<string, Version> { [found.Id] = new(0, 2) }, BuiltInCatalogue.File);

        Assert.Equal(severity, book.Grade(found, Version.Parse(accepted)).Severity);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("2027-06-30", null)]
    [InlineData("2027-07-01", "it ended on 2027-06-30")]
    public Task GovernanceDate_lets_a_waiver_end(string date, string? says) => WaiverTest(says, ("GovernanceDate", date));

    [Theory]
    [InlineData("", null)]
    [InlineData("30", "Until = \"2027-06-30\" is later than 2027-01-30, the 30 days a waiver may last (GovernanceMaximumWaiverDays)")]
    public Task GovernanceMaximumWaiverDays_limits_a_waiver(string days, string? says)
        => WaiverTest(says, ("GovernanceDate", "2026-12-31"), ("GovernanceMaximumWaiverDays", days));

    [Theory]
    [InlineData("", "GVN1012", null)]
    [InlineData("+ iban", "GVN1012", "GVN1012")]
    [InlineData("iban", null, "GVN1012")]
    public Task GovernanceSecretNames_says_what_is_a_secret(string names, string? password, string? iban)
        => SecretTest("GovernanceSecretNames", names, Marked("password", password), Marked("iban", iban));

    [Theory]
    [InlineData("", null)]
    [InlineData("Shop.PersonalAttribute", "GVN1012")]
    public Task GovernanceSecretAttributes_says_what_marks_a_secret(string attributes, string? found)
        => SecretTest("GovernanceSecretAttributes", attributes, "", "[Shop.Personal] " + Marked("name", found));

    [Theory]
    [InlineData("", "GVN2018")]
    [InlineData("false", "GVN2018")]
    [InlineData("yes", "GVN2018")]
    [InlineData("true", null)]
    public Task IsTestProject_says_with_a_test_framework_that_the_harness_may_be_used(string value, string? found)
    {
        var test = new RuleTest<TestHarnessMustStayInTestProjectAnalyzer>
        {
            TestCode = $"static class Tests {{ static object Make() => new Governance.Testing.{(found is null ? "GovernanceHarness" : $"{{|{found}:GovernanceHarness|}}")}(); }}",
            TestState = { AdditionalReferences = { HarnessLibrary.Harness, HarnessLibrary.TestFramework } },
            BuildProperties = { ["IsTestProject"] = value },
        };
        return test.RunAsync();
    }

    private static string Marked(string name, string? rule) => "string " + (rule is null ? name : $"{{|{rule}:{name}|}}");

    private static Task SecretTest(string option, string value, params string[] parameters)
    {
        var test = new RuleTest<SecretMustBeRedactedAnalyzer>
        {
            TestCode = $$"""
                namespace Shop { public sealed class PersonalAttribute : Attribute; }

                public partial class Desk(IStepGovernor governor)
                {
                    [WorkflowStep("reset", RiskTier.Low)]
                    public partial Task ResetAsync({{string.Join(", ", parameters.Where(p => p.Length > 0))}});
                    private Task ResetCoreAsync({{string.Join(", ", parameters.Where(p => p.Length > 0).Select(p => p.Split(' ').Last().Replace("{|GVN1012:", "").Replace("|}", "")).Select(p => "string " + p))}}) => Task.CompletedTask;
                }
                """,
        };
        test.BuildProperties[option] = value;
        return test.RunAsync();
    }

    private static Task WaiverTest(string? says, params (string Name, string Value)[] properties)
    {
        var test = new RuleTest<WaiverMustBeCompleteAnalyzer> { TestCode = Waiver };
        foreach (var (name, value) in properties)
        {
            test.BuildProperties[name] = value;
        }

        if (says is not null)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN3002", DiagnosticSeverity.Error).WithLocation(0).WithArguments("GVN1008", says));
        }

        return test.RunAsync();
    }
}
