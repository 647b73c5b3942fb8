using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GovernanceAnalyzers.Tests.Generation;

/// <summary>Generated code stands in somebody's project: with their types, options, names and references.</summary>
public sealed class SurroundingsTests
{
    private const string Step = "[WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync(int n); private Task RunCoreAsync(int n) => Task.CompletedTask;";

    [Fact]
    public void What_the_users_types_warn_of_is_not_said_again()
    {
        var run = new PlumbingTest
        {
            TestCode = """
                #pragma warning disable CS0612, CS0618, CS1591, EXP0001
                using System.Diagnostics.CodeAnalysis;
                [Obsolete("old")] public record Old(int Number);
                [Experimental("EXP0001")] public record New(int Number);
                public partial class Desk(IStepGovernor governor)
                {
                    [WorkflowStep("a", RiskTier.Low, Question = "{old.Number} {@new.Number}?")]
                    public partial Task<Old> RunAsync(Old old, New @new);
                    private Task<Old> RunCoreAsync(Old old, New @new) => Task.FromResult(old);
                }
                """.Replace("{@new", "{new"),
            SolutionTransforms = { WarningsAsErrors },
        }.Run();
        Assert.Empty(run.Output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning));
    }

    [Theory]
    [InlineData("[GovernedWorkflow(\"w\")] public interface IDesk { [WorkflowStep(\"a\", RiskTier.Low)] Task<T?> RunAsync<T>(T? value) where T : struct; }")]
    [InlineData("[GovernedWorkflow(\"w\")] public interface IDesk { [WorkflowStep(\"a\", RiskTier.Low)] Task<T?> RunAsync<T>(T? value) where T : class; }")]
    [InlineData("[GovernedWorkflow(\"w\")] public interface IDesk { [WorkflowStep(\"a\", RiskTier.Low)] Task<T?> RunAsync<T>(T? value); }")]
    [InlineData("[GovernedWorkflow(\"w\")] public unsafe interface IDesk { [WorkflowStep(\"a\", RiskTier.Low)] Task RunAsync(int n); void Poke(int* at); int* this[int n] { get; } }")]
    [InlineData("public unsafe partial class Desk(IStepGovernor g) { [WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync(int n); "
              + "private Task RunCoreAsync(int n) => Task.CompletedTask; public partial void Poke(int* at); public partial void Poke(int* at) { } }")]
    [InlineData("public partial class Outer { [GovernedWorkflow(\"w\")] private protected interface IDesk { [WorkflowStep(\"a\", RiskTier.Low)] Task RunAsync(int n); } }")]
    [InlineData("public partial class Outer { [GovernedWorkflow(\"w\")] protected internal interface IDesk { [WorkflowStep(\"a\", RiskTier.Low)] Task RunAsync(int n); } }")]
    [InlineData("public class Base { public class GovernedDesk { } } "
              + "public partial class Outer : Base { [GovernedWorkflow(\"w\")] public interface IDesk { [WorkflowStep(\"a\", RiskTier.Low)] Task RunAsync(int n); } }")]
    [InlineData("public partial class Desk(IStepGovernor g) { [WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync<T>(int n) where T : allows ref struct; "
              + "private Task RunCoreAsync<T>(int n) where T : allows ref struct => Task.CompletedTask; }")]
    public void What_C_sharp_wants_said_again_is_said_again(string code)
    {
        var run = new PlumbingTest { TestCode = "#pragma warning disable CS1591\n" + code, SolutionTransforms = { WarningsAsErrors } }.Run();
        Assert.Empty(run.Output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void Types_that_differ_in_case_get_a_file_each()
        => Assert.Equal(
            ["Governance.Manifest.g.cs", "Governance.StepTable.g.cs", "shop.desk-2.Steps.g.cs", "Shop.Desk.Steps.g.cs"],
            HintNames($"namespace Shop {{ partial class Desk(IStepGovernor g) {{ {Step} IStepGovernor G => g; }} }} "
                    + $"namespace shop {{ partial class desk(IStepGovernor g) {{ {Step} IStepGovernor G => g; }} }}"));

    [Fact]
    public void A_declaring_part_that_is_marked_as_generated_is_marked_once()
        => Assert.NotEmpty(HintNames($"partial class Desk(IStepGovernor g) {{ [System.CodeDom.Compiler.GeneratedCode(\"mine\", \"1\")] {Step} IStepGovernor G => g; }}"));

    [Fact]
    public void A_friend_assembly_may_have_a_table_too()
    {
        var library = new PlumbingTest
        {
            TestCode = $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"TestProject\")] namespace Library; "
                     + $"public partial class Desk(IStepGovernor g) {{ {Step} IStepGovernor G => g; }}",
        }.Run().Output.WithAssemblyName("Library");
        var run = new PlumbingTest
        {
            TestCode = $"partial class Desk(IStepGovernor g) {{ {Step} IStepGovernor G => g; }}",
            TestState = { AdditionalReferences = { library.ToMetadataReference() } },
            SolutionTransforms = { WarningsAsErrors },
        }.Run();
        var table = Assert.Single(CompiledSteps.Load(run.Output).Assembly.GetCustomAttributesData(), a => a.AttributeType.Name == "StepTableAttribute");
        Assert.Equal("TestProject", ((Type)table.ConstructorArguments[0].Value!).Assembly.GetName().Name);
    }

    [Fact]
    public void Parts_of_a_type_in_two_files_are_one_file_of_ours()
    {
        var test = new PlumbingTest { TestCode = $"partial class Desk(IStepGovernor g) {{ {Step} IStepGovernor G => g; }}" };
        test.TestState.Sources.Add(
            "partial class Desk { [WorkflowStep(\"b\", RiskTier.Low)] public partial Task OtherAsync(); private Task OtherCoreAsync() => Task.CompletedTask; }");
        Assert.Equal(2, test.Run().Source("Desk.Steps.g.cs").Split("public partial").Length - 1);
    }

    private static IEnumerable<string> HintNames(string source) => new PlumbingTest { TestCode = source }.Run()
        .Driver.GetRunResult().Results.Single().GeneratedSources.Select(s => s.HintName).Order(StringComparer.OrdinalIgnoreCase);

    private static Solution WarningsAsErrors(Solution solution, ProjectId id) => solution.WithProjectCompilationOptions(
        id, ((CSharpCompilationOptions)solution.GetProject(id)!.CompilationOptions!).WithGeneralDiagnosticOption(ReportDiagnostic.Error));
}
