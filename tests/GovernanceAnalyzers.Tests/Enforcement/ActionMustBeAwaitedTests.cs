using GovernanceAnalyzers.Rules.Enforcement;
using GovernanceAnalyzers.Tests.Controls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Enforcement;

/// <summary>What becomes of an action's task. <c>ACT</c> is heeded, <c>BAD</c> is dropped; <c>NOW</c> is an action that returns no task.</summary>
public sealed class ActionMustBeAwaitedTests
{
    [Theory]
    [InlineData("await ACT;")]
    [InlineData("await ACT.ConfigureAwait(false);")]
    [InlineData("ACT.Wait();")]
    [InlineData("ACT.GetAwaiter().GetResult();")]
    [InlineData("await (unrelated ? ACT : Task.CompletedTask);")]
    [InlineData("await (ACT ?? Task.CompletedTask);")]
    [InlineData("var t = ACT; await t;")]
    [InlineData("var t = ACT; if (unrelated) { await t; }")]
    [InlineData("var t = ACT; var u = t; await u;")]
    [InlineData("Task t; t = ACT; await t;")]
    [InlineData("var t = ACT; await Task.WhenAll(t, Task.CompletedTask);")]
    [InlineData("await Task.WhenAll(ACT, ACT);")]
    [InlineData("await Task.WhenAll([ACT]);")]
    [InlineData("Task.WaitAll(ACT);")]
    [InlineData("var all = new List<Task>(); all.Add(ACT); await Task.WhenAll(all);")]
    [InlineData("Task[] all = [ACT]; await Task.WhenAll(all);")]
    [InlineData("await Task.WhenAll(path.Select(c => ACT));")]
    [InlineData("await Task.Run(() => ACT);")]
    [InlineData("await Task.Run(async () => await ACT);")]
    [InlineData("await Task.Run(() => NOW);")]
    [InlineData("await Task.Factory.StartNew(() => NOW);")]
    [InlineData("await Task.Factory.StartNew(() => ACT).Unwrap();")]
    [InlineData("await await Task.Factory.StartNew(async () => await ACT);")]
    [InlineData("await ACT.ContinueWith(t => t.Wait());")]
    [InlineData("await Parallel.ForEachAsync(path, async (c, _) => await ACT);")]
    [InlineData("Parallel.ForEach(path, c => NOW);")]
    [InlineData("Func<Task> f = () => ACT; await f();")]
    [InlineData("Func<Task> f = async () => await ACT; await Task.Run(f);")]
    [InlineData("await Inner(); Task Inner() => ACT;")]
    [InlineData("await Inner(); async Task Inner() { await ACT; }")]
    [InlineData("await Inner(3); async Task Inner(int n) { if (n > 0) { await Inner(n - 1); } await ACT; }")]
    [InlineData("NOW;")]
    [InlineData("_ = NOW;")]
    [InlineData("Inner(); void Inner() => NOW;")]
    [InlineData("kept = ACT;")]
    [InlineData("Keep(ACT);")]
    [InlineData("new List<char>(path).ForEach(c => NOW);")]
    [InlineData("_ = Task.Delay(1); await ACT;")]
    [InlineData("_ = File.ReadAllTextAsync(path); desk.Peek();")]
    [InlineData("ACT.RunSynchronously();")]
    [InlineData("ACT.GetAwaiter().OnCompleted(() => { });")]
    [InlineData("ACT.GetAwaiter().UnsafeOnCompleted(() => { });")]
    [InlineData("await ACT.WaitAsync(ct);")]
    [InlineData("await new ValueTask(ACT).AsTask();")]
    [InlineData("await Task.WhenAny(ACT, Task.CompletedTask);")]
    [InlineData("await foreach (var t in Task.WhenEach(ACT)) { await t; }")]
    [InlineData("Task? t = null; t ??= ACT; await t;")]
    [InlineData("await (path switch { \"\" => ACT, _ => Task.CompletedTask });")]
    [InlineData("Task[] all = new[] { ACT }; await Task.WhenAll(all);")]
    [InlineData("await (desk?.ActAsync() ?? Task.CompletedTask);")]
    [InlineData("await Task.Factory.StartNew(async () => await ACT).Unwrap().ConfigureAwait(false);")]
    [InlineData("var t = Task.Factory.StartNew(() => ACT); await t.Unwrap();")]
    [InlineData("Func<Task> f; f = () => ACT; await f();")]
    [InlineData("await ((Func<Task>)(() => ACT))();")]
    [InlineData("new Thread(() => { }).Start(); await ACT;")]
    [InlineData("var t = ACT; desk.Note(); if (t.Id > 3) { desk.Note(); } await t;")]
    [InlineData("if (ACT is { IsCompleted: false } t) { await t; }")]
    [InlineData("if (ACT is var t) { await t; }")]
    [InlineData("if (Task.Run(() => NOW) is { Result: 3 }) { desk.Note(); }")]
    [InlineData("var all = path.Select(c => ACT); await Task.WhenAll(all);")]
    [InlineData("foreach (var t in path.Select(c => ACT)) { await t; }")]
    [InlineData("var all = path.Select(c => ACT).ToList(); await Task.WhenAll(all);")]
    [InlineData("Keep(path.Select(c => ACT)); static void Keep(IEnumerable<Task> all) { }")]
    public Task A_task_that_somebody_heeds_is_silent(string statements) => Test(statements).RunAsync();

    [Theory]
    [InlineData("BAD;")]
    [InlineData("_ = BAD;")]
    [InlineData("BAD.ConfigureAwait(false);")]
    [InlineData("_ = BAD.ConfigureAwait(false);")]
    [InlineData("BAD.ContinueWith(t => { });")]
    [InlineData("_ = unrelated ? BAD : Task.CompletedTask;")]
    [InlineData("desk?.{|GVN2008:ActAsync|}();")]
    [InlineData("var t = BAD;")]
    [InlineData("var t = BAD; if (t.IsCompleted) { return; }")]
    [InlineData("_ = BAD.Id;")]
    [InlineData("if (BAD.IsCompleted) { return; }")]
    [InlineData("_ = BAD.GetAwaiter().IsCompleted;")]
    [InlineData("_ = BAD.ToString();")]
    [InlineData("if (BAD == null) { return; }")]
    [InlineData("if (BAD is null) { return; }")]
    [InlineData("_ = BAD is { IsCompleted: true };")]
    [InlineData("_ = Task.WhenAll(path.Select(c => BAD));")]
    [InlineData("var all = path.Select(async c => await BAD); Task.WhenAll(all);")]
    [InlineData("_ = Task.Run(() => BADNOW).Status;")]
    [InlineData("var t = BAD; var u = t;")]
    [InlineData("var t = BAD; _ = t;")]
    [InlineData("Task t; t = BAD;")]
    [InlineData("Task.WhenAll(BAD, Task.CompletedTask);")]
    [InlineData("var all = Task.WhenAll(BAD);")]
    [InlineData("_ = Task.Run(() => BAD);")]
    [InlineData("Task.Run(async () => await BAD);")]
    [InlineData("_ = Task.Run(() => BADNOW);")]
    [InlineData("Task.Factory.StartNew(() => BADNOW);")]
    [InlineData("await Task.Factory.StartNew(() => BAD);")]
    [InlineData("await Task.Factory.StartNew(async () => { await BAD; });")]
    [InlineData("_ = Task.Delay(1).ContinueWith(_ => BADNOW);")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => BADNOW);")]
    [InlineData("new Thread(() => BADNOW).Start();")]
    [InlineData("new Timer(_ => BADNOW, null, 0, 0);")]
    [InlineData("new List<char>(path).ForEach(async c => await BAD);")]
    [InlineData("new List<char>(path).ForEach(c => BAD);")]
    [InlineData("Action f = async () => await BAD; f();")]
    [InlineData("Func<Task> f = () => BAD; f();")]
    [InlineData("Func<Task> f = async () => await BAD; _ = Task.Run(f);")]
    [InlineData("Inner(); Task Inner() => BAD;")]
    [InlineData("_ = Inner(); async Task Inner() { await BAD; }")]
    [InlineData("Inner(); async void Inner() => await BAD;")]
    [InlineData("_ = Task.Run(Inner); void Inner() => BADNOW;")]
    [InlineData("BAD.Forget();")]
    [InlineData("_ = Task.Run(() => { try { BADNOW; } catch (Exception) { throw; } });")]
    [InlineData("ThreadPool.UnsafeQueueUserWorkItem(_ => BADNOW, null);")]
    [InlineData("_ = BAD.WaitAsync(ct);")]
    [InlineData("_ = Task.WhenAny(BAD, Task.CompletedTask);")]
    [InlineData("_ = Task.WhenEach(BAD);")]
    [InlineData("var t = BAD; Console.WriteLine(nameof(t));")]
    [InlineData("var t = BAD; if (t is null) { return; }")]
    [InlineData("var t = BAD; if (t == Task.CompletedTask) { return; }")]
    [InlineData("BAD.GetAwaiter();")]
    [InlineData("_ = path switch { \"\" => BAD, _ => Task.CompletedTask };")]
    [InlineData("_ = BAD ?? Task.CompletedTask;")]
    [InlineData("_ = Task.Factory.StartNew(() => BAD).Unwrap();")]
    [InlineData("Func<Task> f; f = () => BAD; _ = f();")]
    [InlineData("_ = ((Func<Task>)(() => BAD))();")]
    [InlineData("BAD.NoWait();")]
    [InlineData("var t = BAD; var u = t; t = u;")]
    [InlineData("BAD.NoAwait();")]
    [InlineData("BAD.Detach();")]
    [InlineData("BAD.Ignore();")]
    [InlineData("_ = Soon.{|GVN2008:ActAsync|}().AsTask();")]
    [InlineData("_ = Soon.{|GVN2008:ActAsync|}().Preserve();")]
    public Task A_task_that_nobody_heeds_is_reported(string statements) => Test(statements).RunAsync();

    [Theory]
    [InlineData("_ = desk.{|#0:ActAsync|}();", "nothing waits for its task")]
    [InlineData("_ = Task.Run(() => desk.{|#0:ActNow|}());", "Task.Run runs it, and nothing waits for that task")]
    [InlineData("Inner(); async void Inner() => await desk.{|#0:ActAsync|}();", "'Inner' is async void, so no caller can wait for it")]
    [InlineData("await Task.Factory.StartNew(() => desk.{|#0:ActAsync|}());", "StartNew has ended when the work begins: Unwrap its task, or use Task.Run")]
    [InlineData("new Thread(() => desk.{|#0:ActNow|}()).Start();", "a thread runs it, for which nothing waits")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => desk.{|#0:ActNow|}());", "the thread pool runs it, for which nothing waits")]
    [InlineData("new List<char>(path).ForEach(async c => await desk.{|#0:ActAsync|}());", "it stands in an async lambda whose delegate returns nothing to wait for")]
    public Task The_message_says_how(string statements, string how)
    {
        var test = Test(statements);
        var act = statements.Contains("ActNow", StringComparison.Ordinal) ? "ActNow" : "ActAsync";
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2008", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
            $"Step 'disk/clean' performs vendor.act (High) by CleanAsync → IDesk.{act}, and {how}: it is over before the action is, and a failure is nobody's; await it"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_step_that_an_entry_point_lets_go_of_is_named() => new RuleTest<ActionMustBeAwaitedAnalyzer>
    {
        TestCode = """
            [GovernedWorkflow("disk")]
            public sealed class Disk(IDesk desk)
            {
                [WorkflowStep("clean", RiskTier.High)]
                public async Task CleanAsync() => await desk.ActAsync();

                [AutomationEntryPoint] public void Tool() => _ = {|#0:CleanAsync|}();
            }
            """,
        TestState = { Sources = { StepBody.Desk } },
        ExpectedDiagnostics =
        {
            new DiagnosticResult("GVN2008", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
                "Entry point 'Tool' calls step 'disk/clean' by Tool → CleanAsync, and nothing waits for its task: it is over before the action is, and a failure is nobody's; await it"),
        },
    }.RunAsync();

    [Fact]
    public Task A_step_that_is_async_void_is_over_at_once() => new RuleTest<ActionMustBeAwaitedAnalyzer>
    {
        TestCode = """
            [GovernedWorkflow("disk")]
            public sealed class Disk(IDesk desk)
            {
                [WorkflowStep("clean", RiskTier.High)]
                public async void Clean() => await desk.[|ActAsync|]();
            }
            """,
        TestState = { Sources = { StepBody.Desk } },
    }.RunAsync();

    [Fact]
    public Task The_core_body_and_the_rollback_handler_are_looked_at() => new RuleTest<ActionMustBeAwaitedAnalyzer>
    {
        TestCode = """
            [GovernedWorkflow("disk")]
            public sealed partial class Disk(IDesk desk, IStepGovernor governor)
            {
                [WorkflowStep("clean", RiskTier.High, Rollback = nameof(UndoAsync))]
                public partial Task CleanAsync();
                private Task CleanCoreAsync() { _ = desk.[|ActAsync|](); return Task.CompletedTask; }
                private async Task UndoAsync() { desk.[|ActAsync|](); await Task.Yield(); }
            }
            """,
        TestState = { Sources = { StepBody.Desk } },
    }.RunAsync();

    [Theory]
    [InlineData("_ = [|RemoveAsync|]();", "async Task RemoveAsync() => await desk.ActAsync();")]
    [InlineData("await [|RemoveAsync|]();", "Task RemoveAsync() { _ = desk.ActAsync(); return Task.CompletedTask; }")]
    [InlineData("[|Remove|]();", "async void Remove() => await desk.ActAsync();")]
    [InlineData("await [|OuterAsync|]();", "async Task OuterAsync() { await Task.Yield(); RemoveAsync(); } Task RemoveAsync() => desk.ActAsync();")]
    [InlineData("await RemoveAsync();", "async Task RemoveAsync() => await desk.ActAsync();")]
    [InlineData("await RemoveAsync();", "Task RemoveAsync() => desk.ActAsync();")]
    [InlineData("Remove();", "void Remove() => desk.ActNow();")]
    [InlineData("await RemoveAsync(); _ = [|RemoveAsync|]();", "Task RemoveAsync() => desk.ActAsync();")] // Not only the nearest call counts.
    [InlineData("await RemoveAsync(); await [|LaterAsync|]();", "async Task LaterAsync() { await Task.Yield(); _ = RemoveAsync(); } Task RemoveAsync() => desk.ActAsync();")]
    [InlineData("await RemoveAsync(); await LaterAsync();", "async Task LaterAsync() { await Task.Yield(); await RemoveAsync(); } Task RemoveAsync() => desk.ActAsync();")]
    [InlineData("await [|RemoveAsync|](); await RemoveAsync();", "Task RemoveAsync() { _ = desk.ActAsync(); return Task.CompletedTask; }")] // One task, one finding.
    [InlineData("await RemoveAsync(); _ = NoteAsync();", "Task RemoveAsync() => desk.ActAsync(); Task NoteAsync() { desk.Peek(); return Task.CompletedTask; }")]
    public Task Each_call_on_the_way_is_looked_at(string statements, string helper) => new RuleTest<ActionMustBeAwaitedAnalyzer>
    {
        TestCode = StepBody.With(statements).Replace("private bool unrelated;", "private " + helper.Replace("} Task", "} private Task"), StringComparison.Ordinal),
        TestState = { Sources = { StepBody.Desk } },
    }.RunAsync();

    [Fact]
    public Task The_message_has_the_way_by_the_call_that_drops_the_task()
    {
        var test = new RuleTest<ActionMustBeAwaitedAnalyzer>
        {
            TestCode = StepBody.With("await RemoveAsync(); await {|#0:LaterAsync|}();").Replace(
                "private bool unrelated;",
                "private async Task LaterAsync() { await Task.Yield(); _ = {|#1:RemoveAsync|}(); } private Task RemoveAsync() => desk.ActAsync();",
                StringComparison.Ordinal),
            TestState = { Sources = { StepBody.Desk } },
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2008", DiagnosticSeverity.Error).WithLocation(0).WithLocation(1).WithMessage(
            "Step 'disk/clean' performs vendor.act (High) by CleanAsync → LaterAsync → RemoveAsync → IDesk.ActAsync, and nothing waits for its task: it is over before the action is, and a failure is nobody's; await it"));
        return test.RunAsync();
    }

    /// <summary>Who answers is a guess, and what is dropped is dropped whoever does: a warning that says <c>may</c>.</summary>
    [Theory]
    [InlineData("_ = store.{|#0:RemoveAsync|}(path);", "await File.WriteAllTextAsync(path, \"\");", true)]
    [InlineData("await store.{|#0:RemoveAsync|}(path);", "_ = File.WriteAllTextAsync(path, \"\"); await Task.Yield();", true)]
    [InlineData("await store.RemoveAsync(path);", "await File.WriteAllTextAsync(path, \"\");", false)]
    [InlineData("_ = store.RemoveAsync(path);", "await Task.Yield();", false)]
    public Task Where_who_answers_is_a_guess_it_is_a_warning(string statements, string body, bool isReported)
    {
        var test = new RuleTest<ActionMustBeAwaitedAnalyzer>
        {
            TestCode = $$"""
                public interface IStore { Task RemoveAsync(string path); }
                public sealed class DiskStore : IStore { public async Task RemoveAsync(string path) { {{body}} } }
                public sealed class NoStore : IStore { public Task RemoveAsync(string path) => Task.CompletedTask; }

                [GovernedWorkflow("disk")]
                public sealed class Disk(IStore store)
                {
                    [WorkflowStep("clean", RiskTier.Medium)]
                    public async Task CleanAsync(string path) { {{statements}} await Task.Yield(); }
                }
                """,
        };
        if (isReported)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2008", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
                "Step 'disk/clean' may perform files.write (Medium) by CleanAsync → DiskStore.RemoveAsync → File.WriteAllTextAsync, and nothing waits for its task: it is over before the action is, and a failure is nobody's; await it"));
        }

        return test.RunAsync();
    }

    [Theory]
    [InlineData("async Task M(Disk disk) => await disk.CleanAsync();")]
    [InlineData("Task M(Disk disk) => disk.CleanAsync();")]
    [InlineData("void M(Disk disk) { _ = disk.[|CleanAsync|](); }")]
    [InlineData("string M(Disk disk) { disk.[|CleanAsync|](); return \"done\"; }")]
    [InlineData("void M(Disk disk) { _ = disk.CleanAsync(); }", false)]
    [InlineData("void M(IDesk desk) { _ = desk.ActAsync(); }")] // GVN2006: it belongs in a step.
    [InlineData("void M(IDesk desk) { _ = desk.[|PromptAsync|](); }")]
    public Task An_entry_point_waits_for_the_step_that_it_calls(string method, bool isEntryPoint = true) => new RuleTest<ActionMustBeAwaitedAnalyzer>
    {
        TestCode = $$"""
            [GovernedWorkflow("disk")]
            public sealed partial class Disk(IDesk desk, IStepGovernor governor)
            {
                [WorkflowStep("clean", RiskTier.High)]
                public partial Task CleanAsync();
                private Task CleanCoreAsync() => desk.ActAsync();
            }

            public class Tools { {{(isEntryPoint ? "[AutomationEntryPoint] public " : "public ")}}{{method}} }
            """,
        TestState = { Sources = { StepBody.Desk } },
    }.RunAsync();

    [Theory]
    [InlineData("_ = desk.[|ActAsync|]()")]
    [InlineData("var t = desk.ActAsync(); t.")]
    [InlineData("desk.ActAsync().Missing();")]
    [InlineData("await desk.ActAsync(")]
    public Task Half_typed_code_breaks_nothing(string statements)
    {
        var test = Test(statements);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        return test.RunAsync();
    }

    [Theory]
    [InlineData("2027-01-31", "desk.ActAsync()")]
    [InlineData("2026-01-31", "desk.[|ActAsync|]()")]
    public Task A_waiver_holds_until_its_day(string until, string act)
    {
        var test = Test($"_ = {act};", $"[GovernanceWaiver(\"GVN2008\", Reason = \"pilot\", ApprovedBy = \"risk-office\", Until = \"{until}\")]");
        test.BuildProperties["GovernanceDate"] = "2026-11-25";
        return test.RunAsync();
    }

    internal const string Forgetting = """
        public static class Tasks
        {
            public static void Forget(this Task task) { }
            public static void NoWait(this Task task) { }
            public static void NoAwait(this Task task) { }
            public static void Detach(this Task task) { }
            public static void Ignore(this Task task) { }
        }

        public static class Soon { [ConsequentialAction("vendor.act", RiskTier.High)] public static ValueTask ActAsync() => default; }
        """;

    private static RuleTest<ActionMustBeAwaitedAnalyzer> Test(string statements, string waiver = "") => new()
    {
        TestCode = StepBody.Waived(StepBody.With(Named(statements)).Replace("private bool unrelated;", "private bool unrelated; private Task? kept; private static void Keep(Task task) { }", StringComparison.Ordinal), waiver),
        TestState = { Sources = { StepBody.Desk, Forgetting } },
    };

    private static string Named(string statements) => statements.Replace("BADNOW", "desk.[|ActNow|]()").Replace("BAD", "desk.[|ActAsync|]()")
        .Replace("ACT", "desk.ActAsync()").Replace("NOW", "desk.ActNow()");
}
