using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests;

/// <summary>A rule that fails inside is an error of its own (GVN9099), and not AD0001, a warning that a build goes past.</summary>
public sealed class FailingRuleTests
{
    private const string Desk = """
        using System.Threading.Tasks;
        using Governance;
        [GovernedWorkflow("pay", Owner = "payments")]
        public sealed class Desk { [WorkflowStep("look", RiskTier.Low)] public Task LookAsync() => Task.CompletedTask; }
        """;

    public static TheoryData<string> Places => [.. s_registrations.Keys];

    private static readonly Dictionary<string, Action<RuleContext>> s_registrations = new()
    {
        ["when it registers"] = _ => throw Failure,
        ["looking for what a type has of it"] = context => context.OnMembers<ISymbol>(_ => throw Failure, (type, _) => type, (_, _, _) => { }),
        ["choosing whom it speaks about"] = context => context.OnMembers<ISymbol>(type => [type], (_, _) => throw Failure, (_, _, _) => { }),
        ["about a step"] = context => context.OnStep((_, _) => throw Failure),
        ["about a workflow"] = context => context.OnWorkflow((_, _) => throw Failure),
        ["about a marked method"] = context => context.OnMarkedMethod((_, _) => throw Failure),
        ["choosing whose operations it looks at"] = context => context.OnTypeStart((_, _) => throw Failure),
        ["about a file"] = context => context.OnFile((_, _) => throw Failure),
        ["at the end"] = context => context.OnCompilationEnd(_ => throw Failure),
    };

    private static InvalidOperationException Failure => new("broken\non purpose");

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_rule_that_fails_says_so(string place)
    {
        var compilation = CSharpCompilation.Create(
            "Desk", [CSharpSyntaxTree.ParseText(Desk)], TestReferences.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var findings = await compilation.WithAnalyzers([new FailingAnalyzer(s_registrations[place])]).GetAnalyzerDiagnosticsAsync();

        Assert.NotEmpty(findings);
        Assert.All(findings, finding =>
        {
            Assert.Equal("GVN9099", finding.Id);
            Assert.Equal(DiagnosticSeverity.Error, finding.Severity);
            Assert.Contains("FailingAnalyzer failed inside", finding.GetMessage());
            Assert.Contains("InvalidOperationException: broken on purpose", finding.GetMessage());
        });
    }

    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class FailingAnalyzer(Action<RuleContext> register) : GovernanceAnalyzer
    {
        private protected override void Register(RuleContext context) => register(context);
    }
}
