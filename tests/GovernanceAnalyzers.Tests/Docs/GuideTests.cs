using System.Text.RegularExpressions;
using GovernanceAnalyzers.CodeFixes.Enforcement;
using GovernanceAnalyzers.Rules.Enforcement;

namespace GovernanceAnalyzers.Tests.Docs;

/// <summary>What a guide shows as a fix's work is the fix's work.</summary>
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
            }
        }
        """;

    private const string Usings = """
        using System.ComponentModel;
        using ModelContextProtocol.Server;


        """;

    [Fact]
    public Task Govern_this_tool_writes_what_the_guide_shows()
    {
        var guide = RulePage.TextOf("docs/guides/govern-an-mcp-server.md");
        return new RuleFixTest<EntryPointMustNotActAnalyzer, EntryPointMustNotActFix>
        {
            TestCode = Usings + Block(guide, "before").Replace("File.Delete(path)", "{|GVN2006:File.Delete(path)|}", StringComparison.Ordinal) + Package,
            FixedCode = Usings + Block(guide, "after") + Package,
        }.RunAsync();
    }

    [Fact]
    public void The_tool_before_is_the_samples() => Assert.Contains(
        Block(RulePage.TextOf("docs/guides/govern-an-mcp-server.md"), "before").Split("static class DiskTools\n{\n")[1].TrimEnd('}', '\n'),
        RulePage.TextOf("samples/OpsServer.Before/DiskTools.cs"),
        StringComparison.Ordinal);

    private static string Block(string guide, string kind)
        => Fence().Matches(guide).Single(match => match.Groups["kind"].Value == kind).Groups["code"].Value;

    [GeneratedRegex(@"^```csharp (?<kind>\w+)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
