using GovernanceAnalyzers.Owners;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Tests.Owners;

public sealed class OwnersParserTests
{
    private const string Head = "# governance-owners 1\n";

    [Fact]
    public void Reads_names_and_groups()
    {
        var file = OwnersParser.Parse(SourceText.From(Head + "\n# the desk\n  payments-ops =dana , lee@example.com\r\nrisk-office\nHead of Claims"));

        Assert.Empty(file.Mistakes);
        Assert.Equal(["payments-ops", "risk-office", "Head of Claims"], file.Entries.Select(e => e.Name));
        Assert.Equal([["dana", "lee@example.com"], [], []], file.Entries.Select(e => e.Members.ToArray()));
    }

    [Theory]
    [InlineData("[|# governance-actions 1|]\n", "the first line must be '# governance-owners 1'")]
    [InlineData("[||]", "the first line must be '# governance-owners 1'")]
    [InlineData(Head + "[|dana, lee|]\n", "names stand one on a line; a group is written: group = member, member")]
    [InlineData(Head + "[||]= dana\n", "a name is missing here")]
    [InlineData(Head + "desk = dana, [||], lee\n", "a name is missing here")]
    [InlineData(Head + "desk = dana, lee,[||]\n", "a name is missing here")]
    [InlineData(Head + "desk =[||]\n", "group 'desk' has no members; without '=' the name stands for itself")]
    [InlineData(Head + "desk = dana = [|lee|]\n", "a line has one '=', between a group and its members")]
    [InlineData(Head + "desk = dana, [|#oncall|]\n", "a name does not begin with '#', which begins a comment")]
    [InlineData(Head + "desk = [|dana; lee|]\n", "names are separated by a comma")]
    [InlineData(Head + "  [|TODO|]\n", "'TODO' names nobody")]
    [InlineData(Head + "dana\n\n[|Dana|]\n", "line 2 already lists 'dana'")]
    [InlineData(Head + "desk = dana, [|DANA|]\n", "'DANA' is already a member of 'desk'")]
    [InlineData(Head + "[|desk|] = dana, desk\n", "group 'desk' is, through its members, a member of itself")]
    public void A_mistake_stands_at_its_place(string marked, string says)
    {
        var start = marked.IndexOf("[|", StringComparison.Ordinal);
        var span = TextSpan.FromBounds(start, marked.IndexOf("|]", StringComparison.Ordinal) - 2);
        var mistake = Assert.Single(OwnersParser.Parse(SourceText.From(marked.Replace("[|", "").Replace("|]", ""))).Mistakes);
        Assert.Equal((says, span), (mistake.Message, mistake.Span));
    }

    [Fact]
    public void Each_group_of_a_circle_is_one_and_what_is_only_above_it_is_none()
    {
        var file = OwnersParser.Parse(SourceText.From(Head + "all = desk\ndesk = night, dana\nnight = Desk, lee\n"));

        Assert.Equal([2, 3], file.Mistakes.Select(m => m.Lines.Start.Line));
    }

    [Fact]
    public void A_mistake_costs_nothing_else_on_its_line()
        => Assert.Equal(["dana", "lee"], Assert.Single(OwnersParser.Parse(SourceText.From(Head + "desk = dana, TODO, lee")).Entries).Members);
}
