using GovernanceAnalyzers.Rules.Enforcement;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Enforcement;

public sealed class StepInternalsMustStayBehindStepTests
{
    [Fact]
    public Task The_message_says_what_to_call_instead() => new RuleTest<StepInternalsMustStayBehindStepAnalyzer>
    {
        TestCode = Desk("public Task NowAsync() => {|#0:PayCoreAsync|}(1); public Task UndoAsync() => {|#1:UnpayAsync|}(1);"),
        ExpectedDiagnostics =
        {
            new DiagnosticResult("GVN2005", DiagnosticSeverity.Error).WithLocation(0)
                .WithArguments("PayCoreAsync", "Core body", "pay/pay", "call 'PayAsync'"),
            new DiagnosticResult("GVN2005", DiagnosticSeverity.Error).WithLocation(1)
                .WithArguments("UnpayAsync", "rollback handler", "pay/pay", "order the rollback from the governor (RollbackAsync)"),
        },
    }.RunAsync();

    [Theory]
    [InlineData("public Task NowAsync() => Task.Run(() => {|GVN2005:PayCoreAsync|}(1));")]
    [InlineData("public Func<int, Task> Raw => {|GVN2005:PayCoreAsync|};")]
    [InlineData("private readonly Lazy<Func<Desk, int, Task>> _raw = new(() => (d, n) => d.{|GVN2005:PayCoreAsync|}(n));")]
    [InlineData("public static Task NowAsync(Desk? desk) => desk?.{|GVN2005:PayCoreAsync|}(1)!;")]
    [InlineData("public sealed class Inner { public Task NowAsync(Desk d) => d.{|GVN2005:PayCoreAsync|}(1); }")]
    [InlineData("public sealed class Inner { public sealed class Innermost { public Task NowAsync(Desk d) => d.{|GVN2005:PayCoreAsync|}(1); } }")]
    [InlineData("[System.CodeDom.Compiler.GeneratedCode(\"GovernanceAnalyzers\", \"0.1.0\")] public Task NowAsync() => {|GVN2005:PayCoreAsync|}(1);")]
    [InlineData("[System.CodeDom.Compiler.GeneratedCode(\"GovernanceAnalyzers\", \"0.1.0\")] static class Plan { public static Task NowAsync(Desk d) => d.{|GVN2005:PayCoreAsync|}(1); }")]
    [InlineData("[WorkflowStep(\"other\", RiskTier.Low)] public Task OtherAsync() => {|GVN2005:PayCoreAsync|}(1);")]
    [InlineData("[WorkflowStep(\"other\", RiskTier.Low)] public partial Task OtherAsync(); private Task OtherCoreAsync() => {|GVN2005:PayCoreAsync|}(1);")]
    public Task A_way_round_the_step_is_reported(string member) => new RuleTest<StepInternalsMustStayBehindStepAnalyzer> { TestCode = Desk(member) }.RunAsync();

    [Theory]
    [InlineData("public Task NowAsync() => PayAsync(1);")]
    [InlineData("public string Name => nameof(PayCoreAsync);")]
    [InlineData("public Task NowAsync() => PayCoreAsync(\"\"); private Task PayCoreAsync(string other) => Task.CompletedTask;")]
    [InlineData("[WorkflowStep(\"own\", RiskTier.Low, Rollback = nameof(BackAsync))] public async Task OwnAsync() { try { } catch { await BackAsync(); } } private Task BackAsync() => Task.CompletedTask;")]
    [InlineData("public sealed class PayCore { public Task PayCoreAsync(int n) => Task.CompletedTask; public Task M() => PayCoreAsync(1); }")]
    public Task Other_calls_are_silent(string member) => new RuleTest<StepInternalsMustStayBehindStepAnalyzer> { TestCode = Desk(member) }.RunAsync();

    [Theory]
    [InlineData("[{|GVN2005:UnsafeAccessor|}(UnsafeAccessorKind.Method, Name = \"PayCoreAsync\")] public static extern Task Open(Desk desk, int n);")]
    [InlineData("[{|GVN2005:UnsafeAccessor|}(UnsafeAccessorKind.Method)] public static extern Task UnpayAsync(Desk desk, int n);")]
    [InlineData("public static void M() { [{|GVN2005:UnsafeAccessor|}(UnsafeAccessorKind.Method)] static extern Task PayCoreAsync(Desk desk, int n); PayCoreAsync(null!, 1); }")]
    [InlineData("[UnsafeAccessor(UnsafeAccessorKind.Method, Name = \"PayAsync\")] public static extern Task Open(Desk desk, int n);")]
    [InlineData("[UnsafeAccessor(UnsafeAccessorKind.Field, Name = \"PayCoreAsync\")] public static extern ref int Open(Desk desk);")]
    [InlineData("[UnsafeAccessor(UnsafeAccessorKind.Constructor)] public static extern Desk Open(IStepGovernor governor);")]
    [InlineData("[UnsafeAccessor(UnsafeAccessorKind.Method, Name = \"PayCoreAsync\")] public static extern Task Open(string other, int n);")]
    public Task An_accessor_that_the_runtime_opens_is_a_way_round(string accessor) => new RuleTest<StepInternalsMustStayBehindStepAnalyzer>
    {
        TestCode = "using System.Runtime.CompilerServices;\n" + Desk("") + "public static class Door { " + accessor + " }",
    }.RunAsync();

    [Theory]
    [InlineData("Task M(IDesk desk) => desk.{|GVN2005:UnpayAsync|}(1);")]
    [InlineData("Task M(GovernedDesk desk) => ((IDesk)desk).{|GVN2005:UnpayAsync|}(1);")]
    [InlineData("Func<int, Task> M(IDesk desk) => desk.{|GVN2005:UnpayAsync|};")]
    [InlineData("Task M(IWide<string> desk) => desk.{|GVN2005:UnpayAsync|}(1);")]
    [InlineData("Task M(IDesk desk) => desk.PayAsync(1);")]
    [InlineData("string M() => nameof(IDesk.UnpayAsync);")]
    [InlineData("Task M(Desk desk) => desk.UnpayAsync(1);")]
    public Task What_undoes_a_step_of_an_interface_is_the_governors_to_call(string member) => new RuleTest<StepInternalsMustStayBehindStepAnalyzer>
    {
        TestCode = $$"""
            [GovernedWorkflow("pay", Owner = "payments")]
            public interface IDesk
            {
                [WorkflowStep("pay", RiskTier.High, Rollback = nameof(UnpayAsync))] Task PayAsync(int n);
                Task UnpayAsync(int n);
            }
            public interface IWide<T> : IDesk { }
            public sealed class Desk : IDesk { public Task PayAsync(int n) => Task.CompletedTask; public Task UnpayAsync(int n) => Task.CompletedTask; }
            public static class Callers { static {{member}} }
            """,
    }.RunAsync();

    [Fact]
    public Task What_undoes_a_step_of_another_assemblys_interface_is_the_governors_to_call()
    {
        var library = new Generation.PlumbingTest
        {
            TestCode = """
                namespace Library;
                [GovernedWorkflow("pay")]
                public interface IDesk
                {
                    [WorkflowStep("pay", RiskTier.High, Rollback = nameof(UnpayAsync))] Task PayAsync(int n);
                    Task UnpayAsync(int n);
                }
                """,
        }.Run().Output.WithAssemblyName("Library");
        return new RuleTest<StepInternalsMustStayBehindStepAnalyzer>
        {
            TestCode = "public static class Callers { static Task M(Library.IDesk desk) => desk.{|GVN2005:UnpayAsync|}(1); }",
            TestState = { AdditionalReferences = { library.ToMetadataReference() } },
        }.RunAsync();
    }

    [Theory]
    [InlineData("[WorkflowStep(\"pay\", RiskTier.Low, Rollback = nameof(UnpayAsync))]", "M(Desk d) => d.{|GVN2005:PayCoreAsync|}(1);")]
    [InlineData("[WorkflowStep(\"pay\", RiskTier.Low, Rollback = nameof(UnpayAsync))]", "M(Desk d) => d.{|GVN2005:UnpayAsync|}(1);")]
    [InlineData("[WorkflowStep(\"pay\", RiskTier.Low, Rollback = nameof(Desk.UnpayAsync))]", "M(Desk d) => Task.Run(() => d?.{|GVN2005:UnpayAsync|}(1));")]
    [InlineData("[WorkflowStep(\"pay\", RiskTier.Low, Rollback = \"UnpayAsync\")]", "M(Desk d) { Func<int, Task> raw = d.{|GVN2005:UnpayAsync|}; return raw(1); }")]
    [InlineData("[WorkflowStep(\"pay\", RiskTier.Low, Rollback = Names.Undo)]", "M(Desk d) => d.{|GVN2005:UnpayAsync|}(1);")]
    [InlineData("[S(\"pay\", RiskTier.Low, Rollback = nameof(UnpayAsync))]", "M(Desk d) => d.{|GVN2005:UnpayAsync|}(1);")]
    [InlineData("[WorkflowStep(\"pay\", RiskTier.Low, Rollback = nameof(UnpayAsync))]", "M(Desk d) => d.OtherAsync();")]
    public Task What_its_author_left_open_is_found_in_other_types_too(string step, string caller) => new RuleTest<StepInternalsMustStayBehindStepAnalyzer>
    {
        TestCode = $$"""
            using S = Governance.WorkflowStepAttribute;
            public static class Names { public const string Undo = "Unpay" + "Async"; }
            [GovernedWorkflow("pay", Owner = "payments")]
            public sealed partial class Desk(IStepGovernor governor)
            {
                {{step}} public partial Task<StepOutcome> PayAsync(int n, CancellationToken ct = default);
                internal Task PayCoreAsync(int n) => Task.CompletedTask;
                internal Task UnpayAsync(int n) => Task.CompletedTask;
                internal Task OtherAsync() => Task.CompletedTask;
            }
            public static class Callers { static Task {{caller}} }
            """,
    }.RunAsync();

    /// <summary>What a query or a collection's initialiser calls is named nowhere.</summary>
    [Theory]
    [InlineData("void Add(int n)", "new Desk(null!) { [|1|] }")]
    [InlineData("Desk Select(Func<int, int> f)", "from n in desk [|select|] n + 1")]
    [InlineData("Desk SelectMany(Func<int, Desk> f, Func<int, int, int> g)", "from n in desk [|from|] m in desk select n")]
    [InlineData("Desk Where(Func<int, bool> f)", "from n in desk [|where|] n > 1 select n")]
    [InlineData("Desk GroupBy(Func<int, int> f)", "from n in desk [|group|] n by n")]
    [InlineData("Desk Join(Desk other, Func<int, int> f, Func<int, int> g, Func<int, int, int> h)", "from n in desk [|join|] m in desk on n equals m select n")]
    [InlineData("Desk GroupJoin(Desk other, Func<int, int> f, Func<int, int> g, Func<int, Desk, int> h)", "from n in desk [|join|] m in desk on n equals m into all select n")]
    [InlineData("Desk OrderBy(Func<int, int> f)", "from n in desk orderby [|n|] select n")]
    [InlineData("Desk OrderByDescending(Func<int, int> f)", "from n in desk orderby [|n descending|] select n")]
    [InlineData("Desk ThenBy(Func<int, int> f)", "from n in desk orderby n, [|n|] select n", "Desk OrderBy(Func<int, int> f) => this;")]
    [InlineData("Desk ThenByDescending(Func<int, int> f)", "from n in desk orderby n, [|n descending|] select n", "Desk OrderBy(Func<int, int> f) => this;")]
    [InlineData("List<T> Cast<T>()", "[|from|] int n in desk select n + 1")]
    public Task What_is_called_without_its_name_is_found(string handler, string use, string others = "") => new RuleTest<StepInternalsMustStayBehindStepAnalyzer>
    {
        TestCode = $$"""
            [GovernedWorkflow("pay", Owner = "payments")]
            public sealed partial class Desk(IStepGovernor governor) : System.Collections.IEnumerable
            {
                [WorkflowStep("pay", RiskTier.Low, Rollback = nameof({{handler.Split('(')[0].Split(' ')[1].Split('<')[0]}}))] public partial Task PayAsync(int n);
                private Task PayCoreAsync(int n) => Task.CompletedTask;
                private {{handler}} => throw new NotSupportedException();
                private {{(others.Length > 0 ? others : "int Other => 1;")}}
                public static object M(Desk desk) => {{use}};
                public System.Collections.IEnumerator GetEnumerator() => throw new NotSupportedException();
            }
            """,
    }.RunAsync();

    [Fact]
    public Task A_waiver_on_the_caller_silences_it() => new RuleTest<StepInternalsMustStayBehindStepAnalyzer>
    {
        TestCode = Desk("""
            [GovernanceWaiver("GVN2005", Reason = "the migration runs under four eyes, ticket 4711", ApprovedBy = "risk-office", Until = "2027-01-31")]
            public Task NowAsync() => PayCoreAsync(1);
            """),
    }.RunAsync();

    [Fact]
    public Task Half_typed_code_does_not_fail() => new RuleTest<StepInternalsMustStayBehindStepAnalyzer>
    {
        TestCode = Desk("public Task NowAsync() => Undefined(PayC"),
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    private static string Desk(string member) => $$"""
        [GovernedWorkflow("pay", Owner = "payments")]
        public sealed partial class Desk(IStepGovernor governor)
        {
            [WorkflowStep("pay", RiskTier.High, Rollback = nameof(UnpayAsync))]
            public partial Task PayAsync(int n);

            private Task PayCoreAsync(int n) => Task.CompletedTask;

            private Task UnpayAsync(int n) => Task.CompletedTask;

            {{member}}
        }
        """;
}
