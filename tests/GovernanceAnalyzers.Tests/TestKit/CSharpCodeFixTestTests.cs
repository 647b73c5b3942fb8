using Microsoft.CodeAnalysis.CSharp.Testing;

namespace GovernanceAnalyzers.Tests.TestKit;

public sealed class CSharpCodeFixTestTests
{
    private const string Two = "class [|small|] { }\nclass [|tiny|] { }\n";

    [Fact]
    public Task Passes() => new CSharpCodeFixTest<CapitalAnalyzer, CapitalFix> { TestCode = Two, FixedCode = "class Small { }\nclass Tiny { }\n" }.RunAsync();

    [Fact]
    public Task Passes_over_two_files() => new CSharpCodeFixTest<CapitalAnalyzer, CapitalFix>
    {
        TestState = { Sources = { "class [|small|] { }", "class [|tiny|] { }" } },
        FixedState = { Sources = { "class Small { }", "class Tiny { }" } },
    }.RunAsync();

    [Fact]
    public Task Fails_on_another_text() => KitAssert.FailsAsync(
        () => new CSharpCodeFixTest<CapitalAnalyzer, CapitalFix> { TestCode = Two, FixedCode = "class Small { }\nclass Teeny { }\n" }.RunAsync(),
        "first at line 2", "expected: \"class Teeny { }\"", "actual:   \"class Tiny { }\"");

    [Fact]
    public Task Fails_where_a_fix_is_offered_and_none_is_expected() => KitAssert.FailsAsync(
        () => new CSharpCodeFixTest<CapitalAnalyzer, CapitalFix> { TestCode = "class [|small|] { }", FixedCode = "class [|small|] { }" }.RunAsync(),
        "Fixed one at a time", "actual:   \"class Small { }\"");

    [Fact]
    public Task Fails_on_a_fix_that_changes_nothing() => KitAssert.FailsAsync(
        () => new CSharpCodeFixTest<CapitalAnalyzer, IdleFix> { TestCode = "class [|small|] { }", FixedCode = "class [|small|] { }" }.RunAsync(),
        "\"Capitalise\" for TOY001 changes nothing");

    [Fact]
    public Task Fails_on_a_wrong_FixAll() => KitAssert.FailsAsync(
        () => new CSharpCodeFixTest<CapitalAnalyzer, WrongFixAllFix> { TestCode = "class [|small|] { }", FixedCode = "class Small { }" }.RunAsync(),
        "FixAll in Document");

    [Fact]
    public Task Fails_where_the_fixed_code_does_not_compile() => KitAssert.FailsAsync(
        () => new CSharpCodeFixTest<CapitalAnalyzer, CapitalFix>
        {
            TestCode = "class [|small|] { } class Other { small? field; }", FixedCode = "class Small { } class Other { small? field; }",
        }.RunAsync(),
        "FixedState", "CS0246");
}
