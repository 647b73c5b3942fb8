using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests;

/// <summary>A test of one of our rules: our generator runs first, and the usual usings are there.</summary>
/// <typeparam name="TAnalyzer">The rule's analyzer.</typeparam>
public class RuleTest<TAnalyzer> : CSharpAnalyzerTest<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    public RuleTest()
    {
        TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck;
        SolutionTransforms.Add(ShippedGenerator.AddGlobalUsings);
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
