using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.TestKit;

/// <summary>The kit passes when it should and, above all, fails when it should.</summary>
public sealed class CSharpAnalyzerTestTests
{
    [Theory]
    [InlineData("class [|small|] { }")]
    [InlineData("class {|TOY001:small|} { }")]
    [InlineData("class Big { class [|inner|] { } } class [|small|] { }")]
    [InlineData("class Big { }")]
    [InlineData("class Big : {|CS0246:Missing|} { class [|inner|] { } }")]
    public Task Passes(string code) => new CSharpAnalyzerTest<CapitalAnalyzer> { TestCode = code }.RunAsync();

    [Fact]
    public Task Passes_with_explicit_results() => new CSharpAnalyzerTest<CapitalAnalyzer>
    {
        TestCode = "class {|#0:one|} { }\nclass two { }\nclass three { }",
        ExpectedDiagnostics =
        {
            new DiagnosticResult("TOY001", DiagnosticSeverity.Warning).WithLocation(0).WithArguments("one"),
            new DiagnosticResult("TOY001", DiagnosticSeverity.Warning).WithSpan(2, 7, 2, 10).WithMessage("'two' starts small"),
            new DiagnosticResult("TOY001", DiagnosticSeverity.Warning).WithLocation(3, 7),
        },
    }.RunAsync();

    [Theory]
    [InlineData("class [|small |]{ }", "expected, not reported: TOY001 at /0/Test0.cs(1,7)-(1,13)", "class {|TOY001:small|} { }")]
    [InlineData("class [|Big|] { }", "expected, not reported: TOY001")]
    [InlineData("class small { }", "reported, not expected: /0/Test0.cs(1,7): warning TOY001: 'small' starts small", "class {|TOY001:small|} { }")]
    [InlineData("class {|TOY002:small|} { }", "expected, not reported: TOY002", "reported, not expected")]
    [InlineData("class [|[|small|]|] { }", "expected, not reported: TOY001")]
    [InlineData("class Big : Missing { }", "CS0246", "class Big : {|CS0246:Missing|} { }")]
    [InlineData("class Big : {|CS0246:object|} { }", "expected, not reported: CS0246")]
    public Task Fails(string code, params string[] words)
        => KitAssert.FailsAsync(() => new CSharpAnalyzerTest<CapitalAnalyzer> { TestCode = code }.RunAsync(), words);

    [Fact]
    public Task Fails_on_another_argument() => KitAssert.FailsAsync(
        () => new CSharpAnalyzerTest<CapitalAnalyzer>
        {
            TestCode = "class {|#0:one|} { }",
            ExpectedDiagnostics = { new DiagnosticResult("TOY001", DiagnosticSeverity.Warning).WithLocation(0).WithArguments("two") },
        }.RunAsync(),
        "expected, not reported: TOY001 (Warning) at /0/Test0.cs(1,7)-(1,10) with arguments \"two\"");

    [Fact]
    public Task Fails_on_another_severity() => KitAssert.FailsAsync(
        () => new CSharpAnalyzerTest<CapitalAnalyzer>
        {
            TestCode = "class {|#0:one|} { }",
            ExpectedDiagnostics = { new DiagnosticResult("TOY001", DiagnosticSeverity.Error).WithLocation(0) },
        }.RunAsync(),
        "expected, not reported: TOY001 (Error)");

    [Fact]
    public Task Fails_when_an_analyzer_throws()
        => KitAssert.FailsAsync(() => new CSharpAnalyzerTest<ThrowingAnalyzer> { TestCode = "class Big { }" }.RunAsync(), "broken toy");

    [Fact]
    public Task Input_need_not_compile_where_the_test_says_so()
        => new CSharpAnalyzerTest<CapitalAnalyzer> { TestCode = "class Big : Missing { }", CompilerDiagnostics = CompilerDiagnostics.None }.RunAsync();

    [Fact]
    public async Task Markup_that_is_not_closed_is_an_error()
        => await Assert.ThrowsAsync<InvalidOperationException>(() => new CSharpAnalyzerTest<CapitalAnalyzer> { TestCode = "class [|small { }" }.RunAsync());

    [Fact]
    public Task A_rule_that_nothing_switches_off_keeps_reporting_in_generated_code_and_under_pragma()
        => new CSharpAnalyzerTest<StrictCapitalAnalyzer> { TestCode = "class [|small|] { }" }.RunAsync();

    [Fact]
    public Task A_strict_rule_that_is_silent_in_generated_code_is_found() => KitAssert.FailsAsync(
        () => new CSharpAnalyzerTest<EvadableCapitalAnalyzer> { TestCode = "class [|small|] { }" }.RunAsync(),
        "in generated code the rule does not behave as it declares", "should still be reported: TOY003");

    [Fact]
    public Task A_suppression_is_asserted_and_not_inferred() => new CSharpAnalyzerTest<CapitalAnalyzer>
    {
        TestCode = "class {|#0:small|} { }",
        AdditionalAnalyzers = { new CapitalSuppressor() },
        ReportSuppressedDiagnostics = true,
        ExpectedDiagnostics = { new DiagnosticResult("TOY001", DiagnosticSeverity.Warning).WithLocation(0).WithIsSuppressed(true) },
    }.RunAsync();

    [Fact]
    public Task A_suppression_that_is_not_there_is_found() => KitAssert.FailsAsync(
        () => new CSharpAnalyzerTest<CapitalAnalyzer>
        {
            TestCode = "class {|#0:small|} { }",
            ReportSuppressedDiagnostics = true,
            ExpectedDiagnostics = { new DiagnosticResult("TOY001", DiagnosticSeverity.Warning).WithLocation(0).WithIsSuppressed(true) },
        }.RunAsync(),
        "expected, not reported: TOY001 (Warning) at /0/Test0.cs(1,7)-(1,12), suppressed");

    [Fact]
    public Task Config_files_are_honoured() => new CSharpAnalyzerTest<CapitalAnalyzer>
    {
        TestState =
        {
            Sources = { "class small { }" },
            AnalyzerConfigFiles = { ("/.editorconfig", "[*.cs]\ndotnet_diagnostic.TOY001.severity = none\n") },
        },
    }.RunAsync();
}
