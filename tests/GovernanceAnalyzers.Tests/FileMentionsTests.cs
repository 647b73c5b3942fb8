using Microsoft.CodeAnalysis.CSharp;

namespace GovernanceAnalyzers.Tests;

public sealed class FileMentionsTests
{
    [Theory]
    [InlineData("[SuppressMessage(\"a\", \"b\")] class C;", "Suppression")]
    [InlineData("[GovernanceWaiver(\"a\")] class C;", "Waiver")]
    [InlineData("class C { StepApproval? a; }", "Approval")]
    [InlineData("[Suppr\\u0065ssMessage(\"a\", \"b\")] class C;", "All")]
    [InlineData("[Suppr\\U00000065ssMessage(\"a\", \"b\")] class C;", "All")]
    [InlineData("class C;", "None")]
    public void What_a_file_names_is_seen_and_what_it_may_spell_as_an_escape(string code, string mentions)
    {
        var compilation = CSharpCompilation.Create("a", [CSharpSyntaxTree.ParseText(code)]);

        var seen = new[] { Mention.Waiver, Mention.Approval, Mention.Suppression }.Where(m => FileMentions.In(compilation, m)).Aggregate(Mention.None, (all, m) => all | m);

        Assert.Equal(mentions, seen.ToString());
    }
}
