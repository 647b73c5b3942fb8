using Governance;
using GovernanceAnalyzers.CodeFixes.Enforcement;
using GovernanceAnalyzers.Rules.Enforcement;
using GovernanceAnalyzers.Tests.Docs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ModelContextProtocol.Server;

namespace GovernanceAnalyzers.Tests.Enforcement;

/// <summary><em>Govern this tool</em> on the sample server and the real package, not on attributes of our own making.</summary>
public sealed class RealMcpServerTests
{
    [Fact]
    public async Task Every_acting_tool_of_the_sample_is_governed_and_the_server_still_compiles()
    {
        var project = await FixSampleAsync();

        var compilation = (await project.GetCompilationAsync())!;
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var left = await compilation.WithAnalyzers([new EntryPointMustNotActAnalyzer()], project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(left);
        var texts = await Task.WhenAll(project.Documents.Select(async d => (await d.GetTextAsync()).ToString()));
        var steps = string.Concat(texts);
        foreach (var id in new[] { "delete-file", "remove-folder", "run-command", "mail-customer" })
        {
            Assert.Contains($"[WorkflowStep(\"{id}\", RiskTier.High)]", steps);
        }

        // What only reads stays as it was.
        Assert.Contains("public static string[] ListProcesses()", steps);
    }

    /// <summary>The guide's diff is what people add to the fixes' work; together they are the sample.</summary>
    [Theory]
    [InlineData("DiskTools.cs")]
    [InlineData("MessageTools.cs")]
    [InlineData("ProcessTools.cs")]
    public async Task The_governed_sample_is_what_the_fixes_write_and_what_the_guide_says_that_people_add(string file)
    {
        var project = await FixSampleAsync();
        var text = (await project.Documents.Single(d => d.Name == file || d.FilePath == $"/0/{file}").GetTextAsync()).ToString().ReplaceLineEndings("\n");

        // The test's project has the using for all files, so the fix leaves it out.
        text = text.Replace("using ModelContextProtocol.Server;\n", "using ModelContextProtocol.Server;\nusing Governance;\n", StringComparison.Ordinal);
        Assert.Equal(RulePage.TextOf($"samples/OpsServer.After/{file}"), GuideDiff.Of("docs/guides/govern-an-mcp-server.md", file).ApplyTo(text));
    }

    [Fact]
    public void A_governor_from_the_container_is_not_shown_to_the_model()
    {
        var options = new McpServerToolCreateOptions { Services = new OneService(typeof(IStepGovernor)) };
        var properties = McpServerTool.Create(DeleteFile, options).ProtocolTool.InputSchema.GetProperty("properties");
        Assert.Equal(["path", "quiet"], properties.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public void A_delegate_handed_to_a_factory_would_show_it_so_the_fix_adds_none_there()
    {
        var schema = Microsoft.Extensions.AI.AIFunctionFactory.Create(DeleteFile).JsonSchema;
        Assert.True(schema.GetProperty("properties").TryGetProperty("governor", out _));
    }

    private static Task<Project> FixSampleAsync()
    {
        var test = new RuleFixTest<EntryPointMustNotActAnalyzer, EntryPointMustNotActFix>();
        foreach (var file in new[] { "DiskTools", "MessageTools", "ProcessTools" })
        {
            test.TestState.Sources.Add(($"/0/{file}.cs", File.ReadAllText(AllRules.RepositoryFile($"samples/OpsServer.Before/{file}.cs"))));
        }

        test.TestState.AdditionalReferences.AddRange(
            new[] { typeof(McpServerToolAttribute), typeof(Microsoft.Extensions.AI.AIFunction) }.Select(t => MetadataReference.CreateFromFile(t.Assembly.Location)));
        test.SolutionTransforms.Add((solution, project) => solution.AddDocument(
            DocumentId.CreateNewId(project), "WebUsings.cs", "global using System.Net.Http;", filePath: "/0/WebUsings.cs"));
        return test.FixAsync();
    }

    private static Task<string> DeleteFile(string path, IStepGovernor governor, bool quiet = false) => Task.FromResult(quiet ? "" : path + governor);

    private sealed class OneService(Type type) : IServiceProvider, Microsoft.Extensions.DependencyInjection.IServiceProviderIsService
    {
        public object? GetService(Type serviceType)
            => serviceType == typeof(Microsoft.Extensions.DependencyInjection.IServiceProviderIsService) ? this : null;

        public bool IsService(Type serviceType) => serviceType == type;
    }
}
