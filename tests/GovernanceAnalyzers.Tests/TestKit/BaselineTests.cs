using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using VerifyXunit;
using Xunit.Sdk;

namespace GovernanceAnalyzers.Tests.TestKit;

public sealed class BaselineTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_is_kept_is_compared()
    {
        var baseline = Kept("## one\nfirst\nsecond\n\n## two\r\nother\r\n");

        baseline.Compare("one", "first\r\nsecond\n");
        baseline.Compare("two", "other");

        Assert.Contains("differs, first at line 2", Assert.Throws<XunitException>(() => baseline.Compare("one", "first\nthird")).Message, StringComparison.Ordinal);
        Assert.Contains("'three' is not in ", Assert.Throws<XunitException>(() => baseline.Compare("three", "other")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_digest_is_of_each_part_and_of_no_line_ending()
    {
        Assert.Equal(Baseline.Digest("a\nb", "c"), Baseline.Digest("a\r\nb", "c"));
        Assert.NotEqual(Baseline.Digest("a", "bc"), Baseline.Digest("ab", "c"));
    }

    [Fact]
    public Task A_test_is_held_to_it_whatever_is_marked() => KitAssert.FailsAsync(
        () => new CSharpAnalyzerTest<CapitalAnalyzer> { TestCode = "class [|small|] { }", Entry = "a class", Baseline = Kept("## another\n") }.RunAsync(),
        "'a class ", "TOY001 Warning at Test0.cs(1,7)-(1,12) small");

    [Fact]
    public void A_listing_has_all_that_is_in_a_diagnostic_and_an_order_of_its_own()
    {
        var tree = CSharpSyntaxTree.ParseText("class A\n{\n}", path: "/0/A.cs");
        var rule = new DiagnosticDescriptor("TOY9", "", "It is {0}", "Toy", DiagnosticSeverity.Warning, isEnabledByDefault: true);
        var properties = new Dictionary<string, string?> { ["z"] = "1", ["b"] = "x|y\nz|w", ["a"] = "2", ["none"] = "" };
        var found = Diagnostic.Create(rule, Location.Create(tree, new TextSpan(6, 1)), [Location.Create(tree, new TextSpan(0, 11))], properties.ToImmutableDictionary(), "one");

        Assert.Equal(
            """
            TOY9 Warning at no place
              It is two
            TOY9 Warning at A.cs(1,7)-(1,8) A
              It is one
              > A.cs(1,1)-(3,2) class A
              b: x|y
                z|w
              a=2, z=1

            """,
            DiagnosticListing.Of([found, Diagnostic.Create(rule, Location.None, "two")]));
        Assert.Equal("nothing", DiagnosticListing.Of([]));
    }

    private Baseline Kept(string text)
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "_baselines"));
        File.WriteAllText(Path.Combine(_folder.FullName, "_baselines", "Some.txt"), text);
        return Baseline.Of(Path.Combine(_folder.FullName, "Some.cs"));
    }
}
