using GovernanceAnalyzers.Rules.Enforcement;
using GovernanceAnalyzers.Tests.Controls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Enforcement;

/// <summary>What becomes of a failure of the log. <c>LOG</c> lets it through, <c>BAD</c> does not.</summary>
public sealed class LogFailureMustNotBeSwallowedTests
{
    [Theory]
    [InlineData("await LOG;")]
    [InlineData("try { await LOG; } catch (Exception) { throw; }")]
    [InlineData("try { await LOG; } catch (Exception e) { throw new InvalidOperationException(\"log\", e); }")]
    [InlineData("try { await LOG; } finally { desk.Note(); }")]
    [InlineData("try { desk.Note(); } catch (Exception) { await LOG; }")]
    [InlineData("try { desk.Note(); } catch (Exception) { } await LOG;")]
    [InlineData("try { await LOG; } catch (FormatException) { }")]
    [InlineData("try { await LOG; } catch (OperationCanceledException) { }")]
    [InlineData("try { await LOG; } catch (Exception e) when (e is FormatException or ArgumentException) { }")]
    [InlineData("try { await LOG; } catch (Exception e) when (e is FormatException && unrelated) { }")]
    [InlineData("try { await LOG; } catch (Exception) when (false) { }")]
    [InlineData("try { await LOG; } catch (IOException) { await LOG; }")]
    [InlineData("try { await LOG; } catch (IOException) { using var entry = desk.Open(); }")]
    [InlineData("for (var i = 0; ; i++) { try { await LOG; break; } catch (IOException) when (i < 3) { } }")]
    [InlineData("for (var i = 0; i < 3; i++) { try { await LOG; break; } catch (IOException) { if (i == 2) { throw; } } }")]
    [InlineData("try { try { await LOG; } catch (Exception) { throw; } } catch (FormatException) { }")]
    [InlineData("try { await LOG; } catch (Exception e) { System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e); }")]
    [InlineData("try { await LOG; } catch (Exception e) { Environment.FailFast(\"log\", e); }")]
    [InlineData("var t = LOG; desk.Note(); await t;")]
    [InlineData("await LOG.AsTask().ContinueWith(t => t.GetAwaiter().GetResult());")]
    [InlineData("await LOG.AsTask().ContinueWith(t => desk.Note(), TaskContinuationOptions.OnlyOnRanToCompletion);")]
    [InlineData("await LOG.AsTask().ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext);")]
    [InlineData("desk.Begin(); using var entry = desk.Open();")]
    [InlineData("try { await LOG; } catch (Exception e) when (e is FormatException || e is ArgumentException) { }")]
    [InlineData("try { await LOG; } catch (Exception e) when ((e is FormatException)) { }")]
    [InlineData("try { await LOG; } catch (Exception e) when (unrelated && e is FormatException) { }")]
    [InlineData("try { await LOG; } catch (Exception e) when (e is FormatException { Message.Length: > 3 }) { }")]
    [InlineData("try { await LOG; } catch (Exception e) when (e is FormatException and not null) { }")]
    [InlineData("await LOG.AsTask().ContinueWith(t => { if (t.IsFaulted) throw new IOException(); });")]
    [InlineData("await LOG.AsTask().ContinueWith(t => { if (t.Exception is { } e) throw e; });")]
    [InlineData("await LOG.AsTask().ContinueWith(t => { if (t.Status == TaskStatus.Faulted) throw new IOException(); });")]
    [InlineData("await LOG.AsTask().ContinueWith(t => { if (!t.IsCompletedSuccessfully) throw new IOException(); });")]
    [InlineData("await LOG.AsTask().ContinueWith(t => t.Result);")]
    [InlineData("await LOG.AsTask().ContinueWith(t => t.Wait());")]
    [InlineData("await LOG.AsTask().ContinueWith(async t => await t).Unwrap();")]
    [InlineData("await LOG.AsTask().ContinueWith(t => desk.Note(), TaskContinuationOptions.NotOnFaulted);")]
    public Task A_failure_that_gets_through_is_silent(string statements) => Test(statements).RunAsync();

    [Theory]
    [InlineData("try { await BAD; } catch { }")]
    [InlineData("try { await BAD; } catch (Exception) { }")]
    [InlineData("try { await BAD; } catch (IOException) { }")]
    [InlineData("try { await BAD; } catch (JournalFault) { }")]
    [InlineData("try { await BAD; } catch (Exception) when (true) { }")]
    [InlineData("try { await BAD; } catch (Exception e) when (e is not FormatException) { }")]
    [InlineData("try { await BAD; } catch (Exception e) when (e is FormatException or IOException) { }")]
    [InlineData("try { await BAD; } catch (Exception) { return; }")]
    [InlineData("try { await BAD; } catch (Exception e) { if (e is IOException) { throw; } }")]
    [InlineData("try { await BAD; } catch (FormatException) { throw; } catch (Exception) { desk.Note(); }")]
    [InlineData("try { try { await BAD; } catch (FormatException) { throw; } } catch (Exception) { }")]
    [InlineData("try { try { await BAD; } finally { desk.Note(); } } catch (Exception) { }")]
    [InlineData("foreach (var c in path) { try { await BAD; } catch (Exception) { continue; } }")]
    [InlineData("try { await Task.Run(async () => await BAD); } catch (Exception) { }")]
    [InlineData("try { await Inner(); } catch (Exception) { } async Task Inner() => await BAD;")]
    [InlineData("try { desk.{|GVN2009:Begin|}(); } catch (Exception) { }")]
    [InlineData("try { using var entry = desk.{|GVN2009:Open|}(); } catch (Exception) { }")]
    [InlineData("try { {|GVN2009:new Written|}().Dispose(); } catch (Exception) { }")]
    [InlineData("BAD;")]
    [InlineData("_ = BAD;")]
    [InlineData("_ = BAD.AsTask();")]
    [InlineData("var t = BAD;")]
    [InlineData("_ = Task.Run(async () => await BAD);")]
    [InlineData("await BAD.AsTask().ContinueWith(t => { });")]
    [InlineData("await BAD.AsTask().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);")]
    [InlineData("try { await BAD; } catch (Exception) { _ = BAD; }")]
    [InlineData("try { await BAD; } catch (Exception e) when (e is FormatException || e is IOException) { }")]
    [InlineData("try { await BAD; } catch (Exception e) when (unrelated && e is IOException) { }")]
    [InlineData("try { await BAD; } catch (Exception e) when (unrelated) { }")]
    [InlineData("try { await BAD; } catch (AggregateException) { }")]
    [InlineData("try { await BAD; } catch (UnauthorizedAccessException) { }")]
    [InlineData("try { await BAD; } catch (InvalidOperationException) { }")]
    [InlineData("try { await BAD; } catch (ObjectDisposedException) { }")]
    [InlineData("try { await BAD; } catch (System.Data.DataException) { }")]
    [InlineData("try { await BAD; } catch (System.Net.Http.HttpRequestException) { }")]
    [InlineData("await BAD.AsTask().ContinueWith(t => desk.Note(), TaskContinuationOptions.OnlyOnFaulted);")]
    [InlineData("await BAD.AsTask().ContinueWith(t => Console.WriteLine(t.Id));")]
    public Task A_failure_that_ends_there_is_reported(string statements) => Test(statements).RunAsync();

    [Theory]
    [InlineData("try { await log.{|#0:AppendAsync|}(a, ct); } catch (Exception) { }", "a catch of Exception swallows its failure")]
    [InlineData("_ = log.{|#0:AppendAsync|}(a, ct);", "nothing waits for its task")]
    [InlineData("await log.{|#0:AppendAsync|}(a, ct).AsTask().ContinueWith(t => { });", "ContinueWith goes on whatever became of it")]
    public Task The_message_says_how(string statements, string how)
    {
        var test = Test(statements);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2009", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
            $"Step 'disk/clean' writes to the action log by CleanAsync → IActionLog.AppendAsync, and {how}: what it does next is off the record; let the failure through"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("await [|NoteAsync|]();", "async Task NoteAsync() { try { await log.AppendAsync(a, default); } catch (Exception) { } }")]
    [InlineData("await [|NoteAsync|]();", "async Task NoteAsync() => await Task.Run(() => { _ = log.AppendAsync(a, default); });")]
    [InlineData("await NoteAsync();", "async Task NoteAsync() => await log.AppendAsync(a, default);")]
    [InlineData("_ = [|NoteAsync|]();", "async Task NoteAsync() => await log.AppendAsync(a, default);")] // The helper lets it through, and the step does not.
    [InlineData("try { await [|NoteAsync|](); } catch (Exception) { }", "async Task NoteAsync() => await log.AppendAsync(a, default);")]
    [InlineData("await [|OuterAsync|]();", "async Task OuterAsync() { try { await NoteAsync(); } catch (Exception) { } } private async Task NoteAsync() => await log.AppendAsync(a, default);")]
    [InlineData("await NoteAsync(); _ = [|NoteAsync|]();", "async Task NoteAsync() => await log.AppendAsync(a, default);")]
    [InlineData("try { await NoteAsync(); } catch (IOException) { }", "async Task NoteAsync() => await log.AppendAsync(a, default);")]
    [InlineData("try { await NoteAsync(); } catch (Exception) { throw; }", "Task NoteAsync() => log.AppendAsync(a, default).AsTask();")]
    [InlineData("var t = NoteAsync(); await t;", "Task NoteAsync() => log.AppendAsync(a, default).AsTask();")]
    [InlineData("_ = WorkAsync();", "async Task WorkAsync() { await log.AppendAsync(a, default); await desk.ActAsync(); }")] // GVN2008 says it.
    [InlineData("try { await [|NoteAsync|](); } catch (Exception) { }", "async Task NoteAsync() { try { await log.AppendAsync(a, default); } catch (IOException) { } }")]
    public Task What_the_step_calls_is_looked_at(string statements, string helper) => new RuleTest<LogFailureMustNotBeSwallowedAnalyzer>
    {
        TestCode = StepBody.With(statements).Replace("private bool unrelated;", "private " + helper, StringComparison.Ordinal),
        TestState = { Sources = { StepBody.Desk } },
    }.RunAsync();

    [Fact]
    public Task The_message_has_the_way_to_the_entry()
    {
        var test = new RuleTest<LogFailureMustNotBeSwallowedAnalyzer>
        {
            TestCode = StepBody.With("await {|#0:OuterAsync|}();").Replace(
                "private bool unrelated;",
                "private Task OuterAsync() => NoteAsync(); private async Task NoteAsync() { try { await log.AppendAsync(a, default); await log.AppendAsync(a, default); } {|#1:catch (Exception)|} { } }",
                StringComparison.Ordinal),
            TestState = { Sources = { StepBody.Desk } },
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2009", DiagnosticSeverity.Error).WithLocation(0).WithLocation(1).WithMessage(
            "Step 'disk/clean' writes to the action log by CleanAsync → OuterAsync → NoteAsync → IActionLog.AppendAsync, and a catch of Exception swallows its failure: what it does next is off the record; let the failure through"));
        return test.RunAsync();
    }

    /// <summary>What may run instead does not swallow: a warning that says <c>may</c>.</summary>
    [Theory]
    [InlineData("notes.{|#0:WriteAsync|}(log, a)", "try { await log.AppendAsync(a, default); } catch (Exception) { }", true)]
    [InlineData("notes.WriteAsync(log, a)", "await log.AppendAsync(a, default);", false)]
    public Task Where_who_answers_is_a_guess_it_is_a_warning(string call, string body, bool isReported)
    {
        var test = new RuleTest<LogFailureMustNotBeSwallowedAnalyzer>
        {
            TestCode = $$"""
                public interface INotes { Task WriteAsync(IActionLog log, ActionRecord a); }
                public sealed class LooseNotes : INotes { public async Task WriteAsync(IActionLog log, ActionRecord a) { {{body}} } }
                public sealed class NoNotes : INotes { public Task WriteAsync(IActionLog log, ActionRecord a) => Task.CompletedTask; }

                [GovernedWorkflow("disk")]
                public sealed class Disk(INotes notes, IActionLog log)
                {
                    [WorkflowStep("clean", RiskTier.Low)]
                    public Task CleanAsync(ActionRecord a) => {{call}};
                }
                """,
        };
        if (isReported)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2009", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
                "Step 'disk/clean' may write to the action log by CleanAsync → LooseNotes.WriteAsync → IActionLog.AppendAsync, and a catch of Exception swallows its failure: what it does next is off the record; let the failure through"));
        }

        return test.RunAsync();
    }

    [Theory]
    [InlineData("[AutomationEntryPoint] public", "log.{|GVN2009:AppendAsync|}(a, default)")]
    [InlineData("public", "log.AppendAsync(a, default)")]
    public Task Only_governed_code_is_looked_at(string modifiers, string entry) => new RuleTest<LogFailureMustNotBeSwallowedAnalyzer>
    {
        TestCode = $$"""
            public class Tools(IActionLog log)
            {
                {{modifiers}} async Task RunAsync(ActionRecord a) { try { await {{entry}}; } catch (Exception) { } }
            }
            """,
    }.RunAsync();

    [Theory]
    [InlineData("try { await log.{|GVN2009:AppendAsync|}(a, ct); } catch (Exception) {")]
    [InlineData("try { await log.AppendAsync(a, ct); } catch (")]
    [InlineData("try { await log.AppendAsync(a, ct); }")]
    [InlineData("log.AppendAsync(")]
    public Task Half_typed_code_breaks_nothing(string statements)
    {
        var test = Test(statements);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        return test.RunAsync();
    }

    [Theory]
    [InlineData("2027-01-31", "log.AppendAsync(a, ct)")]
    [InlineData("2026-01-31", "log.[|AppendAsync|](a, ct)")]
    public Task A_waiver_holds_until_its_day(string until, string entry)
    {
        var test = Test($"_ = {entry};", $"[GovernanceWaiver(\"GVN2009\", Reason = \"pilot\", ApprovedBy = \"risk-office\", Until = \"{until}\")]");
        test.BuildProperties["GovernanceDate"] = "2026-11-25";
        return test.RunAsync();
    }

    private static RuleTest<LogFailureMustNotBeSwallowedAnalyzer> Test(string statements, string waiver = "") => new()
    {
        TestCode = StepBody.Waived(StepBody.With(statements.Replace("BAD", "log.[|AppendAsync|](a, ct)").Replace("LOG", "log.AppendAsync(a, ct)")), waiver),
        TestState = { Sources = { StepBody.Desk, "namespace Governance { public class JournalFault : Exception; }" } },
    };
}
