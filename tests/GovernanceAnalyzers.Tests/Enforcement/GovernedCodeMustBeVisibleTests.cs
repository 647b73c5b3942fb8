using GovernanceAnalyzers.Rules.Enforcement;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Enforcement;

public sealed class GovernedCodeMustBeVisibleTests
{
    [Fact]
    public Task One_kind_is_one_finding_that_says_how_many_there_are_and_by_which_way() => new RuleTest<GovernedCodeMustBeVisibleAnalyzer>
    {
        TestCode = """
            [GovernedWorkflow("w", Owner = "ops")]
            public sealed partial class W(Action given, IStepGovernor governor)
            {
                [WorkflowStep("s", RiskTier.Low)] public partial Task SAsync(dynamic d);
                private async Task SCoreAsync(dynamic d)
                {
                    {|#0:Inner|}();
                    {|#2:given|}();
                    d.{|#3:Look|}();
                }

                private void Inner() => {|#1:given|}();
            }
            """,
        ExpectedDiagnostics =
        {
            Info().WithLocation(0).WithLocation(1).WithLocation(2).WithArguments(
                "Step", "w/s", "runs a delegate that comes from elsewhere, 'given()'", " by SAsync → Inner", " (1 of 2 places)",
                "what it does is not known, so make it where it can be seen, or put a [ConsequentialAction] on the method that runs it"),
            Info().WithLocation(3).WithArguments(
                "Step", "w/s", "is bound at run time, by 'd.Look()'", "", "",
                "what it does is not known, so call a member that has a name, or put a [ConsequentialAction] on the method that does this"),
        },
    }.RunAsync();

    [Fact]
    public Task What_a_rollback_handler_runs_is_reported_with_the_way_through_it() => new RuleTest<GovernedCodeMustBeVisibleAnalyzer>
    {
        TestCode = """
            [GovernedWorkflow("w", Owner = "ops")]
            public sealed partial class W(Action given, IStepGovernor governor)
            {
                [WorkflowStep("s", RiskTier.Low, Rollback = nameof(Undo))] public partial void S();
                private void SCore() { }
                private void Undo() => {|#0:Inner|}();
                private void Inner() => {|#1:given|}();
            }
            """,
        ExpectedDiagnostics =
        {
            Info().WithLocation(0).WithLocation(1).WithArguments(
                "Step", "w/s", "runs a delegate that comes from elsewhere, 'given()'", " by S → Undo → Inner", "",
                "what it does is not known, so make it where it can be seen, or put a [ConsequentialAction] on the method that runs it"),
        },
    }.RunAsync();

    [Theory]
    [InlineData("[AutomationEntryPoint] public static void T(Action a) => [|a|]();")]
    [InlineData("[AutomationEntryPoint] public static void T(Action a) => Task.Run([|a|]);")]
    [InlineData("[AutomationEntryPoint] public static void T(dynamic d) => d.[|Look|]();")]
    [InlineData("[AutomationEntryPoint] public static unsafe void T(delegate*<void> f) => [|f|]();")]
    [InlineData("[AutomationEntryPoint] public static object T() { System.Linq.Expressions.Expression<Action> e = () [|=>|] Console.WriteLine(); return e; }")]
    [InlineData("[AutomationEntryPoint] public static void T(IUnread u) => u.[|Run|](); public interface IUnread { void Run(); }")]
    [InlineData("[AutomationEntryPoint] public static void T(Test t) => t.[|Run|](); public abstract class Test { public abstract void Run(); }")]
    [InlineData("[AutomationEntryPoint] public static object T<N>() where N : new() => [|new N|]();")]
    [InlineData("static object Make(Delegate d) => ModelContextProtocol.Server.McpServerTool.Create([|d|]);")]
    [InlineData("static object Make(Action b) { Action a = () => { }; a = b; return ModelContextProtocol.Server.McpServerTool.Create([|a|]); }")]
    [InlineData("static object Make(Action b) { Action? a = () => { }; a ??= b; return ModelContextProtocol.Server.McpServerTool.Create([|a|]); }")]
    [InlineData("static object Make(Action b) { Action a = () => { }; (a, _) = (b, 1); return ModelContextProtocol.Server.McpServerTool.Create([|a|]); }")]
    [InlineData("static object Make() { Action a = () => { }; Fill(out a); return ModelContextProtocol.Server.McpServerTool.Create([|a|]); } static void Fill(out Action a) => a = () => { };")]
    [InlineData("static object Make() { Action a = () => { }; Fill(ref a); return ModelContextProtocol.Server.McpServerTool.Create([|a|]); } static void Fill(ref Action a) => a = () => { };")]
    [InlineData("[AutomationEntryPoint] public static void T() => [|Help|](); static void Help() => Event?.Invoke(); static event Action? Event;")]
    [InlineData("static object Make() => ModelContextProtocol.Server.McpServerTool.Create(typeof(Tools).[|GetMethod|](\"Run\")!); static void Run(int n) { } static void Run(string s) { }")]
    public Task What_cannot_be_seen_is_reported(string member) => Test(member).RunAsync();

    [Theory]
    [InlineData("[AutomationEntryPoint] public static void T() { Action a = () => { }; a(); }")]
    [InlineData("[AutomationEntryPoint] public static void T() => Twice(() => { }); static void Twice(Action a) { a(); a(); }")]
    [InlineData("[AutomationEntryPoint] public static void T() => s_a(); private static readonly Action s_a = () => { };")]
    [InlineData("[AutomationEntryPoint] public static void T(string p) => typeof(Tools).GetMethod(p)!.Invoke(null, null);")]
    [InlineData("[AutomationEntryPoint] public static int T(List<int> n) => n.Where(i => i > 1).Sum();")]
    [InlineData("public static void T(dynamic d) => d.Look();")]

    // Behind a contract nothing more is asked.
    [InlineData("[AutomationEntryPoint] public static void T(dynamic d) => Wrap(1); [ConsequentialAction(\"x.y\", RiskTier.Low)] static void Wrap(dynamic n) => n.Run();")]
    public Task What_can_be_seen_is_silent(string member) => Test(member).RunAsync();

    private const string Unnamed = "what it does is not known, so call a member that has a name, or put a [ConsequentialAction] on the method that does this";
    private const string Foreign = "what it does is not known, so name it in a list of actions, or call it behind a member with a [ConsequentialAction]";

    [Theory]
    [InlineData("[AutomationEntryPoint] public static unsafe void T(delegate*<void> f) => {|#0:f|}();", "T", "calls through a function pointer, 'f()'", Unnamed)]
    [InlineData("[AutomationEntryPoint] public static object T() { System.Linq.Expressions.Expression<Action> e = () {|#0:=>|} Console.WriteLine(); return e; }", "T", "hands on a lambda as data", "what the one who gets it does with it is not known, so call it where it can be seen")]
    [InlineData("[AutomationEntryPoint] public static void T(IUnread u) => u.{|#0:Run|}(); public interface IUnread { void Run(); }", "T", "calls 'IUnread.Run', which nobody here implements, or more do than can be told apart", "what it does is not known, so put a [ConsequentialAction] on it")]
    [InlineData("[AutomationEntryPoint] public static object T<N>() where N : new() => {|#0:new N|}();", "T", "makes a 'N' that only its caller knows", Foreign)]
    [InlineData("[AutomationEntryPoint] public static object T(MediatR.ISender s) => s.{|#0:Send|}(new Sent()); public sealed class Sent { }", "T", "sends a 'Sent' that nobody here handles", "what it does is not known, so put a [ConsequentialAction] on it")]
    [InlineData("[AutomationEntryPoint] public static void T() => Assert.{|#0:True|}(true);", "T", "calls 'Assert.True' of another assembly", Foreign)]
    [InlineData("static object Make(Delegate d) => ModelContextProtocol.Server.McpServerTool.Create({|#0:d|});", "unseen", "is found at run time, by 'd'", "hand over the method or the lambda itself")]
    public Task The_message_says_what_is_not_seen_and_what_to_do(string member, string title, string what, string remedy)
    {
        var test = Test(member);
        test.TestCode = "global using Xunit; namespace MediatR { public interface ISender { Task Send(object request, CancellationToken c = default); } }";
        test.TestState.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(Assert).Assembly.Location));
        test.ExpectedDiagnostics.Add(Info().WithLocation(0).WithArguments("Entry point", title, what, "", "", remedy));
        return test.RunAsync();
    }

    /// <summary>An editor has another project's source, and a build has its assembly.</summary>
    [Fact]
    public Task Another_project_is_told_of_in_the_same_words_with_its_source_and_without()
    {
        var test = Test("[AutomationEntryPoint] public static void T() => Elsewhere.Helper.{|#0:Look|}();");
        test.TestState.AdditionalReferences.Add(CSharpCompilation.Create(
            "Elsewhere", [CSharpSyntaxTree.ParseText("namespace Elsewhere { public static class Helper { public static void Look() { } } }")],
            TestReferences.All, new(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference());
        test.ExpectedDiagnostics.Add(Info().WithLocation(0).WithArguments("Entry point", "T", "calls 'Helper.Look' of another assembly", "", "", Foreign));
        return test.RunAsync();
    }

    [Fact]
    public Task Nobody_is_told_to_implement_the_steps_of_an_interface() => new RuleTest<GovernedCodeMustBeVisibleAnalyzer>
    {
        TestCode = """
            [GovernedWorkflow("disk", Owner = "ops")]
            public interface IDisk
            {
                [WorkflowStep("clean", RiskTier.Low)] Task CleanAsync(string path);
            }
            """,
    }.RunAsync();

    [Theory]
    [InlineData(499, "File.Delete(\"x\");", false)]
    [InlineData(501, "File.Delete(\"x\");", true)]

    // Nothing is behind it that more reading would find.
    [InlineData(501, "", false)]
    public async Task The_walk_has_an_end_and_says_so(int methods, string last, bool isReported)
    {
        var chain = string.Concat(Enumerable.Range(0, methods).Select(n => $"static void M{n}() => M{n + 1}();\n")) + $"static void M{methods}() {{ {last} }}";
        var test = Test("[AutomationEntryPoint] public static void T() => " + (isReported ? "[|M0|]();" : "M0();") + chain);
        await test.RunAsync();
    }

    [Theory]
    [InlineData("[AutomationEntryPoint] public static void T(Action a) => a.")]
    [InlineData("[AutomationEntryPoint] public static void T(Action a) => Undefined(a.")]
    [InlineData("[AutomationEntryPoint] public static void T() => new Undefined<int>().Run(x => ")]
    public async Task Half_typed_code_does_not_fail(string member)
    {
        var test = Test(member);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        await test.RunAsync();
    }

    private static DiagnosticResult Info() => new("GVN2014", DiagnosticSeverity.Info);

    private static RuleTest<GovernedCodeMustBeVisibleAnalyzer> Test(string member) => new()
    {
        TestCode = "public partial class Tools { " + member + " }",
        TestState = { Sources = { ForeignLibraries.Source } },
    };
}
