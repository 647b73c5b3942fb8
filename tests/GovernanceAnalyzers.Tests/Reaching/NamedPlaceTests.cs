using GovernanceAnalyzers.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.Tests.Reaching;

/// <summary>What a finding underlines of each kind of call. The spans are the smallest that say which call is meant.</summary>
public sealed class NamedPlaceTests
{
    [Theory]
    [InlineData("Pay(1)", "Pay")]
    [InlineData("desk.Inner.Pay(\n1)", "Pay")]
    [InlineData("desk.Pay<int>(1)", "Pay<int>")]
    [InlineData("desk.Pay", "Pay")]
    [InlineData("(desk.Pay(1))", "Pay")]
    [InlineData("new Desk(1)", "new Desk")]
    [InlineData("new Shop.Desk<int> { Id = 1 }", "new Shop.Desk<int>")]
    [InlineData("new(1)", "new")]
    [InlineData("desks[1]", "[1]")]
    [InlineData("new Desk { [1] = 2 }", "new Desk")]
    [InlineData("desk.Total = 1", "Total")]
    [InlineData("desk.Paid += OnPaid", "Paid")]
    [InlineData("one + other", "+")]
    [InlineData("one as Desk", "as")]
    [InlineData("!one", "!")]
    [InlineData("one++", "++")]
    [InlineData("(Desk)one", "(Desk)")]
    [InlineData("one with { Id = 1 }", "with")]
    [InlineData("[1, 2]", "[")]
    [InlineData("$\"{one} and {other}\"", "$\"")]
    [InlineData("(a, b) => a", "=>")]
    [InlineData("delegate { }", "delegate")]
    [InlineData("one", "one")]
    public void Of_an_expression(string code, string place) => Is(place, SyntaxFactory.ParseExpression(code));

    [Theory]
    [InlineData("foreach (var a in all) { }", "foreach")]
    [InlineData("await foreach (var (a, b) in all) { }", "foreach")]
    [InlineData("using (desk) { }", "using")]
    [InlineData("await using var desk = Open();", "using")]
    [InlineData("void Inner() { }", "Inner")]
    public void Of_a_statement(string code, string place) => Is(place, SyntaxFactory.ParseStatement(code));

    [Theory]
    [InlineData("class Desk(int id) { }", "Desk")]
    [InlineData("void Pay(int id) { }", "Pay")]
    public void Of_a_declaration(string code, string place) => Is(place, SyntaxFactory.ParseMemberDeclaration(code)!);

    [Theory]
    [InlineData("desk?.Pay(1)", "Pay")]
    [InlineData("desks?[1]", "[1]")]
    public void Of_what_is_called_only_where_there_is_something(string code, string place)
    {
        var access = (ConditionalAccessExpressionSyntax)SyntaxFactory.ParseExpression(code);
        Is(place, access);
        Is(place, access.WhenNotNull);
    }

    [Theory]
    [InlineData(typeof(CatchClauseSyntax), "try { } catch (Desk d) when (d.Id == 1) { }", "catch (Desk d) when (d.Id == 1)")]
    [InlineData(typeof(CatchClauseSyntax), "try { } catch { }", "catch")]
    [InlineData(typeof(ImplicitElementAccessSyntax), "_ = new Desk { [1] = 2 };", "[1]")]
    [InlineData(typeof(AwaitExpressionSyntax), "async Task Run() => await desk.PayAsync(1);", "PayAsync")]
    [InlineData(typeof(WhereClauseSyntax), "_ = from d in all where d.IsOpen select d;", "where")]
    [InlineData(typeof(SelectClauseSyntax), "_ = from d in all select d.Id;", "select")]
    [InlineData(typeof(ConstructorInitializerSyntax), "class Own { Own() : base(1) { } }", "base")]
    [InlineData(typeof(ConstructorDeclarationSyntax), "class Own { Own(int id) { } }", "Own")]
    [InlineData(typeof(PrimaryConstructorBaseTypeSyntax), "class Own() : Desk(1) { }", "Desk")]
    [InlineData(typeof(AttributeSyntax), "[Desk(1)] void Pay() { }", "Desk")]
    public void Of_a_part(Type kind, string code, string place) => Is(place, SyntaxFactory.ParseCompilationUnit(code).DescendantNodes().First(kind.IsInstanceOfType));

    /// <summary>A fix is told the place, and mends the call.</summary>
    [Theory]
    [InlineData("Pay(1)")]
    [InlineData("desk.Pay(1)")]
    [InlineData("desk.Pay<int>(1)")]
    [InlineData("desk.Pay")]
    [InlineData("new Desk(1)")]
    [InlineData("new(1)")]
    [InlineData("desks[1]")]
    [InlineData("one + other")]
    [InlineData("(a, b) => a")]
    public void Leads_back_to_the_call(string code)
    {
        var root = SyntaxFactory.ParseCompilationUnit($"class C {{ object M() => {code}; }}");
        var call = root.DescendantNodes().OfType<ArrowExpressionClauseSyntax>().First().Expression;
        Assert.Same(call, NamedPlace.UseAt(root, NamedPlace.Of(call).SourceSpan));
    }

    private static void Is(string place, SyntaxNode use)
    {
        var location = NamedPlace.Of(use);
        Assert.Equal(place, location.SourceTree!.GetText().ToString(location.SourceSpan));
    }
}
