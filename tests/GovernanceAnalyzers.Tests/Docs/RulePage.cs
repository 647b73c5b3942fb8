using System.Text.RegularExpressions;

namespace GovernanceAnalyzers.Tests.Docs;

/// <summary>A page of docs/rules, taken apart.</summary>
internal sealed partial record RulePage(string Id, string Title, string Severity, string Tags, string Category, string Text)
{
    public static IReadOnlyList<RulePage> All { get; } =
        [.. Directory.GetFiles(AllRules.RepositoryFile("docs/rules"), "GVN*.md").Order(StringComparer.Ordinal).Select(Read)];

    public static string Prelude { get; } = Blocks(TextOf("docs/rules/README.md"), "prelude").Single().Code;

    public bool IsEnforced => Tags.StartsWith("enforced", StringComparison.Ordinal);

    /// <summary>It comes from the build and not from an analyzer.</summary>
    public bool IsBuildGuard => Tags.StartsWith("of the build", StringComparison.Ordinal);

    /// <summary>Code that shows the rule, each with the ids it must give.</summary>
    public IEnumerable<(string Code, string[] Ids)> Violations
        => Blocks(Text, "violation").Select(block => (block.Code, block.Ids is [] ? [Id] : block.Ids));

    /// <summary>Code that gives nothing.</summary>
    public IEnumerable<string> Fixes => Blocks(Text, "fix").Select(block => block.Code);

    /// <summary>The additional files that the examples of the page are compiled with.</summary>
    public IEnumerable<(string Name, string Content)> Files => NamedFile().Matches(Text).Select(match => (match.Groups["name"].Value, match.Groups["content"].Value));

    /// <summary>The MSBuild properties that the examples of the page are compiled with: those written in words above one, as in a project file.</summary>
    public IReadOnlyDictionary<string, string> Properties
        => Property().Matches(Text).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);

    public static string TextOf(string path) => File.ReadAllText(AllRules.RepositoryFile(path)).ReplaceLineEndings("\n");

    private static RulePage Read(string path)
    {
        var text = TextOf(path);
        var id = Path.GetFileNameWithoutExtension(path);
        var head = Head().Match(text);
        Assert.True(head.Success, $"{id}.md does not begin with '# {id}: Title', '- **Severity** tags' and '- Category: `…`'.");
        Assert.Equal(id, head.Groups["id"].Value);
        return new(id, head.Groups["title"].Value, head.Groups["severity"].Value, head.Groups["tags"].Value,
                   head.Groups["category"].Value, text);
    }

    private static IEnumerable<(string Code, string[] Ids)> Blocks(string text, string kind)
        => Fence().Matches(text).Where(match => match.Groups["kind"].Value == kind)
                  .Select(match => (match.Groups["code"].Value, match.Groups["ids"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [GeneratedRegex(@"^# (?<id>GVN\d{4}): (?<title>.+)\n\n- \*\*(?<severity>\w+)\*\*,? (?<tags>.+)\n- Category: `(?<category>[\w.]+)`\n")]
    private static partial Regex Head();

    [GeneratedRegex(@"^With `<(?<name>Governance\w+)>(?<value>[^<]*)</", RegexOptions.Multiline)]
    private static partial Regex Property();

    [GeneratedRegex(@"^```csharp (?<kind>\w+)(?<ids>( GVN\d{4})*)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^```text (?<name>\S+)\n(?<content>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex NamedFile();
}
