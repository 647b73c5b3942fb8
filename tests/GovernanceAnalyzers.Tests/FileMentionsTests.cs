using Microsoft.CodeAnalysis.CSharp;

namespace GovernanceAnalyzers.Tests;

public sealed class FileMentionsTests
{
    [Theory]
    [InlineData("[SuppressMessage(\"a\", \"b\")]; class C;", "Suppression")]
    [InlineData("[GovernanceWaiver(\"a\")]; class C;", "Waiver")]
    [InlineData("class C { StepApproval? a; }", "Approval")]
    [InlineData("class C { object a = new() { Verdict = 1 }; }", "Decision")]
    [InlineData("Suppr\\u0065ssMessage", "All")]
    [InlineData("Suppr\\U00000065ssMessage", "All")]
    [InlineData("class C;", "None")]
    public void What_a_file_names_is_seen_and_what_it_may_spell_as_an_escape(string code, string mentions) => Assert.Equal(mentions, Seen(code));

    [Theory]
    [InlineData("void M() { [A] void F() { } }")]
    [InlineData("void M() { [A]\n\n\tstatic void F() { } }")]
    [InlineData("void M() { [A] /* why */ void F() { } }")]
    [InlineData("void M() { [A] // why\n void F() { } }")]
    [InlineData("void M() { [A]\n#if DEBUG\n#endif\n void F() { } }")]
    [InlineData("void M() { [A][B] void F() { } }")]
    [InlineData("void M() { [A] (int, int) F() => (1, 2); }")]
    [InlineData("void M() { [A] @int F() => null; }")]
    [InlineData("void M() { [A] _ F() => null; }")]
    [InlineData("void M() { [A] Ωmega F() => null; }")]
    [InlineData("void M() { [A(new[] { 1 })] void F() { } }")]
    [InlineData("object f = [A] () => 1;")]
    [InlineData("object f = [A] async () => 1;")]
    [InlineData("object f = [A] int (x) => 1;")]
    [InlineData("int[] a = [1]; object f = [A] static () => 1;")]
    public void A_function_that_may_carry_an_attribute_is_seen(string member) => Assert.Equal("MarkedFunction", Seen($"class C {{ {member} }}"));

    [Theory]
    [InlineData("int[] a = [1, 2];")]
    [InlineData("int M(int[] a, int i) => a[i] + a[0];")]
    [InlineData("string? M(string?[] a) { a[0] = a[1]; return a[1]?.Trim(); }")]
    [InlineData("int M(int[][] a) => F(a[0], a[1])[0];")]
    [InlineData("object M(int[] a) => a is [1, 2] ? a[0] : a[^1];")]
    public void A_file_without_one_need_not_be_walked(string member) => Assert.Equal("None", Seen($"class C {{ {member} }}"));

    private static string Seen(string code)
    {
        var compilation = CSharpCompilation.Create("a", [CSharpSyntaxTree.ParseText(code)]);
        return new[] { Mention.Waiver, Mention.Approval, Mention.Suppression, Mention.Decision, Mention.MarkedFunction }
            .Where(m => FileMentions.In(compilation, m)).Aggregate(Mention.None, (all, m) => all | m).ToString();
    }
}
