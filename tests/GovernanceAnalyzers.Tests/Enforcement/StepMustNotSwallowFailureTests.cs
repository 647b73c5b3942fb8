using GovernanceAnalyzers.Rules.Enforcement;
using GovernanceAnalyzers.Tests.Controls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Enforcement;

/// <summary>What becomes of a failure of the action.</summary>
public sealed class StepMustNotSwallowFailureTests
{
    [Theory]
    [InlineData("await ACT;")]
    [InlineData("try { await ACT; } catch (Exception) { throw; }")]
    [InlineData("try { await ACT; } catch { desk.Note(); throw; }")]
    [InlineData("try { await ACT; } catch (Exception e) { throw new InvalidOperationException(\"no\", e); }")]
    [InlineData("try { await ACT; } catch (Exception e) { if (e is FormatException) { throw; } }")]
    [InlineData("try { await ACT; } catch (FormatException) { }")]
    [InlineData("try { await ACT; } catch (Exception) when (unrelated) { }")]
    [InlineData("try { await ACT; } catch (Exception e) when (e is FormatException) { }")]
    [InlineData("try { desk.Note(); } catch (Exception) { } await ACT;")]
    [InlineData("try { desk.Note(); } catch (Exception) { await ACT; }")]
    [InlineData("try { desk.Note(); } catch { } finally { await ACT; }")]
    [InlineData("try { desk.Peek(); } catch (Exception) { }")]
    [InlineData("try { await ACT; } catch (Exception) { await governor.RollbackAsync(\"r\", \"failed\", ct); }")]
    [InlineData("try { await ACT; } catch (Exception) { await channel.DeliverAsync(null!, ct); }")]
    [InlineData("try { await ACT; } catch (Exception) { await mail.DeliverAsync(null!, ct); }")]
    [InlineData("try { await ACT; } catch (Exception) { Environment.Exit(1); }")]
    [InlineData("try { await ACT; } catch (Exception) { Environment.FailFast(\"\"); }")]
    [InlineData("try { await ACT; } catch (Exception e) { System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e); }")]
    [InlineData("try { await ACT; } catch (Exception e) when (e.Message != \"\") { }")]
    [InlineData("try { await ACT; } catch (Exception e) when (e is FormatException || unrelated) { }")]
    [InlineData("try { await ACT; } catch (Exception e) when (e is { Message: \"\" }) { }")]
    [InlineData("try { await ACT; } catch (Exception e) when (e is not FormatException) { }")]
    [InlineData("try { await ACT; } catch (Exception e) when (!(e is FormatException)) { }")]
    [InlineData("try { try { await ACT; } catch (Exception) { throw; } } catch (FormatException) { }")]
    [InlineData("var done = new TaskCompletionSource(); try { await ACT; } catch (Exception e) { done.TrySetException(e); } await done.Task;")]
    [InlineData("Task failed = Task.CompletedTask; try { await ACT; } catch (Exception e) { failed = Task.FromException(e); } await failed;")]
    [InlineData("try { await ACT; } catch (Exception) { await UndoAsync(path); }")]
    [InlineData("var done = new TaskCompletionSource(); try { await ACT; } catch (Exception e) { done.SetException(e); } await done.Task;")]
    [InlineData("try { await ACT; } catch (Exception) { Stop(); }")]
    public Task A_failure_that_somebody_hears_of_is_silent(string statements) => Test(statements).RunAsync();

    [Theory]
    [InlineData("try { await ACT; } [|catch|] { }")]
    [InlineData("try { await ACT; } [|catch (Exception)|] { }")]
    [InlineData("try { await ACT; } [|catch (Exception e)|] { Console.WriteLine(e); }")]
    [InlineData("try { await ACT; } [|catch (Exception)|] { return; }")]
    [InlineData("try { await ACT; } catch (FormatException) { throw; } [|catch (Exception)|] { }")]
    [InlineData("try { await ACT; } [|catch (Exception) when (true)|] { }")]
    [InlineData("try { await ACT; } [|catch (Exception e) when (e is not null)|] { }")]
    [InlineData("try { await ACT; } [|catch (Exception e) when (e is Exception)|] { }")]
    [InlineData("try { await ACT; } [|catch (Exception e) when (e is not TaskCanceledException)|] { }")]
    [InlineData("try { await ACT; } [|catch (Exception e) when (!(e is OperationCanceledException))|] { }")]
    [InlineData("try { await ACT; } [|catch (Exception e) when ((e is not OperationCanceledException))|] { }")]
    [InlineData("try { await ACT; } [|catch (Exception e) when (unrelated || e is Exception)|] { }")]
    [InlineData("try { await ACT; } [|catch (Exception e) when (e != null | unrelated)|] { }")]
    [InlineData("try { await ACT; } [|catch (Exception e) when (e is { })|] { }")]
    [InlineData("try { await ACT; } [|catch (Exception e) when (e is Exception { } other)|] { }")]
    [InlineData("try { await ACT; } [|catch (Exception e) when (e is Exception other)|] { }")]
    [InlineData("try { await ACT; } [|catch (Exception e) when (e is var other)|] { }")]
    [InlineData("try { await ACT; } [|catch (Exception e) when (e is object)|] { }")]
    [InlineData("try { await ACT; } [|catch (Exception)|] { Environment.ExitCode = 1; Environment.GetEnvironmentVariable(\"\"); }")]
    [InlineData("try { desk.Note(); Inner(); } [|catch (Exception)|] { } try { Inner(); } catch (Exception) { throw; } void Inner() => desk.ActNow();")]
    [InlineData("try { Inner(); } catch (Exception) { throw; } try { Inner(); } [|catch (Exception)|] { } void Inner() => desk.ActNow();")]
    [InlineData("try { await ACT; } [|catch (Exception e) when (e is not OperationCanceledException)|] { }")]
    [InlineData("try { await ACT; } [|catch (SystemException)|] { }")]
    [InlineData("try { await ACT; await ACT; } [|catch (Exception)|] { }")]
    [InlineData("try { try { await ACT; } finally { desk.Note(); } } [|catch (Exception)|] { }")]
    [InlineData("foreach (var c in path) { try { await ACT; } [|catch (Exception)|] { continue; } }")]
    [InlineData("try { await Task.Run(() => desk.ActNow()); } [|catch (Exception)|] { }")]
    [InlineData("try { Inner(); } [|catch (Exception)|] { } void Inner() => desk.ActNow();")]
    [InlineData("await Task.Run(() => { try { desk.ActNow(); } [|catch|] { } });")]
    public Task A_failure_that_nobody_hears_of_is_reported(string statements) => Test(statements).RunAsync();

    [Theory]
    [InlineData("Deliver")]
    [InlineData("Rollback")]
    public Task What_is_only_called_like_an_escalation_or_a_rollback_is_none(string verb)
    {
        var test = Test($"try {{ await ACT; }} [|catch (Exception)|] {{ await Parcel.{verb}Async(); }}");
        test.TestState.Sources.Add($"public static class Parcel {{ public static Task {verb}Async() => Task.CompletedTask; }}");
        return test.RunAsync();
    }

    [Fact]
    public Task What_the_step_calls_is_looked_at() => new RuleTest<StepMustNotSwallowFailureAnalyzer>
    {
        TestCode = Code("await [|RemoveAsync|]();").Replace("private bool unrelated;",
            "private bool unrelated; private async Task RemoveAsync() { try { await desk.ActAsync(); } catch (Exception) { } }", StringComparison.Ordinal),
        TestState = { Sources = { StepBody.Desk } },
    }.RunAsync();

    [Fact]
    public Task The_message_says_which_action()
    {
        var test = Test("try { await ACT; } {|#0:catch (Exception)|} { }");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2010", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            "Step 'disk/clean' performs vendor.act (High) by CleanAsync → IDesk.ActAsync and swallows whatever failure there is: nobody is told, and nothing is undone; rethrow"));
        return test.RunAsync();
    }

    [Fact]
    public Task The_core_body_and_the_rollback_handler_are_looked_at_and_tools_are_not() => new RuleTest<StepMustNotSwallowFailureAnalyzer>
    {
        TestCode = """
            [GovernedWorkflow("disk")]
            public sealed partial class Disk(IDesk desk, IStepGovernor governor)
            {
                [WorkflowStep("clean", RiskTier.High, Rollback = nameof(UndoAsync))]
                public partial Task<bool> CleanAsync();
                private async Task<bool> CleanCoreAsync() { try { await desk.ActAsync(); return true; } [|catch (Exception)|] { return false; } }
                private async Task UndoAsync() { try { await desk.ActAsync(); } [|catch (Exception)|] { } }
                [AutomationEntryPoint] public async Task<string> Tool() { try { await CleanAsync(); return "done"; } catch (Exception) { return "failed"; } }
            }
            """,
        TestState = { Sources = { StepBody.Desk } },
    }.RunAsync();

    [Theory]
    [InlineData("try { await ACT; } [|catch (Exception)|] {")]
    [InlineData("try { await ACT; } catch (Missing) { }")]
    [InlineData("try { await ACT; } catch (")]
    [InlineData("try { await ACT; }")]
    public Task Half_typed_code_breaks_nothing(string statements)
    {
        var test = Test(statements);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        return test.RunAsync();
    }

    [Theory]
    [InlineData("2027-01-31", "catch (Exception)")]
    [InlineData("2026-01-31", "[|catch (Exception)|]")]
    public Task A_waiver_holds_until_its_day(string until, string clause)
    {
        var test = Test($"try {{ await ACT; }} {clause} {{ }}", $"[GovernanceWaiver(\"GVN2010\", Reason = \"pilot\", ApprovedBy = \"risk-office\", Until = \"{until}\")]");
        test.BuildProperties["GovernanceDate"] = "2026-11-25";
        return test.RunAsync();
    }

    private static RuleTest<StepMustNotSwallowFailureAnalyzer> Test(string statements, string waiver = "") => new()
    {
        TestCode = StepBody.Waived(Code(statements.Replace("ACT", "desk.ActAsync()")), waiver),
        TestState = { Sources = { StepBody.Desk } },
    };

    internal static string Code(string statements) => StepBody.With(statements)
        .Replace("RiskTier.High)", "RiskTier.High, Rollback = nameof(UndoAsync))", StringComparison.Ordinal)
        .Replace("private bool unrelated;", """
            private bool unrelated; private readonly IEscalationChannel channel = null!; private readonly Mail mail = null!;
                private abstract class Mail : IEscalationChannel { public abstract ValueTask DeliverAsync(Escalation escalation, CancellationToken cancellationToken); }
                private Task UndoAsync(string path) { unrelated = !unrelated; return Task.CompletedTask; }
                [System.Diagnostics.CodeAnalysis.DoesNotReturn] private static void Stop() => throw new InvalidOperationException();
            """, StringComparison.Ordinal);
}
