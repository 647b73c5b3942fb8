using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Tests.Catalogue;

public sealed class CatalogueParserTests
{
    private const string Head = "# governance-actions 1\n";
    private const string Plain = Head + "M:A.B.C(*); vendor.print; Medium; no; prints\n";

    [Fact]
    public void Reads_a_row()
    {
        var file = Parse(Head + "\n# a comment\n  M:Shop.Printer.Print(*) ;vendor.print; Medium ; no;prints on paper; check=source\r\n");

        Assert.Empty(file.Mistakes);
        var row = Assert.Single(file.Rows);
        Assert.Equal(("M:Shop.Printer.Print(*)", "Shop.Printer", "Print"), (row.Symbol.Text, row.Symbol.Container, row.Symbol.Name));
        Assert.Equal(("vendor.print", Tier.Medium, "no", "prints on paper", 3), (row.Capability, row.Tier, row.Reversible, row.Reason, row.Line));
        Assert.Equal("source", row.Key("check"));
        Assert.Null(row.Key("when"));
    }

    [Theory]
    [InlineData("M:A.B.C(*)", "A.B", "C", null)]
    [InlineData("M:A.B`1.C[Async](*)", "A.B`1", "C", null)]
    [InlineData("M:A.B.Delete*(*)", "A.B", "Delete", null)]
    [InlineData("M:A.B.#ctor(*)", "A.B", ".ctor", null)]
    [InlineData("M:A.B.#ctor(System.String,System.Boolean)", "A.B", ".ctor", "M:A.B.#ctor(System.String,System.Boolean)")]
    [InlineData("M:A.B.Run", "A.B", "Run", "M:A.B.Run")]
    [InlineData("M:A.B.set_C(*)", "A.B", "set_C", null)]
    [InlineData("M:A.B.*.C(*)", "A.B", "C", null)]
    [InlineData("M:A.B+.C(*)", "A.B", "C", null)]
    [InlineData("M:A.B`1+.C(*)", "A.B`1", "C", null)]
    [InlineData("T:A.BAttribute", "A.BAttribute", "", null)]
    public void Reads_a_pattern(string text, string container, string name, string? exact)
    {
        var pattern = SymbolPattern.Parse(text, out _)!;

        Assert.Equal((container, name, exact), (pattern.Container, pattern.Name, pattern.ExactId));
        Assert.Equal(text.Contains("[Async]"), pattern.IsAlsoAsync);
        Assert.Equal(text.Contains("Delete*"), pattern.IsPrefix);
        Assert.Equal(text.Contains(".*.") ? TypeScope.Namespace : text.Contains("+.") ? TypeScope.Derived : TypeScope.Itself, pattern.Scope);
        Assert.Equal(text.StartsWith("T:"), pattern.IsAttribute);
    }

    [Theory]
    [InlineData("[|# governance-actions 2|]\n", "the first line must be '# governance-actions 1'")]
    [InlineData("[|M:A.B.C(*); files.read; Low; yes; reads|]\n", "the first line must be")]
    [InlineData(Head + "[|M:A.B.C(*); files.read; Low; yes|]\n", "the reason is missing")]
    [InlineData(Head + "[|M:A.B.C(*)|]", "the capability is missing")]
    [InlineData(Head + "[|A.B.C|]; files.read; Low; yes; reads\n", "a symbol is written M:Namespace.Type.Member(*)")]
    [InlineData(Head + "[|P:A.B.C|]; files.read; Low; yes; reads\n", "write a property or event by its accessor")]
    [InlineData(Head + "[|M:C(*)|]; files.read; Low; yes; reads\n", "with its namespace and type")]
    [InlineData(Head + "[|M:A.B.C(*|]; files.read; Low; yes; reads\n", "is not closed")]
    [InlineData(Head + "[|M:A.B.C*(System.String)|]; files.read; Low; yes; reads\n", "only with (*)")]
    [InlineData(Head + "[|M:A.*.C(System.String)|]; files.read; Low; yes; reads\n", "only with (*)")]
    [InlineData(Head + "[|M:A.B+.C(System.String)|]; files.read; Low; yes; reads\n", "only with (*)")]
    [InlineData(Head + "[|M:A+.B.C(*)|]; files.read; Low; yes; reads\n", "its namespace and type")]
    [InlineData(Head + "[|M:*.C(*)|]; files.read; Low; yes; reads\n", "with its namespace and type")]
    [InlineData(Head + "[|T:A.B|]; files.read; Low; yes; reads\n", "names an attribute type")]
    [InlineData(Head + "M:A.B.C(*); [|files.remove|]; High; no; deletes\n", "'files' has files.delete, files.read, files.write")]
    [InlineData(Head + "M:A.B.C(*); [|Delete|]; High; no; deletes\n", "is no capability")]
    [InlineData(Head + "M:A.B.C(*); vendor.print; [|Medum|]; no; prints\n", "'Medum' is no tier")]
    [InlineData(Head + "M:A.B.C(*); vendor.print; [|medium|]; no; prints\n", "'medium' is no tier")]
    [InlineData(Head + "M:A.B.C(*); vendor.print; Medium; [|maybe|]; prints\n", "write yes, partial or no")]
    [InlineData(Head + "M:A.B.C(*); vendor.print; Medium; no; [||]\n", "the reason is empty")]
    [InlineData(Head + "M:A.B.C(*); vendor.print; Medium; no; prints; [|on paper|]\n", "a further field is written key=value")]
    [InlineData(Head + "M:A.B.C(*); vendor.print; Medium; no; prints; look-inside=[|no|]\n", "'look-inside' is 'yes' or not there")]
    [InlineData(Head + "M:A.B.C(*); vendor.print; Medium; no; prints; [|path=A.B|]\n", "'path' is for the summary")]
    [InlineData(Head + "[|T:A.BAttribute|]; vendor.print; Medium; no; prints; only-from-steps=yes\n", "of further keys it has 'when' alone")]
    [InlineData(Head + "M:A.B.C(*); vendor.print; Medium; no; prints; only-from-steps=[|no|]\n", "'only-from-steps' is 'yes' or not there")]
    [InlineData(Plain + "M:A.B.C(*); vendor.look; Low; no; looks; when=[|draft|]\n", "a condition is parameter:value")]
    [InlineData(Plain + "M:A.B.C(*); vendor.look; Low; no; looks; when=draft:true, [|:true|]\n", "a condition is parameter:value")]
    [InlineData(Plain + "M:A.B.C(*); vendor.look; Low; no; looks; when=draft:true , [|1draft|]:true\n", "'1draft' names no argument")]
    [InlineData(Plain + "M:A.B.C(*); vendor.look; Low; no; looks; when=[|draft/set|]:true\n", "names no argument")]
    [InlineData(Plain + "M:A.B.C(*); vendor.look; Low; no; looks; when=[|this|]:true\n", "a property is looked at")]
    [InlineData(Plain + "M:A.B.C(*); vendor.look; Low; no; looks; when=draft: true | [|a b|]\n", "'a b' is no value")]
    [InlineData(Plain + "M:A.B.C(*); vendor.look; Low; no; looks; when=draft:[|sql()|]\n", "'sql()' is no value")]
    [InlineData(Plain + "M:A.B.C(*); vendor.look; Low; no; looks; when=draft:[||]\n", "'' is no value")]
    [InlineData(Plain + "M:A.B.C(*); vendor.print; [|High|]; no; prints; when=draft:true\n", "is the worst reading, and it says Medium")]
    [InlineData(Head + "[|M:A.B.C(*)|]; vendor.look; Low; no; looks; when=draft:true\n", "refines one of the same symbol without")]
    [InlineData(Head + "M:A.B.C(*); vendor.print; Medium; no; prints; [|owner=me|]\n", "'owner' is no known key")]
    [InlineData(Head + "M:A.B.C(*); vendor.print; Medium; no; prints; [|since=0.2|]\n", "'since' is no known key")]
    [InlineData(Head + "M:A.B.C(*); vendor.print; Medium; no; prints\n[|M:A.B.C(*)|]; vendor.print; Medium; no; prints paper\n", "line 2 already says")]
    public void Says_where_a_line_does_not_parse(string marked, string message) => Says(marked, message, CatalogueKind.List);

    private static void Says(string marked, string message, CatalogueKind kind)
    {
        var start = marked.IndexOf("[|", StringComparison.Ordinal);
        var end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        var file = CatalogueParser.Parse(SourceText.From(marked.Replace("[|", "").Replace("|]", "")), kind);

        var mistake = Assert.Single(file.Mistakes);
        Assert.Equal(TextSpan.FromBounds(start, end), mistake.Span);
        Assert.Contains(message, mistake.Message);
    }

    [Fact]
    public void Reads_a_condition()
    {
        var file = Parse(Plain + "M:A.B.C(*); vendor.look; Low; no; looks; when=mode : Draft|!Sent , order.State/state?: unset|sql(SELECT WITH)\n");

        Assert.Empty(file.Mistakes);
        Assert.Equal(
            ["mode   False: Is Draft, IsNot Sent", "order State state True: Unset , Sql SELECT WITH"],
            file.Rows[1].When!.Parts.Select(p => $"{p.Parameter} {p.Property} {p.SetBy} {p.IsOptional}: {string.Join(", ", p.Values.Select(v => $"{v.Test} {v.Text}"))}"));
    }

    [Fact]
    public void A_line_under_another_condition_is_no_repetition()
        => Assert.Empty(Parse(Plain + "M:A.B.C(*); vendor.look; Low; no; x; when=draft:true\nM:A.B.C(*); vendor.look; Low; no; x; when=mode:Draft\n").Mistakes);

    [Fact]
    public void Reads_a_summary()
    {
        var file = CatalogueParser.Parse(
            SourceText.From("# governance-reach 1; assembly=Shop.Helpers\nM:A.B.C(*); files.delete; High; no; deletes; path=B.D → File.Delete; confidence=inferred\n"),
            CatalogueKind.Summary);

        Assert.Empty(file.Mistakes);
        Assert.Equal("Shop.Helpers", file.Assembly);
        var row = Assert.Single(file.Rows);
        Assert.Equal(("Shop.Helpers", "B.D → File.Delete", true), (row.Assembly, row.Path, row.IsInferred));
    }

    [Theory]
    [InlineData("[|# governance-actions 1|]\n", "the first line must be '# governance-reach 1; assembly='")]
    [InlineData("[|# governance-reach 1; assembly=|]\n", "with the name of the assembly")]
    [InlineData("# governance-reach 1; assembly=A\nM:A.B.C(*); files.read; Low; yes; reads; confidence=[|sure|]\n", "write exact or inferred")]
    [InlineData("# governance-reach 1; assembly=A\nM:A.B.C(*); files.read; Low; yes; reads; [|when=a:b|]\n", "'when' is no known key of a summary")]
    public void Says_where_a_summary_does_not_parse(string marked, string message) => Says(marked, message, CatalogueKind.Summary);

    [Fact]
    public void A_mistake_costs_only_its_own_line()
    {
        var file = Parse(Head + "nonsense\nM:A.B.C(*); vendor.print; Medium; no; prints\n; ; ; ;\n");

        Assert.Single(file.Rows);
        Assert.Equal(6, file.Mistakes.Count);
    }

    [Fact]
    public void A_built_in_row_says_which_release_it_came_with()
    {
        const string Row = "M:A.B.C(*); vendor.print; Medium; no; prints";
        var file = CatalogueParser.Parse(SourceText.From($"{Head}{Row}\n{Row.Replace("Medium", "High")}; since=0.2\n"), CatalogueKind.BuiltIn);

        Assert.Empty(file.Mistakes);
        Assert.Equal([new(0, 1), new(0, 2)], file.Rows.Select(r => r.Since));
    }

    [Fact]
    public void Another_tier_for_the_same_is_kept_for_the_rule_about_it()
        => Assert.Equal(
            [Tier.Medium, Tier.High],
            Parse(Head + "M:A.B.C(*); vendor.print; Medium; no; prints\nM:A.B.C(*); vendor.print; High; no; prints\n").Rows.Select(r => r.Tier));

    [Fact]
    public void Equal_texts_are_equal_files()
    {
        const string Text = Head + "M:A.B.C(*); vendor.print; Medium; no; prints\nwrong\n";

        Assert.Equal(Parse(Text), Parse(Text));
        Assert.NotEqual(Parse(Text), Parse(Text.Replace("Medium", "High")));
    }

    private static CatalogueFile Parse(string text) => CatalogueParser.Parse(SourceText.From(text));
}
