using GovernanceAnalyzers.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Generation;

/// <summary>Code as it is while somebody types: the generator neither fails nor adds an error of its own.</summary>
public sealed class HalfTypedTests
{
    private const string Desk = """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using Governance;
        [assembly: GovernanceWaiver("GVN2001", Reason = "r", ApprovedBy = "a", Until = "2027-01-31", Target = "T:Shop.Desk")]
        namespace Shop;
        public sealed record Request(string Id, decimal Amount);
        public interface IApi { [ConsequentialAction("payment.commit", RiskTier.High)] Task PayAsync(string id); }
        [GovernedWorkflow("refunds", Owner = "ops", EscalateTo = "oncall", Stage = WorkflowStage.Pilot)]
        public sealed partial class Desk<T>(IApi api, IStepGovernor governor) where T : class
        {
            [WorkflowStep("issue", RiskTier.High, Rollback = nameof(UndoAsync), Key = "{request.Id}", Question = "Pay {request.Amount}?")]
            public partial Task<StepOutcome<int>> IssueAsync<U>(Request request, T? item, CancellationToken ct = default) where U : struct;
            private Task<int> IssueCoreAsync<U>(Request request, T? item, StepRun run, CancellationToken ct) where U : struct => Task.FromResult(1);
            private Task UndoAsync<U>(Request request, T? item, int? result) where U : struct => Task.CompletedTask;
            [WorkflowStep("other", RiskTier.Low)] public static partial ValueTask OtherAsync(IStepGovernor g, params int[] numbers);
            private static Task OtherCoreAsync(IStepGovernor g, params int[] numbers) => Task.CompletedTask;
        }
        """;

    [Fact]
    public void The_whole_text_compiles() => Assert.Empty(ErrorsInGeneratedCode(Desk, mustCompile: true));

    /// <summary>Each prefix, as if typed from the top, and each text with a piece missing, as after a deletion.</summary>
    [Fact]
    public void Any_piece_can_be_missing()
    {
        for (var at = 0; at < Desk.Length; at += 37)
        {
            Assert.Empty(ErrorsInGeneratedCode(Desk[..at]));
            Assert.Empty(ErrorsInGeneratedCode(Desk.Remove(at, Math.Min(9, Desk.Length - at))));
        }
    }

    [Theory]
    [InlineData("[WorkflowStep] public partial Task RunAsync();")]
    [InlineData("[WorkflowStep(\"a\", )] public partial Task RunAsync();")]
    [InlineData("[WorkflowStep(\"a\", RiskTier.)] public partial Task RunAsync();")]
    [InlineData("[WorkflowStep(\"a\", RiskTier.Low, Rollback = nameof(Missing))] public partial Task RunAsync();")]
    [InlineData("[WorkflowStep(\"a\", RiskTier.Low, Rollback = )] public partial Task RunAsync();")]
    [InlineData("[WorkflowStep(\"a\", RiskTier.Low)][WorkflowStep(\"b\", RiskTier.Low)] public partial Task RunAsync();")]
    [InlineData("[WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync(); [WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync();")]
    [InlineData("[WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync(int n); public Task RunAsync(int n) => Task.CompletedTask;")]
    [InlineData("[WorkflowStep(\"a\", RiskTier.Low)] public partial Task ();")]
    [InlineData("[WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync(int, string n, );")]
    [InlineData("[WorkflowStep(\"a\", RiskTier.Low)] public partial async Task RunAsync();")]
    [InlineData("[WorkflowStep(\"a\", RiskTier.Low)] public abstract partial Task RunAsync();")]
    [InlineData("[WorkflowStep(\"a\", RiskTier.Low)] partial Task RunAsync();")]
    [InlineData("[WorkflowStep(\"a\", RiskTier.Low)] public partial Task IDisposable.Dispose();")]
    [InlineData("[WorkflowStep(\"a\", RiskTier.Low)] public extern partial Task RunAsync();")]
    [InlineData("[WorkflowStep(\"a\", RiskTier.Low)] public int Number { [WorkflowStep(\"b\", RiskTier.Low)] get; }")]
    [InlineData("public void Run() { [WorkflowStep(\"a\", RiskTier.Low)] void Local() { } Local(); }")]
    [InlineData("[GovernanceWaiver] [GovernanceWaiver(\"GVN2001\", Until = )] [ConsequentialAction] [ConsequentialAction(\"a\", )] public void Run() { }")]
    [InlineData("[WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync() => Task.CompletedTask;")]
    [InlineData("[WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync(); public partial Task RunAsync() => Task.CompletedTask;")]
    [InlineData("[WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync(); [System.CodeDom.Compiler.GeneratedCode(\"GovernanceAnalyzers\", \"1\")] public partial Task RunAsync() => Task.CompletedTask;")]
    public void Anything_can_be_wrong(string members)
        => Assert.Empty(ErrorsInGeneratedCode("using System; using System.Threading.Tasks; using Governance;\n"
            + "[GovernedWorkflow(\"w\")] public partial class Desk(IStepGovernor governor) { IStepGovernor G => governor; " + members + " }"));

    [Theory]
    [InlineData("[GovernedWorkflow] public partial class { [WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync(); }")]
    [InlineData("[GovernedWorkflow(null)] partial class Desk { [WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync(); } partial class Desk : Missing<int> { }")]
    [InlineData("partial class Desk<T> where T : Missing { [WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync<U>(T t, U u) where U : T, Missing; }")]
    [InlineData("partial class Desk { [WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync(); } partial record Desk { }")]
    [InlineData("partial class Desk { [WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync(); } class Desk { }")]
    [InlineData("partial enum Desk { [WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync(); }")]
    [InlineData("[WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync();")]
    [InlineData("[GovernedWorkflow(\"w\")] public interface { [WorkflowStep(\"a\", RiskTier.Low)] Task RunAsync(); }")]
    [InlineData("[GovernedWorkflow(\"w\")] public interface IDesk : Missing, IOther<Missing> { [WorkflowStep(\"a\", RiskTier.Low)] Task RunAsync(); } public interface IOther<T> { }")]
    [InlineData("[GovernedWorkflow(\"w\")] public interface IDesk<T> where T : Missing { [WorkflowStep(\"a\", RiskTier.Low)] Task RunAsync(T t); }")]
    [InlineData("[GovernedWorkflow(\"w\")] public interface IDesk { [WorkflowStep(\"a\", RiskTier.Low)] Task RunAsync(); Missing Other(int ); event Missing E; int this[Missing m] { get; } }")]
    [InlineData("[GovernedWorkflow(\"w\")] public interface IDesk { [WorkflowStep(\"a\", RiskTier.Low)] Task RunAsync() => ; void (); int { get; } }")]
    [InlineData("[GovernedWorkflow(\"w\")] public interface IDesk { [WorkflowStep(\"a\", RiskTier.Low)] Task RunAsync(); Task RunAsync(); }")]
    [InlineData("[GovernedWorkflow(\"w\")] public interface IDesk { [WorkflowStep(\"a\", RiskTier.Low)] Task RunAsync(); int A { get; } int A { get; } int this[int i] { get; } int this[int i] { get; } event System.Action E; event System.Action E; }")]
    [InlineData("[GovernedWorkflow(\"w\")] public interface IDesk : IDesk { [WorkflowStep(\"a\", RiskTier.Low)] Task RunAsync(); }")]
    [InlineData("[GovernedWorkflow(\"w\")] public interface IDesk { [WorkflowStep(\"a\", RiskTier.Low)] Task RunAsync(); } public interface IDesk { int B { get; } }")]
    [InlineData("[GovernedWorkflow(\"w\")] public interface IDesk { int A; IDesk(); class C { } [WorkflowStep(\"a\", RiskTier.Low)] Task RunAsync(); const int X = 1; public static int operator +(IDesk a, int b); }")]
    [InlineData("[assembly: GovernanceWaiver(\"GVN2001\", Reason = )] [module: GovernanceWaiver(\"GVN2001\")]")]
    public void Any_type_can_be_wrong(string source)
        => Assert.Empty(ErrorsInGeneratedCode("using System; using System.Threading.Tasks; using Governance;\n" + source));

    /// <summary>Nothing could repeat the member, so nothing is written beside it.</summary>
    [Theory]
    [InlineData("int this[Missing at] { get; }")]
    [InlineData("int this[int row, Missing column] { get; }")]
    [InlineData("Missing this[int at] { get; }")]
    [InlineData("Missing Size { get; }")]
    [InlineData("event Missing Closed;")]
    [InlineData("void Other(Missing it);")]
    public void An_interface_with_a_half_typed_member_has_no_decorator_yet(string member)
    {
        Assert.Contains("IDesk", Decorators(""));
        Assert.Empty(Decorators(member));

        static string Decorators(string member) => string.Concat(CSharpGeneratorDriver.Create(new GovernanceGenerator())
            .RunGenerators(CSharpCompilation.Create(
                "HalfTyped",
                [CSharpSyntaxTree.ParseText("using System.Threading.Tasks; using Governance; [GovernedWorkflow(\"w\")] public interface IDesk { [WorkflowStep(\"a\", RiskTier.Low)] Task RunAsync(); " + member + " }")],
                TestReferences.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)))
            .GetRunResult().GeneratedTrees.Where(tree => tree.FilePath.Contains("GovernedDesk", StringComparison.Ordinal)).Select(tree => tree.ToString()));
    }

    private static IEnumerable<Diagnostic> ErrorsInGeneratedCode(string source, bool mustCompile = false)
    {
        var compilation = CSharpCompilation.Create(
            "HalfTyped", [CSharpSyntaxTree.ParseText(source)], TestReferences.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var driver = CSharpGeneratorDriver.Create(new GovernanceGenerator()).RunGeneratorsAndUpdateCompilation(compilation, out var output, out var reported);
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        Assert.DoesNotContain(reported, d => d.Id != "GVN1010");
        var errors = output.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        Assert.False(mustCompile && errors.Count > 0, string.Join('\n', errors));

        // A name that means nothing in the user's part of a signature means nothing in ours, which has to repeat it.
        var inInput = compilation.GetDiagnostics().Select(d => d.Id).ToHashSet();
        return errors.Where(d => d.Location.SourceTree is { } tree && result.GeneratedSources.Any(s => s.SyntaxTree == tree) && !inInput.Contains(d.Id));
    }
}
