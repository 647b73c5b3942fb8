using System.Globalization;
using System.Text.RegularExpressions;
using GovernanceAnalyzers.CodeFixes.Enforcement;
using GovernanceAnalyzers.Rules.Enforcement;
using Microsoft.CodeAnalysis;

namespace GovernanceAnalyzers.Tests.Docs;

/// <summary>What a guide shows compiles and is clean, and what it shows as a fix's work is the fix's work.</summary>
public sealed partial class GuideTests
{
    // The real package's attributes, by name.
    private const string Package = """

        namespace ModelContextProtocol.Server
        {
            [AttributeUsage(AttributeTargets.Class)]
            public sealed class McpServerToolTypeAttribute : Attribute { }

            [AttributeUsage(AttributeTargets.Method)]
            public sealed class McpServerToolAttribute : Attribute
            {
                public string? Name { get; set; }

                public bool Destructive { get; set; }

                public bool ReadOnly { get; set; }
            }
        }
        """;

    private const string Usings = """
        using System.ComponentModel;
        using ModelContextProtocol.Server;


        """;

    /// <summary>The guides with examples that stand by themselves, marked <c>whole</c>.</summary>
    private static IEnumerable<string> Programs => Directory.GetFiles(AllRules.RepositoryFile("docs/guides"), "*.md").Order(StringComparer.Ordinal)
        .Select(file => Path.GetFileNameWithoutExtension(file)).Where(guide => Blocks(RulePage.TextOf($"docs/guides/{guide}.md"), "whole").Any());

    public static TheoryData<string> Guides => [.. Programs];

    [Theory, MemberData(nameof(Guides))]
    public async Task What_a_guide_writes_out_is_one_program_without_a_finding(string guide)
    {
        var text = RulePage.TextOf($"docs/guides/{guide}.md");
        Assert.Empty((await ExampleCode.DiagnosticsOf(string.Join("\n", Blocks(text, "whole")), properties: Properties(text))).Where(d => d.Id != "GVN0001"));
    }

    [Fact]
    public void Stages_and_waivers_are_shown_by_programs() => Assert.Empty(new[] { "stages", "waivers-and-modes" }.Except(Programs));

    [Theory]
    [InlineData(true, DiagnosticSeverity.Info)]
    [InlineData(false, DiagnosticSeverity.Error)]
    public async Task The_backlog_that_the_guide_shows_lists_the_samples_tool(bool isKept, DiagnosticSeverity severity)
    {
        var guide = RulePage.TextOf("docs/guides/waivers-and-modes.md");
        var backlog = TextFile().Match(guide);
        var tools = RulePage.TextOf("samples/OpsServer.Before/DiskTools.cs").Replace("namespace OpsServer;", "namespace OpsServer {", StringComparison.Ordinal) + "}";
        var found = await ExampleCode.DiagnosticsOf(
            "using System.Linq;\n" + tools + Package, isKept ? [(backlog.Groups["name"].Value, backlog.Groups["content"].Value)] : null);
        Assert.Equal(severity, Assert.Single(found, d => d.Id == "GVN2006" && d.GetMessage(CultureInfo.InvariantCulture).Contains("delete_file", StringComparison.Ordinal)).Severity);
    }

    [Fact]
    public Task Govern_this_tool_writes_what_the_guide_shows()
    {
        var guide = RulePage.TextOf("docs/guides/govern-an-mcp-server.md");
        return new RuleFixTest<EntryPointMustNotActAnalyzer, EntryPointMustNotActFix>
        {
            TestCode = Usings + Block(guide, "before").Replace("File.Delete(path)", "File.{|GVN2006:Delete|}(path)", StringComparison.Ordinal) + Package,
            FixedCode = Usings + Block(guide, "after") + Package,
        }.RunAsync();
    }

    [Fact]
    public void The_tool_before_is_the_samples() => Assert.Contains(
        Block(RulePage.TextOf("docs/guides/govern-an-mcp-server.md"), "before").Split("static class DiskTools\n{\n")[1].TrimEnd('}', '\n'),
        RulePage.TextOf("samples/OpsServer.Before/DiskTools.cs"),
        StringComparison.Ordinal);

    private static string Block(string guide, string kind) => Blocks(guide, kind).Single();

    private static IEnumerable<string> Blocks(string guide, string kind)
        => Fence().Matches(guide).Where(match => match.Groups["kind"].Value == kind).Select(match => match.Groups["code"].Value);

    /// <summary>The properties that the guide writes in a project file.</summary>
    private static Dictionary<string, string> Properties(string guide)
        => Property().Matches(guide).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);

    [GeneratedRegex(@"^```csharp (?<kind>\w+)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^ +<(?<name>Governance\w+)>(?<value>[^<]*)</", RegexOptions.Multiline)]
    private static partial Regex Property();

    [GeneratedRegex(@"^```text (?<name>\S+)\n(?<content>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex TextFile();
}
