using GovernanceAnalyzers.Backlog;
using GovernanceAnalyzers.Steps;
using GovernanceAnalyzers.Tool.Backlog;

namespace GovernanceAnalyzers.Tool.Tests.Backlog;

public sealed class BacklogDocumentTests
{
    private const string Text = """
        # governance-backlog 1
        # ticket 4711
        M:T.B; files.delete/High; ops; 2027-03-31

        M:T.A; mail.send/High; desk; 2027-01-31
        # the end

        """;

    [Fact]
    public void It_is_sorted_and_a_comment_stays_with_the_line_below_it() => Assert.Equal(
        """
        # governance-backlog 1

        M:T.A; mail.send/High; desk; 2027-01-31
        # ticket 4711
        M:T.B; files.delete/High; ops; 2027-03-31
        # the end

        """.ReplaceLineEndings("\n"),
        BacklogDocument.Parse(Text).ToString());

    [Fact]
    public void A_line_about_the_same_takes_its_place_and_keeps_its_comment()
    {
        var document = BacklogDocument.Parse("# governance-backlog 1\n# ticket 4711\nM:T.B; files.delete/Medium; ops; 2027-03-31\n");
        document.Set(new BacklogLine("M:T.B", "files.delete", Tier.High, "desk", new DateTime(2027, 1, 31)));
        Assert.Equal("# governance-backlog 1\n# ticket 4711\nM:T.B; files.delete/High; desk; 2027-01-31\n", document.ToString());
    }

    [Theory]
    [InlineData("", 1, "the first line must be '# governance-backlog 1'")]
    [InlineData("# governance-backlog 1\n\nM:T.B; files.delete/High; ops", 3, "the end date is missing; a line is: entry point; capability and tier; owner; end date")]
    [InlineData("# governance-backlog 1\nM:T.B; files.delete/High; ops; 2027-03-31\nM:T.B; files.delete/High; ops; 2027-04-30", 3, "an earlier line already lists M:T.B with files.delete")]
    public void The_first_line_that_cannot_be_used_is_told(string text, int line, string why) => Assert.Equal((line, why), BacklogDocument.Parse(text).Mistake);
}
