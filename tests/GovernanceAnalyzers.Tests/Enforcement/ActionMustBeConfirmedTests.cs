using GovernanceAnalyzers.Rules.Enforcement;
using GovernanceAnalyzers.Tests.Controls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Enforcement;

/// <summary>The shapes of confirmation. <c>ACT</c> stands for an action that is under control, <c>BAD</c> for one that is not.</summary>
public sealed class ActionMustBeConfirmedTests
{
    [Theory]

    // The governor's guard throws unless approved.
    [InlineData("await governor.RequireApprovalAsync(r, ct); ACT;")]
    [InlineData("await governor.RequireApprovalAsync(r, ct).ConfigureAwait(false); ACT;")]
    [InlineData("var approval = await governor.RequireApprovalAsync(r, ct); ACT;")]
    [InlineData("var task = governor.RequireApprovalAsync(r, ct); await task; ACT;")]
    [InlineData("_ = governor.RequireApprovalAsync(r, ct).Result; ACT;")]
    [InlineData("governor.RequireApprovalAsync(r, ct).GetAwaiter().GetResult(); ACT;")]
    [InlineData("governor.RequireApprovalAsync(r, ct).Wait(); ACT;")]
    [InlineData("desk.Demand(); ACT;")]
    [InlineData("await desk.DemandAsync(); ACT;")]
    [InlineData("try { await governor.RequireApprovalAsync(r, ct); ACT; } catch (StepException) { }")]
    [InlineData("try { await governor.RequireApprovalAsync(r, ct); } catch (StepException) { return; } ACT;")]
    [InlineData("try { await governor.RequireApprovalAsync(r, ct); } catch { throw; } ACT;")]

    // A bool.
    [InlineData("if (await desk.AskAsync(\"\")) { ACT; }")]
    [InlineData("if (!await desk.AskAsync(\"\")) return; ACT;")]
    [InlineData("if (!await desk.AskAsync(\"\")) throw new InvalidOperationException(); ACT;")]
    [InlineData("if (!desk.Ask(\"\")) { return; } ACT;")]
    [InlineData("var ok = await desk.AskAsync(\"\"); if (ok) { ACT; }")]
    [InlineData("var ok = await desk.AskAsync(\"\"); if (!ok) return; ACT;")]
    [InlineData("if (await desk.AskAsync(\"\").ConfigureAwait(false)) { ACT; }")]
    [InlineData("if (unrelated && await desk.AskAsync(\"\")) { ACT; }")]
    [InlineData("if (await desk.AskAsync(\"\") && unrelated) { ACT; }")]
    [InlineData("if (!unrelated || !await desk.AskAsync(\"\")) return; ACT;")]
    [InlineData("var ok = unrelated & await desk.AskAsync(\"\"); if (ok) { ACT; }")]
    [InlineData("await (await desk.AskAsync(\"\") ? desk.ActAsync() : Task.CompletedTask);")]
    [InlineData("var ok = unrelated ? await desk.AskAsync(\"\") : false; if (ok) { ACT; }")]
    [InlineData("var ok = false; if (unrelated) ok = await desk.AskAsync(\"\"); if (ok) { ACT; }")]
    [InlineData("bool ok; try { ok = await desk.AskAsync(\"\"); } catch { ok = false; } if (ok) { ACT; }")]
    [InlineData("var denied = !await desk.AskAsync(\"\"); if (denied) return; ACT;")]
    [InlineData("if (await desk.AskAsync(\"\") is true) { ACT; }")]
    [InlineData("if (await desk.AskAsync(\"\") is false) return; ACT;")]
    [InlineData("if (await desk.AskAsync(\"\") is not true) return; ACT;")]
    [InlineData("if (await desk.AskAsync(\"\") == true) { ACT; }")]
    [InlineData("if (await desk.AskAsync(\"\") == false) return; ACT;")]
    [InlineData("if (true == await desk.AskAsync(\"\")) { ACT; }")]
    [InlineData("switch (await desk.AskAsync(\"\")) { case true: ACT; break; }")]
    [InlineData("switch (await desk.AskAsync(\"\")) { case false: return; } ACT;")]
    [InlineData("_ = await desk.AskAsync(\"\") switch { true => desk.ActNow(), false => 0 };")]
    [InlineData("while (!await desk.AskAsync(\"\")) { } ACT;")]
    [InlineData("do { } while (!await desk.AskAsync(\"\")); ACT;")]
    [InlineData("foreach (var c in path) { if (!await desk.AskAsync(\"\")) continue; ACT; }")]
    [InlineData("foreach (var c in path) { var ok = await desk.AskAsync(\"\"); if (!ok) break; ACT; }")]
    [InlineData("for (var i = 0; i < 3 && await desk.AskAsync(\"\"); i++) { ACT; }")]
    [InlineData("using (new MemoryStream()) { if (!await desk.AskAsync(\"\")) return; ACT; }")]
    [InlineData("await using var s = new MemoryStream(); if (!await desk.AskAsync(\"\")) return; ACT;")]
    [InlineData("lock (r) { if (!desk.Ask(\"\")) return; desk.ActNow(); }")]
    [InlineData("try { if (!await desk.AskAsync(\"\")) return; ACT; } finally { desk.Note(); }")]
    [InlineData("if (desk.AskAsync(\"\").Result) { ACT; }")]
    [InlineData("if (desk.AskAsync(\"\").GetAwaiter().GetResult()) { ACT; }")]
    [InlineData("var task = desk.AskAsync(\"\"); if (await task) { ACT; }")]
    [InlineData("if (!await desk.AskAsync(\"\")) goto end; ACT; end: ;")]

    // A decision.
    [InlineData("var d = await gate.RequestAsync(r, ct); if (d.Verdict == ConfirmationVerdict.Approved) { ACT; }")]
    [InlineData("var d = await gate.RequestAsync(r, ct); if (d.Verdict != ConfirmationVerdict.Approved) return; ACT;")]
    [InlineData("if ((await gate.RequestAsync(r, ct)).Verdict == ConfirmationVerdict.Approved) { ACT; }")]
    [InlineData("if (await gate.RequestAsync(r, ct) is { Verdict: ConfirmationVerdict.Approved }) { ACT; }")]
    [InlineData("if (await gate.RequestAsync(r, ct) is not { Verdict: ConfirmationVerdict.Approved }) return; ACT;")]
    [InlineData("if (await gate.RequestAsync(r, ct) is { Verdict: ConfirmationVerdict.Approved, NotEvidence: false } d) { ACT; }")]
    [InlineData("var d = await gate.RequestAsync(r, ct); if (d.Verdict is not ConfirmationVerdict.Approved) return; ACT;")]
    [InlineData("var d = await gate.RequestAsync(r, ct); switch (d.Verdict) { case ConfirmationVerdict.Approved: ACT; break; }")]
    [InlineData("var d = await gate.RequestAsync(r, ct); switch (d.Verdict) { case ConfirmationVerdict.Approved: break; default: return; } ACT;")]
    [InlineData("var v = (await gate.RequestAsync(r, ct)).Verdict; var ok = v == ConfirmationVerdict.Approved; if (ok) { ACT; }")]
    [InlineData("ConfirmationDecision? d = null; if (unrelated) d = await gate.RequestAsync(r, ct); if (d?.Verdict == ConfirmationVerdict.Approved) { ACT; }")]
    [InlineData("var v = ConfirmationVerdict.Denied; if (unrelated) v = (await gate.RequestAsync(r, ct)).Verdict; if (v == ConfirmationVerdict.Approved) { ACT; }")]
    [InlineData("if ((await desk.RuleAsync()).Ruling == Ruling.Granted) { ACT; }")]
    [InlineData("if ((await desk.GrantAsync()).Granted) { ACT; }")]
    [InlineData("if ((await desk.WordAsync()).Word == \"yes\") { ACT; }")]
    [InlineData("if (string.Equals((await desk.WordAsync()).Word, \"yes\", StringComparison.Ordinal)) { ACT; }")]

    // Functions inside the body begin with what holds where they are made or called.
    [InlineData("if (!await desk.AskAsync(\"\")) return; await Task.Run(() => desk.ActNow());")]
    [InlineData("await Task.Run(async () => { if (!await desk.AskAsync(\"\")) return; ACT; });")]
    [InlineData("if (!await desk.AskAsync(\"\")) return; Inner(); void Inner() => desk.ActNow();")]
    [InlineData("if (!await desk.AskAsync(\"\")) return; new List<int>().ForEach(Inner); void Inner(int n) => desk.ActNow();")]
    [InlineData("if (!await desk.AskAsync(\"\")) return; _ = new[] { 1 }.Select(n => desk.ActNow()).ToList();")]

    // What cannot run is not judged.
    [InlineData("return; ACT;")]
    [InlineData("if (false) { ACT; }")]
    [InlineData("desk.Peek();")]
    [InlineData("desk.Note();")]
    public Task A_gated_action_is_silent(string statements) => Test(statements).RunAsync();

    [Theory]
    [InlineData("desk.Note(); BAD;")]
    [InlineData("if (await desk.GuessAsync()) { BAD; }")]
    [InlineData("desk.Begin(); BAD;")]
    [InlineData("await Task.Run(() => BADNOW);")]
    [InlineData("if (!await desk.AskAnyoneAsync(\"\")) return; BAD;")]
    public Task An_action_that_nobody_confirms_is_reported(string statements) => Test(statements).RunAsync();

    [Theory]
    [InlineData("if (!await desk.AskAnyoneAsync(\"\")) return; await File.WriteAllTextAsync(path, \"\");")]
    [InlineData("if (!await desk.AskAsync(\"\")) return; await File.WriteAllTextAsync(path, \"\");")]
    public Task Medium_accepts_any_person(string statements) => Test(statements, "RiskTier.Medium").RunAsync();

    [Theory]
    [InlineData("answer.Action != \"accept\"")]
    [InlineData("!answer.IsAccepted")]
    public Task A_client_that_is_asked_is_enough_for_medium_and_not_for_high(string refused)
    {
        var test = Test(
            $"""
            var answer = await ModelContextProtocol.Server.McpServer.Instance.ElicitAsync("Write?");
            if ({refused}) return;
            await File.WriteAllTextAsync(path, "");
            BAD;
            """,
            "RiskTier.Medium");
        test.TestState.Sources.Add("""
            namespace ModelContextProtocol.Server
            {
                public sealed class ElicitResult { public string Action => ""; public bool IsAccepted => false; }
                public sealed class McpServer { public static McpServer Instance => null!; public ValueTask<ElicitResult> ElicitAsync(string question) => default; }
            }
            """);
        return test.RunAsync();
    }

    [Fact]
    public Task A_parameter_that_only_the_governor_can_fill_is_a_yes() => Test("ACT;", parameters: ", StepApproval approval").RunAsync();

    [Theory]
    [InlineData(", StepApproval? approval = null")]
    [InlineData(", bool confirm = false")]
    public Task Another_parameter_is_none(string parameters) => Test("BAD;", parameters: parameters).RunAsync();

    [Fact]
    public Task A_step_without_any_control_gets_one_diagnostic_that_says_it_all() => new RuleTest<ActionMustBeConfirmedAnalyzer>
    {
        TestCode = """
            [GovernedWorkflow("disk")]
            public sealed class Disk
            {
                [WorkflowStep("clean", RiskTier.High)]
                public Task CleanAsync(string path)
                {
                    File.WriteAllText(path, "");
                    File.{|#0:Delete|}(path);
                    {|CS0103:undefined|}.Delete();
                    return Task.CompletedTask;
                }
            }
            """,
        AdditionalAnalyzers =
        {
            new ActionMustBeLoggedAnalyzer(),
            new Rules.Declaration.StepMustDeclareRollbackAnalyzer(),
            new Rules.Declaration.StepMustHaveEscalationPathAnalyzer(),
        },
        ExpectedDiagnostics =
        {
            new DiagnosticResult("GVN2001", DiagnosticSeverity.Error).WithLocation(0).WithArguments(
                "disk/clean",
                "files.delete (High)",
                "CleanAsync → File.Delete",
                "with neither a confirmation nor an action log: make it a plumbed step, a partial method whose private 'CleanCoreAsync' does the work"),
        },
    }.RunAsync();

    [Fact]
    public Task A_waiver_silences_exactly_its_own_rule() => new RuleTest<ActionMustBeConfirmedAnalyzer>
    {
        TestCode = """
            [GovernedWorkflow("disk", Owner = "ops", EscalateTo = "oncall")]
            public sealed class Disk
            {
                [WorkflowStep("clean", RiskTier.High, Irreversible = "the file is gone")]
                [GovernanceWaiver("GVN2001", Reason = "four eyes outside the code, ticket 4711", ApprovedBy = "risk-office", Until = "2027-01-31")]
                public async Task CleanAsync(string path) => File.{|GVN2002:Delete|}(path);
            }
            """,
        AdditionalAnalyzers = { new ActionMustBeLoggedAnalyzer() },
    }.RunAsync();

    [Fact]
    public Task A_plumbed_step_is_not_judged() => new RuleTest<ActionMustBeConfirmedAnalyzer>
    {
        TestCode = """
            [GovernedWorkflow("disk")]
            public sealed partial class Disk(IStepGovernor governor)
            {
                [WorkflowStep("clean", RiskTier.High)]
                public partial Task CleanAsync(string path);

                private async Task CleanCoreAsync(string path) => File.Delete(path);
            }
            """,
    }.RunAsync();

    [Theory]
    [InlineData("if (await desk.AskAsync(")]
    [InlineData("if (await desk.Undefined()) { File.Delete(path); }")]
    [InlineData("var d = await gate.RequestAsync(; switch (d.Verdict) { case")]
    public Task Half_typed_code_does_not_fail(string statements)
    {
        var test = Test("if (!await desk.AskAsync(\"\")) return; " + statements);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        test.DisabledDiagnostics.Add("GVN2001");
        return test.RunAsync();
    }

    private static RuleTest<ActionMustBeConfirmedAnalyzer> Test(string statements, string tier = "RiskTier.High", string parameters = "") => new()
    {
        TestCode = StepBody.With(
            statements.Replace("BADNOW", "desk.{|GVN2001:ActNow|}()").Replace("BAD", "await desk.{|GVN2001:ActAsync|}()").Replace("ACT", "await desk.ActAsync()"),
            tier,
            parameters),
        TestState = { Sources = { StepBody.Desk } },
    };
}
