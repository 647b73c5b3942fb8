using GovernanceAnalyzers.Rules.Declaration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class RollbackHandlerMustUndoTests
{
    [Theory]
    [InlineData("async Task", "{ }", "is empty")]
    [InlineData("Task", "=> Task.CompletedTask;", "returns at once")]
    [InlineData("ValueTask", "=> default;", "returns at once")]
    [InlineData("ValueTask", "{ return new ValueTask(); }", "returns at once")]
    [InlineData("Task", "=> Task.FromResult(id.Length);", "returns at once")]
    [InlineData("Task", "=> Task.FromCanceled(ct);", "returns at once")]
    [InlineData("Task", "{ _ = id.GetType(); return Task.CompletedTask; }", "returns at once")]
    [InlineData("Task", "{ _ = id.Trim(); return Task.CompletedTask; }", "returns at once")]
    [InlineData("ValueTask<int>", "=> ValueTask.FromResult(id.Length);", "returns at once")]
    [InlineData("ValueTask", "=> ValueTask.FromException(new NotSupportedException());", "returns at once")]
    [InlineData("ValueTask", "=> ValueTask.FromCanceled(ct);", "returns at once")]
    [InlineData("async Task", "{ await ValueTask.FromResult(1).ConfigureAwait(false); }", "returns at once")]
    [InlineData("async Task", "{ await Task.CompletedTask; }", "returns at once")]
    [InlineData("async Task", "{ await Task.Yield(); await Task.Delay(10, ct).ConfigureAwait(false); }", "returns at once")]
    [InlineData("Task", "{ ct.ThrowIfCancellationRequested(); ArgumentNullException.ThrowIfNull(id); return Task.CompletedTask; }", "returns at once")]
    [InlineData("Task", "{ if (id.Length == 0) { return Task.CompletedTask; } var text = id + 1; _ = text; return Task.CompletedTask; }", "returns at once")]
    [InlineData("Task", "{ async Task UndoAsync() { await Ledger.CancelAsync(id); } return Task.CompletedTask; }", "returns at once")]
    [InlineData("Task", "{ var done = Task.CompletedTask; return done; }", "returns at once")]
    [InlineData("Task", "=> throw new NotSupportedException($\"{id} cannot be undone\");", "only throws")]
    [InlineData("Task", "=> Task.FromException(new NotSupportedException());", "returns at once")]
    [InlineData("Task", "{ Console.WriteLine(id); return Task.CompletedTask; }", "only logs")]
    [InlineData("Task", "=> Console.Error.WriteLineAsync(id.ToString());", "only logs")]
    [InlineData("Task", "{ System.Diagnostics.Debug.WriteLine(id); System.Diagnostics.Trace.TraceError(\"{0}\", id); return Task.CompletedTask; }", "only logs")]
    [InlineData("Task", "{ Microsoft.Extensions.Logging.LoggerExtensions.LogError(Log, \"undo {Id}\", id); return Task.CompletedTask; }", "only logs")]
    [InlineData("Task", "{ System.Diagnostics.Activity.Current?.AddEvent(default); return Task.CompletedTask; }", "only logs")]
    [InlineData("Task", "{ Source.TraceInformation(id); return Task.CompletedTask; }", "only logs")]
    [InlineData("Task", "{ System.Diagnostics.Tracing.EventSource.SetCurrentThreadActivityId(default); return Task.CompletedTask; }", "only logs")]
    [InlineData("Task", "{ Serilog.Log.Error(id); return Task.CompletedTask; }", "only logs")]
    [InlineData("Task", "{ NLog.Log.Error(id); return Task.CompletedTask; }", "only logs")]
    [InlineData("Task", "{ log4net.Log.Error(id); return Task.CompletedTask; }", "only logs")]
    [InlineData("Task", "{ Reversed(id); throw new NotImplementedException(); }", "only logs and throws")]
    public Task A_handler_that_does_nothing_is_reported(string returns, string body, string says) => Test(returns, body, says);

    [Theory]
    [InlineData("Task", "=> Ledger.CancelAsync(id);")]
    [InlineData("async Task", "{ await Ledger.CancelAsync(id); }")]
    [InlineData("Task", "{ Console.WriteLine(Ledger.CancelAsync(id)); return Task.CompletedTask; }")]
    [InlineData("Task", "{ Nothing(); return Task.CompletedTask; }")]
    [InlineData("Task", "{ _undone = true; return Task.CompletedTask; }")]
    [InlineData("Task", "{ _count++; return Task.CompletedTask; }")]
    [InlineData("Task", "{ Names[0] = id; return Task.CompletedTask; }")]
    [InlineData("Task", "{ Names.Remove(id); return Task.CompletedTask; }")]
    [InlineData("Task", "{ Undone += Nothing; return Task.CompletedTask; }")]
    [InlineData("Task", "{ Undone?.Invoke(); return Task.CompletedTask; }")]
    [InlineData("Task", "=> Task.Run(() => Names.Clear());")]
    [InlineData("Task", "{ new List<string>(Names).Clear(); return Task.CompletedTask; }")]
    [InlineData("async Task", "{ await _undoing; }")]
    [InlineData("Task", "=> _undoing;")]
    [InlineData("async Task", "{ try { await Ledger.CancelAsync(id); } catch (Exception e) { Console.WriteLine(e); throw; } }")]
    public Task A_handler_that_may_undo_is_fine(string returns, string body) => Test(returns, body, null);

    [Theory]
    [InlineData("")]
    [InlineData(", Rollback = \"\"")]
    [InlineData(", Rollback = \"Missing\"")]
    public Task Where_there_is_no_handler_another_rule_speaks(string rollback) => new StepTest<RollbackHandlerMustUndoAnalyzer>
    {
        Members = $"[WorkflowStep(\"issue\", RiskTier.High{rollback})] public Task IssueAsync(string id) => Task.CompletedTask;",
    }.RunAsync();

    [Theory]
    [InlineData("{ return")]
    [InlineData("=> ")]
    [InlineData("{ payments.Can }")]
    [InlineData("{ await ; }")]
    public Task While_it_is_typed_nothing_is_said(string body) => new StepTest<RollbackHandlerMustUndoAnalyzer>
    {
        Members = $"[WorkflowStep(\"issue\", RiskTier.High, Rollback = nameof(UndoAsync))] public Task IssueAsync() => Task.CompletedTask;\nprivate Task UndoAsync() {body}",
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    [Theory]
    [InlineData("2027-01-31", "nameof(UndoAsync)")]
    [InlineData("2027-02-15", "[|nameof(UndoAsync)|]")]
    public Task A_waiver_holds_while_it_is_due(string today, string handler) => new StepTest<RollbackHandlerMustUndoAnalyzer>
    {
        BuildProperties = { ["GovernanceDate"] = today },
        Members = $$"""
            [GovernanceWaiver("GVN1007", Reason = "the ledger gets its own undo in January", ApprovedBy = "risk-office", Until = "2027-01-31")]
            [WorkflowStep("issue", RiskTier.High, Rollback = {{handler}})] public Task IssueAsync() => Task.CompletedTask;
            private Task UndoAsync() => Task.CompletedTask;
            """,
    }.RunAsync();

    private static Task Test(string returns, string body, string? says)
    {
        var handler = says is null ? "nameof(UndoAsync)" : "{|#0:nameof(UndoAsync)|}";
        var test = new StepTest<RollbackHandlerMustUndoAnalyzer>
        {
            Members = $$"""
                private static readonly List<string> Names = [];
                private static readonly Microsoft.Extensions.Logging.ILogger Log = null!;
                private static readonly System.Diagnostics.TraceSource Source = null!;
                private readonly Task _undoing = Task.CompletedTask;
                private event Action? Undone;
                private bool _undone;
                private int _count;

                [WorkflowStep("issue", RiskTier.High, Rollback = {{handler}})]
                public partial Task IssueAsync(string id, CancellationToken ct);

                private Task IssueCoreAsync(string id, CancellationToken ct) => Task.CompletedTask;

                private {{returns}} UndoAsync(string id, CancellationToken ct) {{body}}

                private void Nothing() => Undone?.Invoke();

                [Microsoft.Extensions.Logging.LoggerMessage]
                private static void Reversed(string id) => Names.Add(id);

                private (bool, int) State => (_undone, _count);
                """,
        };
        test.TestState.Sources.Add("""
            public static class Ledger { public static Task CancelAsync(string id) => Task.CompletedTask; }
            namespace Serilog { public static class Log { public static void Error(string text) { } } }
            namespace NLog { public static class Log { public static void Error(string text) { } } }
            namespace log4net { public static class Log { public static void Error(string text) { } } }
            namespace Microsoft.Extensions.Logging
            {
                public interface ILogger;
                public static class LoggerExtensions { public static void LogError(this ILogger logger, string text, params object[] values) { } }
                public sealed class LoggerMessageAttribute : Attribute;
            }
            """);
        if (says is not null)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN1007", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
                $"The rollback handler 'UndoAsync' of step 'refunds/issue' {says}, so whoever orders the rollback is told that the step was undone when it was not: "
                + "write what undoes it, or declare Irreversible = \"why\" in its place"));
        }

        return test.RunAsync();
    }
}
