using GovernanceAnalyzers.Rules.Enforcement;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Enforcement;

public sealed class StepTierMustCoverActionsTests
{
    [Fact]
    public Task A_low_step_that_deletes_is_reported_at_its_tier() => new RuleTest<StepTierMustCoverActionsAnalyzer>
    {
        TestCode = """
            [GovernedWorkflow("disk")]
            public sealed partial class Disk(IStepGovernor governor)
            {
                [WorkflowStep("clean", {|#0:RiskTier.Low|})]
                public partial Task CleanAsync(string path);

                private Task CleanCoreAsync(string path)
                {
                    File.WriteAllText(path, "");
                    File.Delete(path);
                    return Task.CompletedTask;
                }
            }
            """,
        ExpectedDiagnostics =
        {
            new DiagnosticResult("GVN2003", DiagnosticSeverity.Error).WithLocation(0)
                .WithArguments("disk/clean", "Low", "files.delete (High)", "CleanAsync → File.Delete", "High"),
        },
    }.RunAsync();

    [Fact]
    public Task What_the_rollback_handler_does_counts() => new RuleTest<StepTierMustCoverActionsAnalyzer>
    {
        TestCode = """
            [GovernedWorkflow("disk")]
            public sealed partial class Disk(IStepGovernor governor)
            {
                [WorkflowStep("keep", {|#0:RiskTier.Medium|}, Rollback = nameof(UndoAsync))]
                public partial Task KeepAsync(string path);

                private Task KeepCoreAsync(string path) => File.WriteAllTextAsync(path, "");

                private Task UndoAsync(string path)
                {
                    File.Delete(path);
                    return Task.CompletedTask;
                }
            }
            """,
        ExpectedDiagnostics =
        {
            new DiagnosticResult("GVN2003", DiagnosticSeverity.Error).WithLocation(0)
                .WithArguments("disk/keep", "Medium", "files.delete (High)", "KeepAsync → UndoAsync → File.Delete", "High"),
        },
    }.RunAsync();

    [Theory]
    [InlineData("File.Delete(path);")]
    [InlineData("Action clean = () => File.Delete(path); clean();")]
    [InlineData("new List<string>().ForEach(File.Delete);")]
    [InlineData("Clean(); void Clean() => File.Delete(path);")]
    [InlineData("Action clean = Clean; clean(); void Clean() => Deeper(); void Deeper() => File.Delete(path);")]
    [InlineData("_ = Task.Run(() => { File.Delete(path); });")]
    [InlineData("_ = from p in new[] { path } select Gone(p); static int Gone(string p) { File.Delete(p); return 0; }")]
    [InlineData("new FileInfo(path)?.Delete();")]
    [InlineData("try { } finally { File.Delete(path); }")]
    [InlineData("try { } catch when (Gone()) { } bool Gone() { File.Delete(path); return true; }")]
    [InlineData("using (Act.Scope) { }")]
    [InlineData("using var scope = Act.Scope;")]
    [InlineData("Act.Happened += () => { };")]
    [InlineData("_ = new Act() + new Act();")]
    [InlineData("Act.Wait++;")]
    [InlineData("(Act.Wait, _) = (1, 2);")]
    [InlineData("string text = new Act();")]
    [InlineData("_ = new Act(1);")]
    [InlineData("if (path.Length > 3) { _ = path switch { \"\" => Act.Now(), _ => 0 }; }")]
    [InlineData("_ = $\"{Act.Now()}\";")]
    [InlineData("throw new InvalidOperationException(Act.Now().ToString());")]
    public Task An_action_is_seen_through(string statements) => Body("{|GVN2003:RiskTier.Low|}", statements).RunAsync();

    [Theory]
    [InlineData("_ = nameof(File.Delete);")]
    [InlineData("_ = nameof(Act.Secret);")]
    [InlineData("_ = typeof(File);")]
    [InlineData("System.Linq.Expressions.Expression<Action> later = () => File.Delete(path);")]
    [InlineData("Debugging.Trace(Act.Now());")]
    [InlineData("Unimplemented(Act.Now());")]
    [InlineData("void Never() => File.Delete(path);")]
    [InlineData("[Obsolete(nameof(File.Delete))] void Never() { } Never();")]
    [InlineData("_ = Act.Wait;")]
    [InlineData("_ = new Act();")]
    [InlineData("Act.Happened -= () => { };")]
    [InlineData("/// <see cref=\"File.Delete\"/>\n")]
    public Task What_never_runs_does_not_count(string statements) => Body("RiskTier.Low", statements).RunAsync();

    [Theory]
    [InlineData("_ = Act.Secret;")]
    [InlineData("_ = File.Open(path, FileMode.Open);")]
    [InlineData("_ = File.Open(path, FileMode.Create, FileAccess.Read);")]
    [InlineData("_ = File.Open(path, FileMode.Open, path.Length > 1 ? FileAccess.Read : FileAccess.Write);")]
    [InlineData("_ = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None, 1, FileOptions.DeleteOnClose);")]
    [InlineData("_ = new System.Net.Http.HttpClient().SendAsync(new(System.Net.Http.HttpMethod.Post, path));")]
    [InlineData("_ = new System.Net.Http.HttpClient().SendAsync(new(System.Net.Http.HttpMethod.Get, path) { Method = System.Net.Http.HttpMethod.Put });")]
    [InlineData("var r = new System.Net.Http.HttpRequestMessage(System.Net.Http.HttpMethod.Get, path); r.Method = new(path); _ = new System.Net.Http.HttpClient().SendAsync(r);")]
    [InlineData("var r = new System.Net.Http.HttpRequestMessage(System.Net.Http.HttpMethod.Get, path); r = null!; _ = new System.Net.Http.HttpClient().SendAsync(r);")]
    public Task The_worst_reading_stands(string statements) => Body("{|GVN2003:RiskTier.Low|}", statements).RunAsync();

    [Theory]
    [InlineData("_ = File.Open(path, FileMode.Open, FileAccess.Read);")]
    [InlineData("_ = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, FileOptions.SequentialScan);")]
    [InlineData("_ = new System.Net.Http.HttpClient().SendAsync(new(System.Net.Http.HttpMethod.Get, path));")]
    [InlineData("var r = new System.Net.Http.HttpRequestMessage(System.Net.Http.HttpMethod.Head, path); r.Headers.Add(path, path); _ = new System.Net.Http.HttpClient().SendAsync(r);")]
    public Task A_constant_that_says_read_only_is_believed(string statements) => Body("RiskTier.Low", statements).RunAsync();

    /// <summary>Of a constructor as of a method; what a lambda is called with is not known.</summary>
    [Theory]
    [InlineData("RiskTier.Low", "_ = new Sender(HttpMethod.Get, path);")]
    [InlineData("{|GVN2003:RiskTier.Low|}", "_ = new Sender(HttpMethod.Get, path); _ = new Sender(HttpMethod.Post, path);")]
    [InlineData("{|GVN2003:RiskTier.Low|}", "Sender.Later(path);")]
    public Task What_a_helper_is_called_with_is_what_it_sends(string tier, string statements)
    {
        var test = Body(tier, statements);
        test.TestState.Sources.Add("""
            global using System.Net.Http;
            public sealed class Sender
            {
                public Sender(HttpMethod method, string path) => new HttpClient().SendAsync(new(method, path));

                public static void Later(string path)
                {
                    Action<HttpMethod> send = method => new HttpClient().SendAsync(new(method, path));
                    send(HttpMethod.Get);
                }
            }
            """);
        return test.RunAsync();
    }

    [Theory]
    [InlineData("RiskTier.High", "File.Delete(path);")]
    [InlineData("RiskTier.Medium", "File.WriteAllText(path, \"\");")]
    [InlineData("RiskTier.Low", "_ = File.ReadAllText(path);")]
    public Task A_tier_that_covers_is_silent(string tier, string statements) => Body(tier, statements).RunAsync();

    [Fact]
    public Task An_inner_step_is_governed_at_its_own_place() => new RuleTest<StepTierMustCoverActionsAnalyzer>
    {
        TestCode = """
            [GovernedWorkflow("disk")]
            public sealed partial class Disk(IStepGovernor governor)
            {
                [WorkflowStep("outer", RiskTier.Low)]
                public partial Task OuterAsync(string path);

                private Task OuterCoreAsync(string path) => InnerAsync(path);

                [WorkflowStep("inner", RiskTier.High)]
                public partial Task InnerAsync(string path);

                private Task InnerCoreAsync(string path)
                {
                    File.Delete(path);
                    return Task.CompletedTask;
                }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task A_core_body_in_another_file_is_read() => new RuleTest<StepTierMustCoverActionsAnalyzer>
    {
        TestCode = """
            [GovernedWorkflow("disk")]
            public sealed partial class Disk(IStepGovernor governor)
            {
                [WorkflowStep("clean", {|GVN2003:RiskTier.Low|})]
                public partial Task CleanAsync(string path);
            }
            """,
        TestState =
        {
            Sources =
            {
                """
                public sealed partial class Disk
                {
                    private async Task CleanCoreAsync(string path) => File.Delete(path);
                }
                """,
            },
        },
    }.RunAsync();

    [Fact]
    public Task A_contract_is_the_answer_at_a_call() => new RuleTest<StepTierMustCoverActionsAnalyzer>
    {
        TestCode = """
            public interface ILedger { [ConsequentialAction("payment.commit", RiskTier.High)] Task PayAsync(); }

            [GovernedWorkflow("pay")]
            public sealed partial class Desk(IStepGovernor governor, ILedger ledger)
            {
                [WorkflowStep("pay", {|#0:RiskTier.Low|})]
                public partial Task PayAsync();

                private Task PayCoreAsync() => ledger.PayAsync();
            }
            """,
        ExpectedDiagnostics =
        {
            new DiagnosticResult("GVN2003", DiagnosticSeverity.Error).WithLocation(0)
                .WithArguments("pay/pay", "Low", "payment.commit (High)", "PayAsync → ILedger.PayAsync", "High"),
        },
    }.RunAsync();

    [Theory]
    [InlineData("{|GVN2003:RiskTier.Medium|}", "RiskTier.Low, Because = \"we trust it\"", "File.Delete(\"\");")]
    [InlineData("{|GVN2003:RiskTier.Low|}", "RiskTier.Low", "File.WriteAllText(\"\", \"\");")]
    [InlineData("{|GVN2003:RiskTier.Low|}", "RiskTier.Low", "Again(); File.WriteAllText(\"\", \"\");")]
    [InlineData("RiskTier.Low", "RiskTier.Low, Because = \"only a scratch file\"", "File.WriteAllText(\"\", \"\");")]
    [InlineData("RiskTier.Medium", "RiskTier.Medium", "File.WriteAllText(\"\", \"\");")]
    [InlineData("{|GVN2003:RiskTier.Medium|}", "RiskTier.High", "")]
    public Task A_contract_hides_nothing_that_is_known(string tier, string contract, string body) => new RuleTest<StepTierMustCoverActionsAnalyzer>
    {
        TestCode = $$"""
            public static class Scratch
            {
                [ConsequentialAction("vendor.scratch", {{contract}})] public static void Use() { {{body}} }
                [ConsequentialAction("vendor.scratch", {{contract}})] public static void Again() => Use();
            }

            [GovernedWorkflow("disk")]
            public sealed partial class Disk(IStepGovernor governor)
            {
                [WorkflowStep("use", {{tier}})]
                public partial Task UseAsync();

                private async Task UseCoreAsync() => Scratch.Use();
            }
            """,
    }.RunAsync();

    [Fact]
    public Task A_project_list_is_heard() => new RuleTest<StepTierMustCoverActionsAnalyzer>
    {
        TestCode = """
            public static class Printer { public static void Print() { } }

            [GovernedWorkflow("print")]
            public sealed partial class Desk(IStepGovernor governor)
            {
                [WorkflowStep("print", {|GVN2003:RiskTier.Low|})]
                public partial Task PrintAsync();

                private async Task PrintCoreAsync() => Printer.Print();
            }
            """,
        TestState = { AdditionalFiles = { ("/0/shop.actions.txt", "# governance-actions 1\nM:Printer.Print(*); vendor.print; Medium; no; prints\n") } },
    }.RunAsync();

    [Theory]
    [InlineData("File.")]
    [InlineData("File.Delete(")]
    [InlineData("Undefined.Delete(path); File.Delete(undefined);")]
    [InlineData("var x = ; if (")]
    public Task Half_typed_code_does_not_fail(string statements)
    {
        var test = Body("RiskTier.High", statements);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        return test.RunAsync();
    }

    [Fact]
    public Task A_waiver_on_the_step_silences_it() => new RuleTest<StepTierMustCoverActionsAnalyzer>
    {
        TestCode = """
            [GovernedWorkflow("disk", Owner = "ops")]
            public sealed partial class Disk(IStepGovernor governor)
            {
                [WorkflowStep("clean", RiskTier.Low)]
                [GovernanceWaiver("GVN2003", Reason = "a scratch folder only, ticket 4711", ApprovedBy = "risk-office", Until = "2027-01-31")]
                public partial Task CleanAsync(string path);

                private async Task CleanCoreAsync(string path) => File.Delete(path);
            }
            """,
    }.RunAsync();

    private static RuleTest<StepTierMustCoverActionsAnalyzer> Body(string tier, string statements) => new()
    {
        TestCode = $$"""
            [GovernedWorkflow("disk")]
            public sealed partial class Disk(IStepGovernor governor)
            {
                [WorkflowStep("clean", {{tier}})]
                public partial Task CleanAsync(string path);

                private async Task CleanCoreAsync(string path)
                {
                    {{statements}}
                }

                partial void Unimplemented(int n);
            }
            """,
        TestState =
        {
            Sources =
            {
                """
                public static class Debugging
                {
                    [System.Diagnostics.Conditional("NEVER_DEFINED")]
                    public static void Trace(int n) { }
                }

                public class Act : IDisposable
                {
                    public Act() { }
                    [ConsequentialAction("vendor.act", RiskTier.High)] public Act(int n) { }
                    public static Act Scope => null!;
                    [ConsequentialAction("vendor.act", RiskTier.High)] public static int Secret => 0;
                    public static int Wait { get; [ConsequentialAction("vendor.act", RiskTier.High)] set; }
                    public static event Action Happened { [ConsequentialAction("vendor.act", RiskTier.High)] add { } remove { } }
                    [ConsequentialAction("vendor.act", RiskTier.High)] public static int Now() => 0;
                    [ConsequentialAction("vendor.act", RiskTier.High)] public void Dispose() { }
                    [ConsequentialAction("vendor.act", RiskTier.High)] public static Act operator +(Act left, Act right) => left;
                    [ConsequentialAction("vendor.act", RiskTier.High)] public static implicit operator string(Act act) => "";
                }
                """,
            },
        },
    };
}
