using Governance;

namespace GovernanceAnalyzers.Tests.Generation;

/// <summary>
/// A step that cannot be plumbed gets an implementing part all the same: without it CS8795 would keep every analyzer from being heard. It compiles,
/// and it does nothing but name the rule.
/// </summary>
public sealed class BrokenStepTests
{
    [Theory]
    [InlineData("GVN1009", "[WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync(int n);")]
    [InlineData("GVN1009", "[WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync(int n); private Task RunCoreAsync(string n) => Task.CompletedTask;")]
    [InlineData("GVN1009", "[WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync(int n); private Task<int> RunCoreAsync(int n) => Task.FromResult(n);")]
    [InlineData("GVN1009", "[WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync(int n); private static Task RunCoreAsync(int n) => Task.CompletedTask;")]
    [InlineData("GVN1009", "[WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync(int n); private Task RunCoreAsync(ref int n) => Task.CompletedTask;")]
    [InlineData("GVN1009", "[WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync<T>(T n); private Task RunCoreAsync<T>(T n) where T : struct => Task.CompletedTask;")]
    [InlineData("GVN1009", "[WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync<T>(T n); private Task RunCoreAsync<T>(T n) where T : IComparable<T> => Task.CompletedTask;")]
    [InlineData("GVN1006", "[WorkflowStep(\"a\", RiskTier.Low, Rollback = \"Undo\")] public partial Task RunAsync<T>(T n); private Task RunCoreAsync<T>(T n) => Task.CompletedTask; private Task Undo<T>(T n) where T : new() => Task.CompletedTask;")]
    [InlineData("GVN1009", "[WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync(int n); private int RunCoreAsync => 1;")]
    [InlineData("GVN1004", "[WorkflowStep(\"a\")] public partial Task RunAsync(int n); private Task RunCoreAsync(int n) => Task.CompletedTask;")]
    [InlineData("GVN1004", "[WorkflowStep(\"a\", (RiskTier)7)] public partial Task RunAsync(int n); private Task RunCoreAsync(int n) => Task.CompletedTask;")]
    [InlineData("GVN1003", "[WorkflowStep(\" \", RiskTier.Low)] public partial Task RunAsync(int n); private Task RunCoreAsync(int n) => Task.CompletedTask;")]
    [InlineData("GVN1003", "[WorkflowStep(null!, RiskTier.Low)] public partial Task RunAsync(int n); private Task RunCoreAsync(int n) => Task.CompletedTask;")]
    [InlineData("GVN1018", "[WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync(int n, Stream? s = null); private Task RunCoreAsync(int n, Stream? s) => Task.CompletedTask;")]
    [InlineData("GVN1006", "[WorkflowStep(\"a\", RiskTier.Low, Rollback = \"Undo\")] public partial Task RunAsync(int n); private Task RunCoreAsync(int n) => Task.CompletedTask;")]
    [InlineData("GVN1006", "[WorkflowStep(\"a\", RiskTier.Low, Rollback = \"Undo\")] public partial Task RunAsync(int n); private Task RunCoreAsync(int n) => Task.CompletedTask; private void Undo(int n) { }")]
    [InlineData("GVN1020", "[WorkflowStep(\"a\", RiskTier.Low, Key = \"{m}\")] public partial Task RunAsync(int n); private Task RunCoreAsync(int n) => Task.CompletedTask;")]
    [InlineData("GVN1020", "[WorkflowStep(\"a\", RiskTier.Low, Question = \"Really {n\")] public partial Task RunAsync(int n); private Task RunCoreAsync(int n) => Task.CompletedTask;")]
    [InlineData("GVN1010", "[WorkflowStep(\"a\", RiskTier.Low)] public partial int RunAsync(int n); private int RunCoreAsync(int n) => n;")]
    [InlineData("GVN1010", "[WorkflowStep(\"a\", RiskTier.Low)] public partial void RunAsync(int n); private void RunCoreAsync(int n) { }")]
    [InlineData("GVN1010", "[WorkflowStep(\"a\", RiskTier.Low)] partial void RunAsync(int n); public void Call() => RunAsync(1);")]
    [InlineData("GVN1010", "[WorkflowStep(\"a\", RiskTier.Low)] public partial IEnumerable<int> RunAsync(int n);")]
    [InlineData("GVN1010", "[WorkflowStep(\"a\", RiskTier.Low)] public partial ref readonly int RunAsync(int n);")]
    [InlineData("GVN1010", "[WorkflowStep(\"a\", RiskTier.Low)] public virtual partial Task RunAsync(int n); private Task RunCoreAsync(int n) => Task.CompletedTask;")]
    public void A_broken_step_names_its_rule_when_called(string rule, string members)
        => AssertRefuses(rule, $$"""public partial class Desk(IStepGovernor governor) { {{members}} IStepGovernor Governor => governor; }""", "1");

    [Theory]
    [InlineData("GVN1011", "public partial class Desk { public Desk(object? none) { } BODY }")]
    [InlineData("GVN1011", "public partial class Desk(IStepGovernor first) { readonly IStepGovernor _a = first; readonly IStepGovernor _b = first; BODY }")]
    [InlineData("GVN1011", "public partial class Desk(IStepGovernor n) { BODY }")]
    [InlineData("GVN1010", "public abstract partial class Open { public abstract Task RunAsync(int n); } public partial class Desk(IStepGovernor governor) : Open { OVERRIDE }")]
    [InlineData("GVN1010", "public partial struct Desk { readonly IStepGovernor _governor; public Desk(IStepGovernor governor) { _governor = governor; } BODY }")]
    [InlineData("GVN1010", "public ref partial struct Desk { readonly IStepGovernor _governor; public Desk(IStepGovernor governor) { _governor = governor; } BODY }")]
    [InlineData("GVN1010", "public readonly partial record struct Desk(IStepGovernor Governor) { BODY }")]
    public void A_broken_type_names_the_rule_of_its_step(string rule, string type) => AssertRefuses(
        rule,
        type.Replace("BODY", "[WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync(int n); private Task RunCoreAsync(int n) => Task.CompletedTask;")
            .Replace("OVERRIDE", "[WorkflowStep(\"a\", RiskTier.Low)] public override partial Task RunAsync(int n); private Task RunCoreAsync(int n) => Task.CompletedTask;"),
        "1");

    [Theory]
    [InlineData("ref int n", "ref number")]
    [InlineData("out int n", "out number")]
    [InlineData("scoped ref int n", "ref number")]
    [InlineData("int* n", "&pointed")]
    [InlineData("delegate*<int, void> n", "null")]
    [InlineData("Span<int> n", "default")]
    [InlineData("scoped Span<int> n", "default")]
    [InlineData("params ReadOnlySpan<int> n", "1, 2")]
    public void A_parameter_that_no_record_can_hold_is_refused(string parameter, string argument) => AssertRefuses(
        "GVN1010",
        $$"""public partial class Desk(IStepGovernor governor) { IStepGovernor Governor => governor; [WorkflowStep("a", RiskTier.Low)] public unsafe partial Task RunAsync({{parameter}}); }""",
        argument);

    [Fact]
    public void Pointers_are_repeated_in_an_unsafe_type() => AssertRefuses(
        "GVN1010",
        """public unsafe partial class Desk(IStepGovernor governor) { IStepGovernor Governor => governor; [WorkflowStep("a", RiskTier.Low)] public partial Task RunAsync(int* n); }""",
        "&pointed");

    [Fact]
    public void A_signature_with_an_unknown_type_says_so()
    {
        var run = new PlumbingTest
        {
            TestCode = "public partial class Desk(IStepGovernor g) { IStepGovernor G => g; [WorkflowStep(\"a\", RiskTier.Low)] public partial Task RunAsync(Missing n); }",
            CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None,
        }.Run();
        Assert.Contains(
            run.Driver.GetRunResult().GeneratedTrees,
            tree => tree.ToString().Contains("A signature names a type that the compiler does not know. The step 'a' (Desk.RunAsync) was not run.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GVN1004", "[WorkflowStep(\"a\")] Task RunAsync(int n);")]
    [InlineData("GVN1006", "[WorkflowStep(\"a\", RiskTier.Low, Rollback = \"Undo\")] Task RunAsync(int n); void Undo(int n);")]
    [InlineData("GVN1010", "[WorkflowStep(\"a\", RiskTier.Low)] int RunAsync(int n);")]
    [InlineData("GVN1010", "[WorkflowStep(\"a\", RiskTier.Low)] void RunAsync(in int n);")]
    [InlineData("GVN1018", "[WorkflowStep(\"a\", RiskTier.Low)] Task RunAsync(int n, Stream? s = null);")]
    [InlineData("GVN1020", "[WorkflowStep(\"a\", RiskTier.Low, Key = \"{m}\")] Task RunAsync(int n);")]
    public void A_broken_step_of_an_interface_names_its_rule_when_called(string rule, string members)
        => AssertRefuses(rule, "[GovernedWorkflow(\"w\")] public interface IDesk { " + members + " }", "1", "decorated");

    private static void AssertRefuses(string rule, string desk, string argument, string control = "plumbed")
    {
        var make = control == "plumbed" ? "new Desk(governor)" : "(IDesk)new GovernedDesk(System.Reflection.DispatchProxy.Create<IDesk, Nobody>(), governor)";
        var run = new PlumbingTest
        {
            TestCode = desk + $$"""

                /// <summary>An implementation of whatever is wanted.</summary>
                public class Nobody : System.Reflection.DispatchProxy
                {
                    protected override object? Invoke(System.Reflection.MethodInfo? method, object?[]? arguments) => throw new NotSupportedException();
                }

                public static class Scenario
                {
                    public static unsafe Task RunAsync(IStepGovernor governor, Action<string> say)
                    {
                        var number = 1;
                        var pointed = 1;
                        var desk = {{make}};
                        {{(desk.Contains("partial void") && desk.Contains("Call()") ? "desk.Call();" : $"desk.RunAsync({argument});")}}
                        return Task.CompletedTask;
                    }
                }
                """,
        }.Run();
        Assert.Empty(run.Driver.GetRunResult().Diagnostics);

        var steps = CompiledSteps.Load(run.Output);
        var failure = Assert.ThrowsAny<Exception>(() => steps.RunAsync(new RecordingGovernor(_ => { }), _ => { }).GetAwaiter().GetResult());
        Assert.StartsWith(rule + ": ", Assert.IsType<InvalidOperationException>(failure.InnerException).Message);
        Assert.Empty(steps.Table);
        Assert.Contains($"\"control\":\"{control}\"", steps.Manifest);
    }
}
