namespace GovernanceAnalyzers.Tests.Docs;

/// <summary>The rule tables are what the pages say. A failing test prints what belongs between the markers.</summary>
public sealed class RuleTableTests
{
    [Theory]
    [InlineData("README.md", "docs/rules/")]
    [InlineData("docs/rules/README.md", "")]
    public void The_table_lists_every_rule(string file, string folder)
    {
        var text = RulePage.TextOf(file);
        var start = text.IndexOf("<!-- rules -->\n", StringComparison.Ordinal);
        var end = text.IndexOf("<!-- /rules -->", StringComparison.Ordinal);
        Assert.True(start >= 0 && end > start, $"{file} has no <!-- rules --> and <!-- /rules --> markers.");

        var expected = Table(folder);
        var actual = text[(start + "<!-- rules -->\n".Length)..end];
        Assert.True(expected == actual, $"{file} is not up to date. Between the markers belongs:\n{expected}");
    }

    private static string Table(string folder)
        => "| rule | severity | says |\n|---|---|---|\n" + string.Concat(RulePage.All.Select(page =>
            $"| [{page.Id}]({folder}{page.Id}.md) | {page.Severity}{Kind(page)} | {page.Title} |\n"));

    private static string Kind(RulePage page) => page.IsBuildGuard ? ", build" : page.IsEnforced ? ", enforced" : "";
}
