using System.Collections.Immutable;
using GovernanceAnalyzers.Rules.Accountability;
using GovernanceAnalyzers.Tests.Docs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Tests.Accountability;

/// <summary>
/// Whatever rule there is, a waiver silences it from every place, and no longer than it says. The violations are those of the rules' own pages, so a
/// new rule is held to it as soon as it is listed.
/// </summary>
public sealed class EveryRuleIsWaivableTests
{
    private const string WhileItHolds = "2026-11-25";
    private const string AfterItsEnd = "2027-02-01";

    public static TheoryData<string> Rules => [.. RuleIds.All.Where(Waiver.CanWaive).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_waiver_holds_on_the_assembly_the_type_and_the_member(string rule)
    {
        foreach (var code in Violations(rule))
        {
            var places = await PlacesOf(rule, code);
            await AssertWaived(rule, OnAssembly(code, Written(rule, null)));
            await AssertWaived(rule, places.Types.Aggregate(code, (c, type) => OnAssembly(c, Written(rule, type))));
            await AssertWaived(rule, Before(code, places.TypeStarts, $"[{Written(rule, null)}] "));
            await AssertWaived(rule, places.Members.Aggregate(code, (c, member) => OnAssembly(c, Written(rule, member))));
            await AssertWaived(rule, Before(code, places.MemberStarts, $"[{Written(rule, null)}] "));
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_waiver_that_has_ended_holds_nowhere_and_one_for_another_rule_or_place_never_did(string rule)
    {
        foreach (var code in Violations(rule))
        {
            var places = await PlacesOf(rule, code);
            Assert.Contains(rule, await IdsOf(rule, OnAssembly(code, Written(rule, null)), AfterItsEnd));
            Assert.Contains(rule, await IdsOf(rule, Before(code, places.MemberStarts, $"[{Written(rule, null)}] "), AfterItsEnd));
            Assert.Contains(rule, await IdsOf(rule, OnAssembly(code, Written(rule == "GVN1001" ? "GVN1004" : "GVN1001", null)), WhileItHolds));
            Assert.Contains(rule, await IdsOf(rule, OnAssembly(code, Written(rule, "T:Elsewhere")), WhileItHolds));
        }
    }

    /// <summary>Silent about the rule, and GVN3004 agrees that the waiver is for something.</summary>
    private static async Task AssertWaived(string rule, string code)
    {
        var ids = await IdsOf(rule, code, WhileItHolds);
        Assert.True(!ids.Contains(rule) && !ids.Contains("GVN3004") && !ids.Any(id => id.StartsWith("CS", StringComparison.Ordinal)),
                    $"{string.Join(", ", ids)} in\n{code}");
    }

    private static IEnumerable<string> Violations(string rule)
        => RulePage.All.Single(page => page.Id == rule).Violations.Where(v => v.Ids.Contains(rule)).Select(v => v.Code);

    private static async Task<IReadOnlyCollection<string>> IdsOf(string rule, string code, string today)
        => [.. (await DiagnosticsOf(rule, code, today)).Select(d => d.Id).Distinct()];

    private static Task<ImmutableArray<Diagnostic>> DiagnosticsOf(string rule, string code, string today)
        => ExampleCode.DiagnosticsOf(code, RulePage.All.Single(page => page.Id == rule).Files, new Dictionary<string, string> { ["GovernanceDate"] = today });

    private static string Written(string rule, string? target)
        => $"GovernanceWaiver(\"{rule}\", Reason = \"tried by a test\", ApprovedBy = \"risk-office\", Until = \"2027-01-31\""
         + (target is null ? ")" : $", Target = \"{target}\")");

    /// <summary>An attribute on the assembly stands behind the usings.</summary>
    private static string OnAssembly(string code, string waiver)
    {
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(code).GetRoot();
        return code.Insert(root.Usings.FullSpan.End, $"[assembly: {waiver}]\n");
    }

    private static string Before(string code, IEnumerable<int> starts, string text)
        => starts.Distinct().OrderDescending().Aggregate(code, (c, start) => c.Insert(start, text));

    /// <summary>The members and types in which the rule finds something, by documentation id and by where their declaration begins.</summary>
    private static async Task<Places> PlacesOf(string rule, string code)
    {
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(code), new CSharpParseOptions(LanguageVersion.Latest), "Example.cs");
        var model = CSharpCompilation.Create("Places", [CSharpSyntaxTree.ParseText(RulePage.Prelude), tree], TestReferences.All).GetSemanticModel(tree);
        var found = (await DiagnosticsOf(rule, code, WhileItHolds)).Where(d => d.Id == rule).ToList();
        Assert.NotEmpty(found);
        var members = found.Select(d => tree.GetRoot().FindNode(d.Location.SourceSpan).AncestorsAndSelf().OfType<MemberDeclarationSyntax>().First())
            .Select(StepOf).ToList();
        var types = members.Select(m => m.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().First()).ToList();
        return new([.. members.Select(Id).Distinct()], [.. members.Select(m => m.SpanStart)], [.. types.Select(Id).Distinct()], [.. types.Select(t => t.SpanStart)]);

        string Id(SyntaxNode node) => model.GetDeclaredSymbol(node)!.GetDocumentationCommentId()!;
    }

    /// <summary>What stands in a Core body is found about its step, and the step carries the waiver.</summary>
    private static MemberDeclarationSyntax StepOf(MemberDeclarationSyntax member)
        => member is MethodDeclarationSyntax { Identifier.ValueText: var name } && name.Contains("Core", StringComparison.Ordinal)
            ? member.Parent!.ChildNodes().OfType<MethodDeclarationSyntax>().FirstOrDefault(m => m.Identifier.ValueText == name.Replace("Core", "", StringComparison.Ordinal)) ?? member
            : member;

    private sealed record Places(string[] Members, int[] MemberStarts, string[] Types, int[] TypeStarts);
}
