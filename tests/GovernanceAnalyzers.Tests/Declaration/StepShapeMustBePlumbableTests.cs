using GovernanceAnalyzers.Rules.Declaration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class StepShapeMustBePlumbableTests
{
    [Theory]
    [InlineData("public partial {|#0:string|} TriageAsync(string id);",
                "it returns string, but a person answers in hours; return Task, Task<T>, ValueTask, ValueTask<T> or Task<StepOutcome<T>>")]
    [InlineData("public partial {|#0:void|} TriageAsync(string id);",
                "it returns void, but a person answers in hours; return Task, Task<T>, ValueTask, ValueTask<T> or Task<StepOutcome<T>>")]
    [InlineData("public partial {|#0:IAsyncEnumerable<int>|} TriageAsync(string id);",
                "it returns IAsyncEnumerable<int>, but a person answers in hours; return Task, Task<T>, ValueTask, ValueTask<T> or Task<StepOutcome<T>>")]
    [InlineData("public partial Task TriageAsync(ref int {|#0:count|});",
                "parameter 'count' is passed by reference, and nothing can be handed back hours later; take a value and return a result")]
    [InlineData("public partial Task TriageAsync(out int {|#0:count|});",
                "parameter 'count' is passed by reference, and nothing can be handed back hours later; take a value and return a result")]
    [InlineData("public unsafe partial Task TriageAsync(int* {|#0:count|});",
                "parameter 'count' is a pointer, which can be neither recorded nor resumed; take a value")]
    [InlineData("public partial Task TriageAsync(Span<int> {|#0:counts|});",
                "parameter 'counts' is a ref struct, which cannot outlive the call; take an array or a string")]
    [InlineData("public virtual partial Task {|#0:TriageAsync|}(string id);",
                "it is virtual or abstract, so an override would run without its controls; make it an ordinary method")]
    public Task A_partial_step_that_cannot_be_plumbed_is_reported(string step, string says) => new StepTest<StepShapeMustBePlumbableAnalyzer>
    {
        TestCode = "public partial class Desk(IStepGovernor governor) { IStepGovernor G => governor; [WorkflowStep(\"triage\", RiskTier.Low)] " + step + " }",
        Says = "Step 'triage' cannot be governed as it stands: " + says,
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    [Theory]
    [InlineData("public class Desk { ", " }", "'Desk' is not partial, so its controls cannot be generated; write 'partial' before its keyword")]
    [InlineData("public class Outer { public partial class Desk { ", " } }",
                "'Outer' is not partial, so its controls cannot be generated; write 'partial' before its keyword")]
    [InlineData("file partial class Desk { ", " }", "'Desk' is local to its file, where no generated part can be added; remove 'file'")]
    [InlineData("public partial interface Desk { ", " }",
                "'Desk' is an interface, and whoever implements it would not be held to the step; put [WorkflowStep] on the implementing method and "
                + "[ConsequentialAction] here")]
    public Task A_type_that_cannot_be_added_to_is_reported(string before, string after, string says) => new StepTest<StepShapeMustBePlumbableAnalyzer>
    {
        TestCode = before + "[WorkflowStep(\"triage\", RiskTier.Low)] public partial Task {|#0:TriageAsync|}();" + after,
        Says = "Step 'triage' cannot be governed as it stands: " + says,
        CompilerDiagnostics = CompilerDiagnostics.None,

        // Where C# forbids an implementing part, the generator says so, too, and without a place: in a build its error mutes the analyzers.
        ExpectedDiagnostics = { new DiagnosticResult("GVN1010", DiagnosticSeverity.Error) },
    }.RunAsync();

    [Fact]
    public Task A_struct_is_reported() => new StepTest<StepShapeMustBePlumbableAnalyzer>
    {
        TestCode = "public partial struct Desk { [WorkflowStep(\"triage\", RiskTier.Low)] public partial Task {|#0:TriageAsync|}(); }",
        Says = "Step 'triage' cannot be governed as it stands: 'Desk' is a struct, whose copy would be governed; make it a class",
    }.RunAsync();

    [Theory]
    [InlineData("public interface Desk { [WorkflowStep(\"triage\", RiskTier.Low)] Task [|TriageAsync|](); }")]
    [InlineData("public abstract class Desk { [WorkflowStep(\"triage\", RiskTier.Low)] public abstract Task [|TriageAsync|](); }")]
    [InlineData("public class Desk { [WorkflowStep(\"triage\", RiskTier.Low)] public virtual Task [|TriageAsync|]() => Task.CompletedTask; }")]
    [InlineData("public class Base { public virtual Task TriageAsync() => Task.CompletedTask; }"
              + " public class Desk : Base { [WorkflowStep(\"triage\", RiskTier.Low)] public override Task [|TriageAsync|]() => Task.CompletedTask; }")]
    public Task A_self_governed_step_has_a_body_that_nobody_overrides(string code) => new RuleTest<StepShapeMustBePlumbableAnalyzer> { TestCode = code }.RunAsync();

    [Theory]
    [InlineData("public class Desk { [WorkflowStep(\"triage\", RiskTier.Low)] public string Triage(ref int count) => \"\"; }")]
    [InlineData("public struct Desk { [WorkflowStep(\"triage\", RiskTier.Low)] public Task TriageAsync() => Task.CompletedTask; }")]
    [InlineData("public class Base { public virtual Task TriageAsync() => Task.CompletedTask; }"
              + " public class Desk : Base { [WorkflowStep(\"triage\", RiskTier.Low)] public sealed override Task TriageAsync() => Task.CompletedTask; }")]
    [InlineData("public class Base { public virtual Task TriageAsync() => Task.CompletedTask; }"
              + " public sealed class Desk : Base { [WorkflowStep(\"triage\", RiskTier.Low)] public override Task TriageAsync() => Task.CompletedTask; }")]
    public Task Else_a_self_governed_step_may_look_as_it_likes(string code) => new RuleTest<StepShapeMustBePlumbableAnalyzer> { TestCode = code }.RunAsync();

    [Theory]
    [InlineData("public partial Task TriageAsync();", "private Task TriageCoreAsync() => Task.CompletedTask;")]
    [InlineData("public partial Task<int> TriageAsync();", "private Task<int> TriageCoreAsync() => Task.FromResult(1);")]
    [InlineData("internal partial ValueTask TriageAsync();", "private Task TriageCoreAsync() => Task.CompletedTask;")]
    [InlineData("private partial ValueTask<int> TriageAsync();", "private Task<int> TriageCoreAsync() => Task.FromResult(1);")]
    [InlineData("public partial Task<StepOutcome<int>> TriageAsync();", "private Task<int> TriageCoreAsync() => Task.FromResult(1);")]
    public Task Whatever_can_be_waited_for_is_fine(string step, string core) => new StepTest<StepShapeMustBePlumbableAnalyzer>
    {
        Members = $"[WorkflowStep(\"triage\", RiskTier.Low)] {step}\n{core}",
    }.RunAsync();

    [Fact]
    public Task A_record_and_a_nested_type_are_fine() => new RuleTest<StepShapeMustBePlumbableAnalyzer>
    {
        TestCode = """
            public partial record Outer
            {
                public partial record Desk(IStepGovernor Governor)
                {
                    [WorkflowStep("triage", RiskTier.Low)]
                    public partial Task TriageAsync();
                    private Task TriageCoreAsync() => Task.CompletedTask;
                }
            }
            """,
    }.RunAsync();

    [Theory]
    [InlineData("[{|#0:WorkflowStep|}(\"triage\", RiskTier.Low)] Task Local() => Task.CompletedTask; return Local();")]
    [InlineData("var local = [{|#0:WorkflowStep|}(\"triage\", RiskTier.Low)] () => Task.CompletedTask; return local();")]
    public Task A_local_function_is_reported(string body) => new StepTest<StepShapeMustBePlumbableAnalyzer>
    {
        TestCode = "public class Desk { public Task RunAsync() { " + body + " } }",
        Says = "Step 'triage' cannot be governed as it stands: it is a local function or a lambda, which nobody can find as a step; make it a method of the type",
    }.RunAsync();

    [Fact]
    public Task A_waiver_holds() => new RuleTest<StepShapeMustBePlumbableAnalyzer>
    {
        TestCode = """
            public class Desk
            {
                [GovernanceWaiver("GVN1010", Reason = "mocked until 4711 is done", ApprovedBy = "risk-office", Until = "2027-01-31")]
                [WorkflowStep("triage", RiskTier.Low)]
                public virtual Task TriageAsync() => Task.CompletedTask;
            }
            """,
    }.RunAsync();
}
