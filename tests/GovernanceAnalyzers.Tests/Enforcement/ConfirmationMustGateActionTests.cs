using GovernanceAnalyzers.Rules.Enforcement;
using GovernanceAnalyzers.Tests.Controls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Enforcement;

/// <summary>Confirmations that are asked for in vain. <c>BAD</c> stands for the action that runs all the same.</summary>
public sealed class ConfirmationMustGateActionTests
{
    [Theory]
    [InlineData("await ((Task)governor.RequireApprovalAsync(r, ct)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); BAD;")]
    [InlineData("governor.RequireApprovalAsync(r, ct).Wait(1); BAD;")]
    [InlineData("await desk.AskAsync(\"\"); BAD;")]
    [InlineData("_ = await desk.AskAsync(\"\"); BAD;")]
    [InlineData("var ok = await desk.AskAsync(\"\"); BAD;")]
    [InlineData("if (!await desk.AskAsync(\"\")) { BAD; }")]
    [InlineData("if (await desk.AskAsync(\"\")) return; BAD;")]
    [InlineData("if (await desk.AskAsync(\"\") || unrelated) { BAD; }")]
    [InlineData("if (unrelated || await desk.AskAsync(\"\")) { BAD; }")]
    [InlineData("if (await desk.AskAsync(\"\")) { desk.Note(); } BAD;")]
    [InlineData("BAD; if (!await desk.AskAsync(\"\")) return;")]
    [InlineData("var ok = await desk.AskAsync(\"\"); ok = unrelated; if (ok) { BAD; }")]
    [InlineData("var ok = await desk.AskAsync(\"\"); Change(ref ok); if (ok) { BAD; } static void Change(ref bool b) => b = true;")]
    [InlineData("var ok = await desk.AskAsync(\"\"); ok |= unrelated; if (ok) { BAD; }")]
    [InlineData("bool ok; try { ok = await desk.AskAsync(\"\"); } catch { ok = true; } if (ok) { BAD; }")]
    [InlineData("var ok = true; if (unrelated) ok = await desk.AskAsync(\"\"); if (ok) { BAD; }")]
    [InlineData("var ok = unrelated ? await desk.AskAsync(\"\") : true; if (ok) { BAD; }")]
    [InlineData("try { if (!await desk.AskAsync(\"\")) return; } finally { BAD; }")]
    [InlineData("try { await governor.RequireApprovalAsync(r, ct); } catch { } BAD;")]
    [InlineData("try { await governor.RequireApprovalAsync(r, ct); } catch (StepException) when (unrelated) { } BAD;")]
    [InlineData("try { await governor.RequireApprovalAsync(r, ct); } finally { BAD; }")]
    [InlineData("_ = governor.RequireApprovalAsync(r, ct); BAD;")]
    [InlineData("_ = desk.DemandAsync(); BAD;")]
    [InlineData("if (unrelated) await governor.RequireApprovalAsync(r, ct); BAD;")]
    [InlineData("await gate.RequestAsync(r, ct); BAD;")]
    [InlineData("var d = await gate.RequestAsync(r, ct); if (d.Verdict == ConfirmationVerdict.Denied) return; BAD;")]
    [InlineData("var d = await gate.RequestAsync(r, ct); if (d.Verdict != ConfirmationVerdict.Approved) { BAD; }")]
    [InlineData("var d = await gate.RequestAsync(r, ct); if (d is not null) { BAD; }")]
    [InlineData("if (await gate.RequestAsync(r, ct) is { Verdict: ConfirmationVerdict.Approved or ConfirmationVerdict.Pending }) { BAD; }")]
    [InlineData("var d = await gate.RequestAsync(r, ct); d = new() { Verdict = ConfirmationVerdict.Approved }; if (d.Verdict == ConfirmationVerdict.Approved) { BAD; }")]
    [InlineData("var v = ConfirmationVerdict.Approved; if (unrelated) v = (await gate.RequestAsync(r, ct)).Verdict; if (v == ConfirmationVerdict.Approved) { BAD; }")]
    [InlineData("ConfirmationDecision? d = null; if (unrelated) d = await gate.RequestAsync(r, ct); if (d?.Verdict == ConfirmationVerdict.Denied) return; BAD;")]
    [InlineData("var t = unrelated ? await desk.GrantAsync() : null; if (t?.Granted == false) return; BAD;")]
    [InlineData("if ((await desk.RuleAsync()).Ruling != Ruling.Refused) { BAD; }")]
    [InlineData("if ((await desk.RuleAsync()).Granted) { BAD; }")]
    [InlineData("if (await desk.GuessAsync()) { BAD; } await desk.AskAsync(\"\");")]
    [InlineData("switch (await desk.AskAsync(\"\")) { case true: desk.Note(); goto case false; case false: BAD; break; }")]
    [InlineData("while (!await desk.AskAsync(\"\")) { if (unrelated) break; } BAD;")]
    [InlineData("foreach (var c in path) { if (!await desk.AskAsync(\"\")) break; } BAD;")]
    [InlineData("if (!await desk.AskAsync(\"\")) goto act; return; act: BAD;")]
    [InlineData("var later = Task.Run(() => BADNOW); if (!await desk.AskAsync(\"\")) return; await later;")]
    [InlineData("Inner(); if (await desk.AskAsync(\"\")) Inner(); void Inner() => BADNOW;")]
    public Task A_confirmation_that_does_not_gate_the_action_is_reported(string statements) => Test(statements).RunAsync();

    [Theory]
    [InlineData("if (!await desk.AskAsync(\"\")) return; ACT;")]
    [InlineData("await governor.RequireApprovalAsync(r, ct); ACT;")]
    [InlineData("await desk.AskAsync(\"\");")]
    [InlineData("await desk.AskAsync(\"\"); desk.Peek();")]
    [InlineData("return; await desk.AskAsync(\"\"); ACT;")]
    public Task A_confirmation_that_gates_or_has_nothing_to_gate_is_silent(string statements) => Test(statements).RunAsync();

    [Theory]
    [InlineData("await desk.{|#1:AskAsync|}(\"\"); BAD;", "but nothing depends on the answer of the confirmation: test it, and act only on a yes")]
    [InlineData("var ok = await desk.{|#1:AskAsync|}(\"\"); BAD;", "but nothing depends on the answer of the confirmation: test it, and act only on a yes")]
    [InlineData("_ = desk.{|#1:DemandAsync|}(); BAD;", "but nobody waits for the confirmation: await it, and act only on a yes")]
    [InlineData("var answer = desk.{|#1:DemandAsync|}(); BAD;", "but nobody waits for the confirmation: await it, and act only on a yes")]
    [InlineData("if (await desk.{|#1:AskAsync|}(\"\")) return; BAD;", "on a no: the test of the confirmation is the wrong way round")]
    [InlineData("if (!await desk.{|#1:AskAsync|}(\"\")) { BAD; }", "on a no: the test of the confirmation is the wrong way round")]
    [InlineData("BAD; if (!await desk.{|#1:AskAsync|}(\"\")) return;", "before the person is asked: ask first, and act only on a yes")]
    [InlineData("if (unrelated) { if (!await desk.{|#1:AskAsync|}(\"\")) return; } BAD;", "but the confirmation does not gate it on every path: return or throw on everything but a yes")]
    [InlineData("try { await governor.{|#1:RequireApprovalAsync|}(r, ct); } catch { } BAD;", "but the confirmation does not gate it on every path: return or throw on everything but a yes")]
    public Task What_is_wrong_with_it_is_said(string statements, string reason)
    {
        var test = Test(statements.Replace("BAD", "await desk.{|#0:ActAsync|}()"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2004", DiagnosticSeverity.Error).WithLocation(0).WithLocation(1)
            .WithArguments("disk/clean", "vendor.act (High)", "CleanAsync → IDesk.ActAsync", reason));
        return test.RunAsync();
    }

    [Fact]
    public Task A_helper_that_says_yes_anyway_is_a_confirmation_that_does_not_gate() => Helper(
        "if (!await AskAsync()) return; BAD;", "private async Task<bool> AskAsync() { await desk.AskAsync(\"\"); return true; }").RunAsync();

    [Fact]
    public Task A_waiver_silences_the_confirmation_and_not_the_log() => new RuleTest<ConfirmationMustGateActionAnalyzer>
    {
        TestCode = StepBody.With("await desk.AskAsync(\"\"); await desk.{|GVN2002:ActAsync|}();").Replace(
            "[WorkflowStep", "[GovernanceWaiver(\"GVN2004\", Reason = \"four eyes outside the code, ticket 4711\", ApprovedBy = \"risk-office\", Until = \"2027-01-31\")]\n[WorkflowStep"),
        TestState = { Sources = { StepBody.Desk } },
        AdditionalAnalyzers = { new ActionMustBeLoggedAnalyzer(), new ActionMustBeConfirmedAnalyzer() },
    }.RunAsync();

    [Theory]
    [InlineData("await desk.AskAsync(; await desk.ActAsync();")]
    [InlineData("if (await desk.AskAsync(\"\") &&) return; await desk.ActAsync();")]
    [InlineData("var ok = await desk.; if (ok) await desk.ActAsync(")]
    public Task Half_typed_code_does_not_fail(string statements)
    {
        var test = Test(statements);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        test.DisabledDiagnostics.Add("GVN2004");
        return test.RunAsync();
    }

    private static RuleTest<ConfirmationMustGateActionAnalyzer> Helper(string statements, string members)
        => new() { TestCode = StepBody.With(Marked(statements), members: members), TestState = { Sources = { StepBody.Desk } } };

    private static RuleTest<ConfirmationMustGateActionAnalyzer> Test(string statements) => Helper(statements, "");

    private static string Marked(string statements) => statements
        .Replace("BADNOW", "desk.{|GVN2004:ActNow|}()").Replace("BAD", "await desk.{|GVN2004:ActAsync|}()").Replace("ACT", "await desk.ActAsync()");
}
