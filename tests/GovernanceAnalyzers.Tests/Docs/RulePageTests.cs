using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using VerifyXunit;

namespace GovernanceAnalyzers.Tests.Docs;

/// <summary>A page says what its rule says, and its examples are what it calls them.</summary>
public sealed class RulePageTests
{
    private static readonly string[] s_sections = ["Cause", "Why it matters", "Violation", "Fix", "Configuration", "How to waive"];

    public static TheoryData<string> Pages => [.. RulePage.All.Select(page => page.Id)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Each_page_belongs_to_a_rule_and_has_all_sections(string id)
    {
        var page = RulePage.All.Single(page => page.Id == id);

        Assert.True(page.IsBuildGuard || AllRules.Rules.Any(rule => rule.Id == id), $"No analyzer has {id}.");
        Assert.Equal(RuleIds.Enforced.Contains(id), page.IsEnforced);
        Assert.True(page.IsBuildGuard || IsAboutInputs(id) || page.Violations.Any(), "A page shows code that breaks its rule.");
        Assert.Equal(s_sections, page.Text.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_violation_gives_exactly_its_rule_and_a_fix_nothing(string id)
    {
        var page = RulePage.All.Single(page => page.Id == id);
        var said = new StringBuilder();
        foreach (var (code, ids) in page.Violations)
        {
            Assert.Equal(ids, IdsIn(await DiagnosticsOf("violation", code)));
        }

        foreach (var code in page.Fixes)
        {
            Assert.Empty(IdsIn(await DiagnosticsOf("fix", code)));
        }

        Baseline.Of(SourceFile()).Compare(id, said.ToString());

        async Task<ImmutableArray<Diagnostic>> DiagnosticsOf(string kind, string code)
        {
            var diagnostics = await ExampleCode.DiagnosticsOf(code, page.Files, page.Properties);
            said.Append($"--- {kind}\n{DiagnosticListing.Of(diagnostics)}\n");
            return diagnostics;
        }

        // The facts, GVN0001, come with every step: they are a finding only on their own page.
        IEnumerable<string> IdsIn(ImmutableArray<Diagnostic> diagnostics) => diagnostics
            .Where(diagnostic => id == "GVN0001" || diagnostic.Id != "GVN0001")
            .Select(diagnostic => diagnostic.Id.StartsWith("GVN", StringComparison.Ordinal) ? diagnostic.Id : diagnostic.ToString())
            .Distinct().Order(StringComparer.Ordinal);
    }

    private static string SourceFile([CallerFilePath] string path = "") => path;

    // Files, options and failures of our own are shown as what they are.
    private static bool IsAboutInputs(string id) => id.StartsWith("GVN9", StringComparison.Ordinal);
}
