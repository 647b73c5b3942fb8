using GovernanceAnalyzers.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Generation;

/// <summary>Where C# allows no implementing part, the compiler's error mutes the analyzers in a build: then the generator itself speaks.</summary>
public sealed class UnimplementableStepTests
{
    private const string Step = "[WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync(); private Task RunCoreAsync() => Task.CompletedTask;";

    [Theory]
    [InlineData("class Desk { STEP }", "'Desk' is not partial")]
    [InlineData("class Outer { partial class Desk { STEP } }", "'Outer' is not partial")]
    [InlineData("file partial class Desk { STEP }", "'Desk' is local to its file")]
    [InlineData("partial class Outer { partial interface IDesk { STEP } }", "'IDesk' is an interface")]
    [InlineData("abstract partial class Desk { [WorkflowStep(\"a\", RiskTier.Low)] public abstract partial Task RunAsync(); }", "virtual or abstract")]
    [InlineData("interface IDesk { Task RunAsync(); } partial class Desk : IDesk { [WorkflowStep(\"a\", RiskTier.Low)] partial Task IDesk.RunAsync(); }",
                "implements an interface explicitly")]
    public void The_generator_says_what_is_in_the_way(string type, string says) => AssertSays(says, Run(type.Replace("STEP", Step)));

    [Fact]
    public void An_old_language_is_told_and_still_gets_a_manifest_that_it_can_read()
    {
        var run = Run("using System.Threading.Tasks; using Governance; partial class Desk { " + Step + " }", LanguageVersion.CSharp8);
        AssertSays("need C# 9", run);
        Assert.Contains("Governance.Manifest", run.Source("Governance.Manifest.g.cs"));
    }

    [Fact]
    public void The_oldest_language_of_the_framework_can_read_the_manifest()
    {
        var run = new PlumbingTest(LanguageVersion.CSharp7_3)
        {
            TestCode = "using Governance; public interface IApi { [ConsequentialAction(\"files.delete\", RiskTier.High)] void Delete(); }",
            SolutionTransforms = { (solution, id) => WithoutNullable(solution, id) },
        }.Run();
        Assert.Single(run.Driver.GetRunResult().GeneratedTrees);
    }

    [Fact]
    public void A_step_with_a_body_is_its_authors()
    {
        var run = Run("class Desk { [WorkflowStep(\"a\", RiskTier.Low)] public Task RunAsync() => Task.CompletedTask; }");
        Assert.Empty(run.Driver.GetRunResult().Diagnostics);
        Assert.Contains("self-governed", Assert.Single(run.Driver.GetRunResult().GeneratedTrees).ToString());
    }

    [Fact]
    public void A_body_that_claims_to_be_generated_is_its_authors_too()
    {
        var run = Run("""
            partial class Desk
            {
                [WorkflowStep("a", RiskTier.Low)] public partial Task RunAsync();
                [System.CodeDom.Compiler.GeneratedCode("GovernanceAnalyzers", "0.1.0")] public partial Task RunAsync() => Task.CompletedTask;
            }
            """);
        Assert.Contains("self-governed", Assert.Single(run.Driver.GetRunResult().GeneratedTrees).ToString());
    }

    private static GeneratorRun Run(string source, LanguageVersion language = LanguageVersion.Latest)
        => new PlumbingTest(language) { TestCode = source, CompilerDiagnostics = CompilerDiagnostics.None }.Run();

    private static void AssertSays(string says, GeneratorRun run)
    {
        var result = run.Driver.GetRunResult();
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal("GVN1010", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Equal(Location.None, diagnostic.Location);
        Assert.Contains("RunAsync", diagnostic.GetMessage());
        Assert.Contains(says, diagnostic.GetMessage());
        Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, diagnostic.Descriptor.CustomTags);
        Assert.Contains(WellKnownDiagnosticTags.Compiler, diagnostic.Descriptor.CustomTags);
        Assert.DoesNotContain(result.GeneratedTrees, tree => tree.FilePath.EndsWith(".Steps.g.cs", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Output.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error && result.GeneratedTrees.Contains(d.Location.SourceTree!));
    }

    private static Solution WithoutNullable(Solution solution, ProjectId id) => solution.WithProjectCompilationOptions(
        id, ((CSharpCompilationOptions)solution.GetProject(id)!.CompilationOptions!).WithNullableContextOptions(NullableContextOptions.Disable));
}
