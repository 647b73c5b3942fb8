using GovernanceAnalyzers.Rules.Enforcement;
using GovernanceAnalyzers.Tests.Controls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Enforcement;

/// <summary>The shapes of logging. <c>LOG</c> appends to the action log, <c>ACT</c> is on record, <c>BAD</c> is not.</summary>
public sealed class ActionMustBeLoggedTests
{
    [Theory]
    [InlineData("LOG; try { ACT; LOG; } catch (Exception) { LOG; throw; }")]
    [InlineData("LOG; try { ACT; LOG; } catch { LOG; throw; }")]
    [InlineData("LOG; try { ACT; } finally { LOG; }")]
    [InlineData("LOG; try { ACT; } catch (Exception) { LOG; throw; } LOG;")]
    [InlineData("LOG; try { ACT; } catch (IOException) { LOG; throw; } catch (Exception) { LOG; throw; } LOG;")]
    [InlineData("LOG; try { ACT; return; } finally { LOG; }")]
    [InlineData("LOG; try { try { ACT; } finally { desk.Note(); } } finally { LOG; }")]
    [InlineData("LOG; try { try { ACT; } catch (IOException) { throw; } } finally { LOG; }")]
    [InlineData("using var entry = desk.Open(); ACT;")]
    [InlineData("using (desk.Open()) { ACT; }")]
    [InlineData("using var entry = new Written(); ACT;")]
    [InlineData("using (var entry = desk.Open()) { ACT; }")]
    [InlineData("using var entry = await desk.OpenAsync(); ACT;")]
    [InlineData("await using var entry = await desk.OpenAsync(); ACT;")]
    [InlineData("await using (await desk.OpenAsync()) { if (unrelated) return; ACT; }")]
    [InlineData("var entry = desk.Open(); try { ACT; } finally { entry.Dispose(); }")]
    [InlineData("desk.Begin(); try { ACT; } finally { desk.End(); }")]
    [InlineData("await desk.BeginAsync(); try { ACT; } finally { await desk.EndAsync(); }")]
    [InlineData("await log.AppendAsync(a, ct).ConfigureAwait(false); try { ACT; } finally { LOG; }")]
    [InlineData("log.AppendAsync(a, ct).AsTask().Wait(); try { ACT; } finally { LOG; }")]
    [InlineData("if (unrelated) { LOG; } else { LOG; } try { ACT; } finally { LOG; }")]
    [InlineData("foreach (var c in path) { using var entry = desk.Open(); ACT; }")]
    [InlineData("using var entry = desk.Open(); await Task.Run(() => desk.ActNow());")]
    [InlineData("using var entry = desk.Open(); Inner(); void Inner() => desk.ActNow();")]
    [InlineData("await Task.Run(async () => { LOG; try { ACT; } finally { LOG; } });")]
    [InlineData("LOG; try { if (unrelated) { LOG; return; } ACT; } finally { LOG; }")]
    [InlineData("return; ACT;")]
    [InlineData("desk.Peek(); desk.Begin();")]
    public Task An_action_on_record_is_silent(string statements) => Test(statements).RunAsync();

    [Theory]
    [InlineData("BAD; LOG;")]
    [InlineData("LOG; BAD;")]
    [InlineData("LOG; BAD; LOG;")]
    [InlineData("LOG; try { BAD; LOG; } catch (IOException) { LOG; throw; }")]
    [InlineData("LOG; try { BAD; } catch (Exception) { LOG; throw; }")]
    [InlineData("LOG; try { BAD; LOG; } catch (Exception) { desk.Note(); }")]
    [InlineData("LOG; try { BAD; if (unrelated) return; LOG; } catch (Exception) { LOG; throw; }")]
    [InlineData("LOG; try { BAD; } finally { if (unrelated) { LOG; } }")]
    [InlineData("try { BAD; } finally { LOG; }")]
    [InlineData("if (unrelated) { LOG; } try { BAD; } finally { LOG; }")]
    [InlineData("_ = log.AppendAsync(a, ct); try { BAD; } finally { LOG; }")]
    [InlineData("LOG; try { BAD; } finally { _ = log.AppendAsync(a, ct); }")]
    [InlineData("_ = desk.BeginAsync(); try { BAD; } finally { desk.End(); }")]
    [InlineData("desk.End(); try { BAD; } finally { desk.End(); }")]
    [InlineData("desk.Begin(); try { BAD; } finally { desk.Begin(); }")]
    [InlineData("var entry = desk.Open(); BAD;")]
    [InlineData("var entry = desk.Open(); BAD; entry.Dispose();")]
    [InlineData("using (desk.Open()) { } BAD;")]
    [InlineData("try { LOG; } catch { } try { BAD; } finally { LOG; }")]
    [InlineData("LOG; await Task.Run(() => BADNOW);")]
    [InlineData("Inner(); LOG; void Inner() => BADNOW;")]
    [InlineData("desk.Begin(); await PROMPT;")]
    public Task An_action_that_some_path_leaves_off_the_record_is_reported(string statements) => Test(statements).RunAsync();

    [Theory]
    [InlineData("await File.ReadAllTextAsync(path);")]
    [InlineData("desk.Peek();")]
    public Task A_low_action_needs_no_entry(string statements) => Test("desk.Begin(); " + statements, "RiskTier.Low").RunAsync();

    [Fact]
    public Task An_action_that_is_neither_confirmed_nor_on_record_gets_one_diagnostic() => new RuleTest<ActionMustBeConfirmedAnalyzer>
    {
        TestCode = StepBody.With("desk.Begin(); await desk.{|GVN2001:ActAsync|}();"),
        TestState = { Sources = { StepBody.Desk } },
        AdditionalAnalyzers = { new ActionMustBeLoggedAnalyzer() },
    }.RunAsync();

    [Theory]
    [InlineData("await desk.{|#0:ActAsync|}(); desk.End();", "without an action-log entry before it and after it on every path, the failing one included")]
    [InlineData("try { await desk.{|#0:ActAsync|}(); } finally { desk.End(); }", "without an action-log entry before it on every path")]
    [InlineData("desk.Begin(); await desk.{|#0:ActAsync|}();", "without an action-log entry after it on every path: the failing one is missing unless a catch or finally writes it")]
    public Task The_message_says_which_entry_is_missing(string statements, string missing)
    {
        var test = Test(statements);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2002", DiagnosticSeverity.Error).WithLocation(0).WithArguments(
            "disk/clean", "vendor.act (High)", "CleanAsync → IDesk.ActAsync", missing));
        return test.RunAsync();
    }

    private static RuleTest<ActionMustBeLoggedAnalyzer> Test(string statements, string tier = "RiskTier.High") => new()
    {
        TestCode = StepBody.With(
            "await governor.RequireApprovalAsync(r, ct); " + statements.Replace("BADNOW", "desk.{|GVN2002:ActNow|}()").Replace("BAD", "await desk.{|GVN2002:ActAsync|}()").Replace("ACT", "await desk.ActAsync()")
                .Replace("PROMPT", "desk.{|GVN2002:PromptAsync|}()").Replace("LOG", "await log.AppendAsync(a, ct)"),
            tier),
        TestState = { Sources = { StepBody.Desk } },
    };
}
