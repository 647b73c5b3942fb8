using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests;

/// <summary>What the rules ask the compiler for, which is what they cost where nothing is governed.</summary>
public sealed class RegistrationTests
{
    private const string Plain = """
        using System;
        public static class Shop { public static void Close(string path) { System.IO.File.Delete(path); Console.WriteLine(new object()); } }
        """;

    private const string Governed = """
        using System.Threading.Tasks;
        using Governance;
        [GovernedWorkflow("pay", Owner = "payments", GovernanceOwner = "risk-office")]
        [Review("authority", EveryDays = 90)]
        public sealed class Desk { [WorkflowStep("look", RiskTier.Low)] public Task LookAsync() => Task.CompletedTask; }
        """;

    private const string Tools = """
        namespace ModelContextProtocol.Server { public sealed class McpServerToolAttribute : System.Attribute; }
        public sealed class Shop { [ModelContextProtocol.Server.McpServerTool] public string Look() => string.Create(null, $""); }
        """;

    [Fact]
    public async Task Without_our_attributes_and_without_tools_nothing_is_asked_for()
    {
        foreach (var (name, counts) in await Counts(Plain, TestReferences.Framework))
        {
            Assert.True(Total(counts) == 0, $"{name} registers {Total(counts)} actions.");
        }
    }

    [Theory]
    [InlineData(Plain)]
    [InlineData(Governed)]
    [InlineData(Tools)]
    public async Task No_rule_has_the_operations_of_every_body_made(string code)
    {
        foreach (var (name, counts) in await Counts(code, TestReferences.All))
        {
            Assert.True(
                counts.OperationActionsCount + counts.OperationBlockActionsCount + counts.OperationBlockStartActionsCount + counts.CodeBlockActionsCount
                    + counts.CodeBlockStartActionsCount == 0,
                $"{name} looks at the operations of every body: start from a step or an entry point, or filter calls by name.");
        }
    }

    /// <summary>The compiler then shows each rule every node of every body, or keeps account of every type for it.</summary>
    [Theory]
    [InlineData(Plain)]
    [InlineData(Governed)]
    [InlineData(Tools)]
    public async Task No_rule_has_every_node_looked_at(string code)
    {
        foreach (var (name, counts) in await Counts(code, TestReferences.All))
        {
            Assert.True(
                counts.SyntaxNodeActionsCount + counts.SymbolStartActionsCount == 0,
                $"{name} looks at every node: start from a type's members, or note what is written in a file in {nameof(FileNodes)}.");
        }
    }

    private static int Total(AnalyzerTelemetryInfo counts)
        => counts.OperationActionsCount + counts.OperationBlockActionsCount + counts.OperationBlockStartActionsCount + counts.CodeBlockActionsCount
         + counts.CodeBlockStartActionsCount + counts.SymbolActionsCount + counts.SymbolStartActionsCount + counts.SyntaxNodeActionsCount + counts.SyntaxTreeActionsCount
         + counts.SemanticModelActionsCount + counts.CompilationEndActionsCount + counts.CompilationActionsCount + counts.AdditionalFileActionsCount;

    private static async Task<IEnumerable<(string Name, AnalyzerTelemetryInfo Counts)>> Counts(string code, ImmutableArray<MetadataReference> references)
    {
        var analyzers = AllRules.AnalyzerTypes.Select(AllRules.Create).ToImmutableArray();
        var compilation = CSharpCompilation.Create(
            "Shop", [CSharpSyntaxTree.ParseText(code)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var result = await compilation.WithAnalyzers(analyzers).GetAnalysisResultAsync(CancellationToken.None);
        return result.AnalyzerTelemetryInfo.Select(t => (t.Key.GetType().Name, t.Value));
    }
}
