using GovernanceAnalyzers.Tool.Backlog;

namespace GovernanceAnalyzers.Tool.Tests.Backlog;

/// <summary>A backlog may only shrink.</summary>
public sealed class BacklogGrowthTests
{
    private const string Line = "M:T.B; files.delete/Medium; ops; 2027-03-31";
    private const string Other = "M:T.A; files.delete/Medium; ops; 2027-03-31";

    [Theory]
    [InlineData(Line, Line)]
    [InlineData(Line + "\n" + Other, Line)]
    [InlineData(Line, "")]
    [InlineData(Line, "M:T.B; files.delete/Medium; another team; 2027-03-31")]
    [InlineData(Line, "M:T.B; files.delete/Medium; ops; 2027-01-31")]
    [InlineData("M:T.B; files.delete/High; ops; 2027-03-31", Line)]
    public void Less_the_same_or_somebody_else_is_no_growth(string before, string now) => Assert.Empty(Growth(before, now));

    [Theory]
    [InlineData(Line, Line + "\n" + Other, "b lists M:T.A with files.delete")]
    [InlineData(Line, Other, "b lists M:T.A with files.delete")]
    [InlineData(Line, "M:T.B; mail.send/Medium; ops; 2027-03-31", "b lists M:T.B with mail.send")]
    [InlineData(Line, "M:T.B; files.delete/High; ops; 2027-03-31", "b lists M:T.B with files.delete as High instead of Medium")]
    [InlineData(Line, "M:T.B; files.delete/Medium; ops; 2027-04-01", "b lets M:T.B stay until 2027-04-01 instead of 2027-03-31")]
    [InlineData("M:T.B; files.delete/Medium; ops; soon", Line, "b lists M:T.B with files.delete")]
    public void More_is(string before, string now, string sentence) => Assert.Equal([sentence], Growth(before, now));

    [Fact]
    public void A_new_backlog_is_growth_from_nothing()
        => Assert.Equal(["b lists M:T.B with files.delete"], BacklogGrowth.Compare(null, Document(Line), forgiven: 1, "b"));

    [Fact]
    public void Without_a_backlog_before_or_now_nothing_grew() => Assert.Empty(BacklogGrowth.Compare(null, null, forgiven: 3, "b"));

    [Fact]
    public void A_backlog_that_is_gone_is_growth_only_where_adopt_forgives_instead()
    {
        Assert.Equal(["b is gone, and adopt forgives all that acts by itself, 2 now"], BacklogGrowth.Compare(Document(Line), null, forgiven: 2, "b"));
        Assert.Empty(BacklogGrowth.Compare(Document(Line), null, forgiven: 0, "b"));
    }

    private static IEnumerable<string> Growth(string before, string now) => BacklogGrowth.Compare(Document(before), Document(now), forgiven: 1, "b");

    private static BacklogDocument Document(string lines) => BacklogDocument.Parse("# governance-backlog 1\n" + lines);
}
