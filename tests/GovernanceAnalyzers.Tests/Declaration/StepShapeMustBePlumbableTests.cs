using GovernanceAnalyzers.Rules.Declaration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class StepShapeMustBePlumbableTests
{
    [Theory]
    [InlineData("public partial {|#0:string|} TriageAsync(string id);",
                "it returns string, but a person answers in hours; return Task, Task<T>, ValueTask, ValueTask<T>, Task<StepOutcome<T>> or IAsyncEnumerable<T>")]
    [InlineData("public partial {|#0:void|} TriageAsync(string id);",
                "it returns void, but a person answers in hours; return Task, Task<T>, ValueTask, ValueTask<T>, Task<StepOutcome<T>> or IAsyncEnumerable<T>")]
    [InlineData("public partial {|#0:List<int>|} TriageAsync(string id);",
                "it returns List<int>, but a person answers in hours; return Task, Task<T>, ValueTask, ValueTask<T>, Task<StepOutcome<T>> or IAsyncEnumerable<T>")]
    [InlineData("public partial {|#0:IEnumerable<int>|} TriageAsync(string id);",
                "it returns IEnumerable<int>, which is read without waiting, but a person answers in hours; return IAsyncEnumerable<int>, or "
                + "Task<IReadOnlyList<int>>")]
    [InlineData("public partial {|#0:System.Collections.IEnumerator|} TriageAsync(string id);",
                "it returns IEnumerator, which is read without waiting, but a person answers in hours; return IAsyncEnumerable<T>, or Task<IReadOnlyList<T>>")]
    [InlineData("public partial {|#0:IObservable<int>|} TriageAsync(string id);",
                "it returns IObservable<int>, which nobody reads to an end that could be recorded; return IAsyncEnumerable<int>")]
    [InlineData("public partial {|#0:IAsyncEnumerator<int>|} TriageAsync(string id);",
                "it returns IAsyncEnumerator<int>, which nobody reads to an end that could be recorded; return IAsyncEnumerable<int>")]
    [InlineData("public partial {|#0:Task<IAsyncEnumerable<int>>|} TriageAsync(string id);",
                "it returns Task<IAsyncEnumerable<int>>, so its work would go on after its end has been recorded; return IAsyncEnumerable<int>")]
    [InlineData("public partial {|#0:ValueTask<IObservable<int>>|} TriageAsync(string id);",
                "it returns ValueTask<IObservable<int>>, so its work would go on after its end has been recorded; return IAsyncEnumerable<int>")]
    [InlineData("public partial {|#0:Task<StepOutcome<Task<int>>>|} TriageAsync(string id);",
                "it returns Task<StepOutcome<Task<int>>>, so its work would go on after its end has been recorded; return Task<int>")]
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
                "'Desk' is an interface, where no generated body can stand; leave 'partial' out of the member, so that whoever implements it does the work")]
    public Task A_type_that_cannot_be_added_to_is_reported(string before, string after, string says) => new StepTest<StepShapeMustBePlumbableAnalyzer>
    {
        TestCode = before + "[WorkflowStep(\"triage\", RiskTier.Low)] public partial Task {|#0:TriageAsync|}();" + after,
        Says = "Step 'triage' cannot be governed as it stands: " + says,
        CompilerDiagnostics = CompilerDiagnostics.None,

        // Where C# forbids an implementing part, the generator says so, too, and without a place: in a build its error mutes the analyzers.
        ExpectedDiagnostics = { new DiagnosticResult("GVN1010", DiagnosticSeverity.Error) },
    }.RunAsync();

    [Theory]
    [InlineData("[WorkflowStep(\"triage\", RiskTier.Low)] partial Task IDesk.{|#0:TriageAsync|}();",
                "it implements an interface explicitly, which C# forbids to a partial method; make it an ordinary method, and let the explicit implementation "
                + "call it")]
    [InlineData("public partial Task Triage { [WorkflowStep(\"triage\", RiskTier.Low)] {|#0:get|}; }",
                "it is an accessor or an operator, and nobody expects one to wait for a person; make it a method")]
    public Task A_member_that_is_no_ordinary_method_is_reported(string step, string says) => new StepTest<StepShapeMustBePlumbableAnalyzer>
    {
        TestCode = "public interface IDesk { Task TriageAsync(); } public partial class Desk(IStepGovernor governor) : IDesk { IStepGovernor G => governor; "
                 + step + " }",
        Says = "Step 'triage' cannot be governed as it stands: " + says,
        CompilerDiagnostics = CompilerDiagnostics.None,
        ExpectedDiagnostics = { new DiagnosticResult("GVN1010", DiagnosticSeverity.Error) },
    }.RunAsync();

    [Theory]
    [InlineData("struct")]
    [InlineData("record struct")]
    public Task A_struct_is_reported(string kind) => new StepTest<StepShapeMustBePlumbableAnalyzer>
    {
        TestCode = $"public partial {kind} Desk {{ " + " [WorkflowStep(\"triage\", RiskTier.Low)] public partial Task {|#0:TriageAsync|}(); }",
        Says = "Step 'triage' cannot be governed as it stands: 'Desk' is a struct, whose copy would be governed; make it a class",
    }.RunAsync();

    [Theory]
    [InlineData("public abstract class Desk { [WorkflowStep(\"triage\", RiskTier.Low)] public abstract Task [|TriageAsync|](); }")]
    [InlineData("public class Desk { [WorkflowStep(\"triage\", RiskTier.Low)] public virtual Task [|TriageAsync|]() => Task.CompletedTask; }")]
    [InlineData("public class Base { public virtual Task TriageAsync() => Task.CompletedTask; }"
              + " public class Desk : Base { [WorkflowStep(\"triage\", RiskTier.Low)] public override Task [|TriageAsync|]() => Task.CompletedTask; }")]
    public Task A_self_governed_step_has_a_body_that_nobody_overrides(string code) => new RuleTest<StepShapeMustBePlumbableAnalyzer> { TestCode = code }.RunAsync();

    [Fact]
    public Task A_language_without_such_partial_methods_is_reported() => new InCSharp8
    {
        TestCode = "using Governance; using System.Threading.Tasks; public partial class Desk { public Desk(IStepGovernor g) { G = g; } IStepGovernor G { get; } "
                 + "[WorkflowStep(\"triage\", RiskTier.Low)] public partial Task {|#0:TriageAsync|}(); }",
        Says = "Step 'triage' cannot be governed as it stands: partial methods that return something need C# 9; set LangVersion to 9 or later",
        CompilerDiagnostics = CompilerDiagnostics.None,
        ExpectedDiagnostics = { new DiagnosticResult("GVN1010", DiagnosticSeverity.Error) },
    }.RunAsync();

    private sealed class InCSharp8 : StepTest<StepShapeMustBePlumbableAnalyzer>
    {
        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp8, DocumentationMode.Diagnose);
    }

    [Fact]
    public Task An_override_is_sealed_against_the_next() => new StepTest<StepShapeMustBePlumbableAnalyzer>
    {
        TestCode = "public class Base { public virtual Task TriageAsync() => Task.CompletedTask; } public class Desk : Base { [WorkflowStep(\"triage\", RiskTier.Low)] "
                 + "public override Task {|#0:TriageAsync|}() => Task.CompletedTask; }",
        Says = "Step 'triage' cannot be governed as it stands: it can be overridden again, and that override would run without its controls; write 'sealed' before 'override'",
    }.RunAsync();

    [Theory]
    [InlineData("public interface IDesk { STEP }", "'IDesk' is an interface without [GovernedWorkflow], and only such a one gets a decorator; write "
              + "[GovernedWorkflow(\"…\")] on it")]
    [InlineData("WORKFLOW file interface IDesk { STEP }", "'IDesk' is local to its file, where no generated part can be added; remove 'file'")]
    [InlineData("public class Outer { WORKFLOW public interface IDesk { STEP } }",
                "'Outer' is not partial, so its controls cannot be generated; write 'partial' before its keyword")]
    [InlineData("WORKFLOW public interface IDesk { STEP static abstract int Count { get; } }",
                "'IDesk.Count' is static and abstract, and a decorator has no implementation to hand it on to; keep it in another interface")]
    [InlineData("public interface IMade<T> { static abstract T Make(); } WORKFLOW public interface IDesk : IMade<int> { STEP }",
                "'IMade.Make' is static and abstract, and a decorator has no implementation to hand it on to; keep it in another interface")]
    [InlineData("WORKFLOW public interface IDesk { STEP protected void Hide(); }",
                "'IDesk.Hide' is not visible beside the interface, so a decorator cannot hand it on; make it public or internal")]
    [InlineData("WORKFLOW public interface IDesk { STEP } public class GovernedDesk { }",
                "the decorator of 'IDesk' is to be called 'GovernedDesk', and that name is taken; rename one of the two")]
    [InlineData("public partial class GovernedDesk { WORKFLOW public interface IDesk { STEP } }",
                "the decorator of 'IDesk' is to be called 'GovernedDesk', and that name is taken; rename one of the two")]
    [InlineData("public partial class Outer { int GovernedDesk; WORKFLOW public interface IDesk { STEP } }",
                "the decorator of 'IDesk' is to be called 'GovernedDesk', and that name is taken; rename one of the two")]
    public Task An_interface_that_no_decorator_can_stand_before_is_reported(string code, string says) => new RuleTest<StepShapeMustBePlumbableAnalyzer>
    {
        TestCode = code.Replace("WORKFLOW", "[GovernedWorkflow(\"desk\")]").Replace("STEP", "[WorkflowStep(\"triage\", RiskTier.Low)] Task {|#0:TriageAsync|}();"),
        CompilerDiagnostics = CompilerDiagnostics.None,
        ExpectedDiagnostics =
        {
            new DiagnosticResult("GVN1010", DiagnosticSeverity.Error),
            new DiagnosticResult("GVN1010", DiagnosticSeverity.Error).WithLocation(0)
                .WithArguments(code.StartsWith("public interface IDesk", StringComparison.Ordinal) ? "triage" : "desk/triage", says),
        },
    }.RunAsync();

    [Fact]
    public Task Two_interfaces_that_want_one_decorator_are_reported() => new RuleTest<StepShapeMustBePlumbableAnalyzer>
    {
        TestCode = """
            [GovernedWorkflow("a")] public interface IDesk { [WorkflowStep("a", RiskTier.Low)] Task {|GVN1010:RunAsync|}(); }
            [GovernedWorkflow("b")] public interface Desk { [WorkflowStep("b", RiskTier.Low)] Task {|GVN1010:RunAsync|}(); }
            """,
        ExpectedDiagnostics = { new DiagnosticResult("GVN1010", DiagnosticSeverity.Error), new DiagnosticResult("GVN1010", DiagnosticSeverity.Error) },
    }.RunAsync();

    [Theory]
    [InlineData("[WorkflowStep(\"triage\", RiskTier.Low)] {|#0:string|} Triage();", "it returns string, but a person answers in hours; return Task, Task<T>, "
              + "ValueTask, ValueTask<T>, Task<StepOutcome<T>> or IAsyncEnumerable<T>")]
    [InlineData("[WorkflowStep(\"triage\", RiskTier.Low)] Task TriageAsync(ref int {|#0:count|});",
                "parameter 'count' is passed by reference, and nothing can be handed back hours later; take a value and return a result")]
    [InlineData("[WorkflowStep(\"triage\", RiskTier.Low)] Task TriageAsync<T>(T {|#0:span|}) where T : allows ref struct;",
                "parameter 'span' is a ref struct, which cannot outlive the call; take an array or a string")]
    [InlineData("[WorkflowStep(\"triage\", RiskTier.Low)] static Task {|#0:TriageAsync|}() => Task.CompletedTask;", NoSlot)]
    [InlineData("[WorkflowStep(\"triage\", RiskTier.Low)] sealed Task {|#0:TriageAsync|}() => Task.CompletedTask;", NoSlot)]
    [InlineData("[WorkflowStep(\"triage\", RiskTier.Low)] private Task {|#0:TriageAsync|}() => Task.CompletedTask;", NoSlot)]
    [InlineData("[WorkflowStep(\"triage\", RiskTier.Low)] void IDisposable.{|#0:Dispose|}() { }", NoSlot)]
    [InlineData("Task Triage { [WorkflowStep(\"triage\", RiskTier.Low)] {|#0:get|}; }", NoSlot)]
    public Task A_member_that_no_decorator_can_stand_before_is_reported(string member, string says) => new RuleTest<StepShapeMustBePlumbableAnalyzer>
    {
        TestCode = "[GovernedWorkflow(\"desk\")] public interface IDesk : IDisposable { " + member + " }",
        ExpectedDiagnostics = { new DiagnosticResult("GVN1010", DiagnosticSeverity.Error).WithLocation(0).WithArguments("desk/triage", says) },
    }.RunAsync();

    [Fact]
    public Task An_interface_with_all_that_it_may_have_is_fine() => new RuleTest<StepShapeMustBePlumbableAnalyzer>
    {
        TestCode = """
            public interface ICounted { static virtual int Count => 0; static abstract int Most { get; } }
            public interface ICountedByDefault : ICounted { static int ICounted.Most => 1; }
            public class GovernedDesk<T> { }
            [GovernedWorkflow("desk")]
            public interface IDesk : ICountedByDefault
            {
                [WorkflowStep("triage", RiskTier.Low)] Task TriageAsync();
                [WorkflowStep("default", RiskTier.Low)] ValueTask<int> DefaultAsync() => new(1);
                private int Secret() => 1;
            }
            """,
    }.RunAsync();

    private const string NoSlot = "it is no method that whoever implements the interface gives (it is static, sealed, private, explicit or an accessor), so no "
                                + "decorator can stand before it; make it an ordinary method";

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
    [InlineData("public partial IAsyncEnumerable<int> TriageAsync();", "private IAsyncEnumerable<int> TriageCoreAsync() => throw new NotSupportedException();")]
    [InlineData("public partial Task<IEnumerable<int>> TriageAsync();", "private Task<IEnumerable<int>> TriageCoreAsync() => throw new NotSupportedException();")]
    [InlineData("public partial Task TriageAsync(in int n);", "private Task TriageCoreAsync(int n) => Task.CompletedTask;")]
    [InlineData("public partial Task TriageAsync(ref readonly int n);", "private Task TriageCoreAsync(in int n) => Task.CompletedTask;")]
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
