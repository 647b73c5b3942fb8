using System.Runtime.CompilerServices;
using GovernanceAnalyzers.Rules.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using VerifyXunit;

namespace GovernanceAnalyzers.Tests;

/// <summary>A test of one of our rules: our generator runs first, and the usual usings are there.</summary>
/// <typeparam name="TAnalyzer">The rule's analyzer.</typeparam>
public class RuleTest<TAnalyzer> : CSharpAnalyzerTest<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <param name="testFile">What a rule of enforcement says is kept beside it: ways, places and reasons are more than marks can hold.</param>
    /// <param name="test">Where the test is put together.</param>
    public RuleTest([CallerFilePath] string testFile = "", [CallerMemberName] string test = "")
    {
        TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck;
        SolutionTransforms.Add(ShippedGenerator.AddGlobalUsings);
        if (typeof(TAnalyzer).Namespace == "GovernanceAnalyzers.Rules.Enforcement")
        {
            Baseline = Baseline.Of(testFile);
            Entry = test;
            AdditionalAnalyzers.Add(new GovernanceFactsAnalyzer());
            DisabledDiagnostics.Add(RuleIds.Facts);
        }
    }

    protected override IEnumerable<Type> GetSourceGenerators() => ShippedGenerator.Types;

    protected override DiagnosticDescriptor? GetDefaultDiagnostic(DiagnosticAnalyzer[] analyzers) => ShippedGenerator.RuleOf(analyzers[0]);
}

/// <summary>A test of one of our fixes: our generator runs first and after every fix, and the usual usings are there.</summary>
/// <typeparam name="TAnalyzer">The rule's analyzer.</typeparam>
/// <typeparam name="TCodeFix">The fix.</typeparam>
public class RuleFixTest<TAnalyzer, TCodeFix> : CSharpCodeFixTest<TAnalyzer, TCodeFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    public RuleFixTest()
    {
        TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck;
        SolutionTransforms.Add(ShippedGenerator.AddGlobalUsings);
    }

    protected override IEnumerable<Type> GetSourceGenerators() => ShippedGenerator.Types;

    protected override DiagnosticDescriptor? GetDefaultDiagnostic(DiagnosticAnalyzer[] analyzers) => ShippedGenerator.RuleOf(analyzers[0]);
}
