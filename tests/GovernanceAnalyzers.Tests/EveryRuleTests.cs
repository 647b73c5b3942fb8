using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GovernanceAnalyzers.Tests;

/// <summary>What a new rule has to bring with it, as tests: the checklist of docs/contributing/new-rule.md fails until it is done.</summary>
public sealed class EveryRuleTests
{
    public static TheoryData<string> RuleIds => [.. AllRules.Rules.Select(r => r.Id)];

    public static TheoryData<string> Analyzers => [.. AllRules.AnalyzerTypes.Select(t => t.FullName!)];

    public static TheoryData<string> Fixes => [.. AllRules.FixTypes.Select(t => t.FullName!)];

    [Fact]
    public void There_are_rules_and_fixes()
    {
        Assert.NotEmpty(AllRules.AnalyzerTypes);
        Assert.NotEmpty(AllRules.FixTypes);
    }

    [Fact]
    public void An_id_belongs_to_one_analyzer()
    {
        var twice = AllRules.AnalyzerTypes.SelectMany(AllRules.OwnRules).GroupBy(r => r.Id).Where(g => g.Count() > 1).Select(g => g.Key);
        Assert.Empty(twice);
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_rule_has_a_form(string id)
    {
        var rule = Rule(id);
        Assert.Matches("^GVN[0-9]{4}$", rule.Id);
        Assert.Equal($"https://github.com/GovernanceAnalyzers/GovernanceAnalyzers/blob/main/docs/rules/{id}.md", rule.HelpLinkUri);
        Assert.StartsWith("Governance.", rule.Category, StringComparison.Ordinal);
        Assert.True(rule.IsEnabledByDefault);
        Assert.Matches("^[A-Z].*[^.]$", rule.Title.ToString(null));
        Assert.NotEmpty(rule.MessageFormat.ToString(null));
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_rule_that_nothing_switches_off_is_an_error_with_both_tags(string id)
    {
        // NotConfigurable alone leaves SuppressMessage open, Compiler alone everything else. GVN0001 is a record of facts and no demand.
        var rule = Rule(id);
        if (rule.CustomTags.Contains(WellKnownDiagnosticTags.Compiler) || (rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable) && id != "GVN0001"))
        {
            Assert.Equal(DiagnosticSeverity.Error, rule.DefaultSeverity);
            Assert.Contains(WellKnownDiagnosticTags.Compiler, rule.CustomTags);
            Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, rule.CustomTags);
        }
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_rule_has_a_page_that_says_its_severity_and_category(string id)
    {
        var page = File.ReadAllText(AllRules.RepositoryFile($"docs/rules/{id}.md"));
        Assert.StartsWith($"# {id}: {Rule(id).Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"**{Rule(id).DefaultSeverity}**", page);
        Assert.Contains($"`{Rule(id).Category}`", page);
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_rule_is_in_the_readme(string id) => Assert.Contains($"| [{id}](docs/rules/{id}.md) |", File.ReadAllText(AllRules.RepositoryFile("README.md")));

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_rule_is_in_the_release_file(string id)
    {
        var rows = new[] { "Shipped", "Unshipped" }
            .SelectMany(file => File.ReadAllLines(AllRules.RepositoryFile($"src/GovernanceAnalyzers/AnalyzerReleases.{file}.md")))
            .Where(line => line.StartsWith(id + " ", StringComparison.Ordinal));
        var row = Assert.Single(rows).Split('|').Select(cell => cell.Trim()).ToArray();
        Assert.Equal([Rule(id).Category, Rule(id).DefaultSeverity.ToString()], row[1..3]);
    }

    [Theory]
    [MemberData(nameof(Analyzers))]
    public void An_analyzer_has_tests_in_a_mirrored_folder(string analyzer) => AssertHasTests(Analyzer(analyzer), "Analyzer", "Rules.");

    [Theory]
    [MemberData(nameof(Analyzers))]
    public void An_analyzer_has_a_fix_or_says_why_not(string analyzer)
    {
        var type = Analyzer(analyzer);
        var stem = AllRules.Stem(type, "Analyzer");
        var fix = AllRules.FixTypes.FirstOrDefault(t => t.Name == stem + "Fix");
        var reason = type.GetCustomAttribute<NoCodeFixAttribute>()?.Reason;
        Assert.True(fix is null != reason is null, $"{stem} has {(fix is null ? "neither a fix nor a reason for none" : "both a fix and a reason for none")}.");
        if (fix is not null)
        {
            var fixable = ((CodeFixProvider)Activator.CreateInstance(fix)!).FixableDiagnosticIds;
            Assert.All(fixable, id => Assert.Contains(AllRules.OwnRules(type), r => r.Id == id));
        }
    }

    [Theory]
    [MemberData(nameof(Fixes))]
    public void A_fix_is_exported_under_its_name_and_has_tests(string fix)
    {
        var type = AllRules.FixTypes.Single(t => t.FullName == fix);
        var export = Assert.Single(type.GetCustomAttributes<ExportCodeFixProviderAttribute>());
        Assert.Equal(type.Name, export.Name);
        Assert.Equal([LanguageNames.CSharp], export.Languages);
        Assert.Single(type.GetCustomAttributes(typeof(System.Composition.SharedAttribute)));
        Assert.EndsWith("Fix", type.Name, StringComparison.Ordinal);
        Assert.Contains(AllRules.AnalyzerTypes, t => t.Name == AllRules.Stem(type, "Fix") + "Analyzer");
        AssertHasTests(type, "", "CodeFixes.");
    }

    [Theory]
    [MemberData(nameof(Analyzers))]
    public void An_analyzer_is_exported_for_csharp(string analyzer)
        => Assert.Equal([LanguageNames.CSharp], Assert.Single(Analyzer(analyzer).GetCustomAttributes<DiagnosticAnalyzerAttribute>()).Languages);

    private static DiagnosticDescriptor Rule(string id) => AllRules.Rules.Single(r => r.Id == id);

    private static Type Analyzer(string name) => AllRules.AnalyzerTypes.Single(t => t.FullName == name);

    // …Rules.Declaration.XAnalyzer → …Tests.Declaration.XTests
    private static void AssertHasTests(Type type, string suffix, string part)
    {
        var folder = Regex.Replace(type.Namespace!, $"^GovernanceAnalyzers\\.({Regex.Escape(part)})?", "");
        var name = $"GovernanceAnalyzers.Tests.{folder}.{(suffix.Length > 0 ? AllRules.Stem(type, suffix) : type.Name)}Tests";
        var tests = typeof(EveryRuleTests).Assembly.GetType(name);
        Assert.True(tests is not null, $"There is no test class {name}.");
        Assert.Contains(tests.GetMethods(), m => m.GetCustomAttributes<FactAttribute>().Any());
    }
}
