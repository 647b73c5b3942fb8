using GovernanceAnalyzers.Rules.Enforcement;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Controls;

/// <summary>How far a proof is carried, and that beyond it a step is never taken for one under control: it is said that nothing is decided.</summary>
public sealed class ProofLimitTests
{
    private const string Undecided = "; this is not decided, for a helper that it calls is too deep or too long to be followed";

    /// <summary>Also where the half of it is known already.</summary>
    [Theory]
    [InlineData(24, true)]
    [InlineData(25, false)]
    [InlineData(24, true, "await H13();")]
    [InlineData(25, false, "await H13();")]
    [InlineData(24, true, "await H14(); await Shallow(); await H13();")]
    [InlineData(25, false, "await H14(); await Shallow(); await H13();")]
    public Task A_confirmation_is_followed_so_many_calls_deep(int calls, bool isDecided, string before = "")
    {
        var links = Enumerable.Range(1, calls - 1).Select(n => $"private async Task<bool> H{n}() {{ var ok = await H{n + 1}(); {(n == 13 ? "await Shallow();" : "")} return ok; }} ");
        return Gated(
            "{|#0:H1|}()",
            $"{string.Concat(links)} private Task<bool> H{calls}() => desk.AskAsync(\"\"); private Task<bool> Shallow() => desk.AskAsync(\"\");",
            isDecided,
            before);
    }

    [Theory]
    [InlineData(120, true)]
    [InlineData(600, false)]
    public Task A_confirmation_is_followed_through_so_long_a_body(int tests, bool isDecided)
        => Gated("{|#0:H1|}()", $"private async Task<bool> H1() {{ {string.Concat(Enumerable.Repeat("if (unrelated) desk.Note(); ", tests))} return await desk.AskAsync(\"\"); }}", isDecided);

    /// <summary>Whoever asks second gets the same answer.</summary>
    [Fact]
    public async Task What_is_too_long_is_so_for_every_step()
    {
        var test = new RuleTest<ConfirmationMustGateActionAnalyzer> { TestState = { Sources = { StepBody.Desk } } };
        var steps = string.Concat(Enumerable.Range(0, 3).Select(n =>
            $"[WorkflowStep(\"s{n}\", RiskTier.High)] public async Task S{n}Async() {{ if (!await {{|#{2 * n}:H1|}}()) return; await desk.{{|#{2 * n + 1}:ActAsync|}}(); }} "));
        test.TestCode = StepBody.With("await Task.Yield();", members: steps + $"private async Task<bool> H1() {{ {string.Concat(Enumerable.Repeat("if (unrelated) desk.Note(); ", 600))} return await desk.AskAsync(\"\"); }}");
        test.ExpectedDiagnostics.AddRange(Enumerable.Range(0, 3).Select(n => Finding($"disk/s{n}", $"S{n}Async", 2 * n + 1, 2 * n)));
        await test.RunAsync();
    }

    /// <summary>The step's own body has no such limit.</summary>
    [Fact]
    public Task A_step_is_read_however_long_it_is()
        => Gated("desk.{|#0:AskAsync|}(\"\")", "", isDecided: true, before: string.Concat(Enumerable.Repeat("if (unrelated) desk.Note(); ", 1000)));

    [Fact]
    public async Task A_log_entry_that_is_too_deep_is_not_decided()
    {
        var test = new RuleTest<ActionMustBeLoggedAnalyzer>
        {
            TestCode = StepBody.With(
                "await H1(); await desk.{|#0:PromptAsync|}();",
                members: string.Concat(Enumerable.Range(1, 25).Select(n => $"private Task H{n}() => H{n + 1}(); ")) + "private Task H26() => desk.BeginAsync();"),
            TestState = { Sources = { StepBody.Desk } },
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2002", DiagnosticSeverity.Error).WithLocation(0).WithArguments(
            "disk/clean", "model.invoke (Low)", "CleanAsync → IDesk.PromptAsync",
            "without an action-log entry before it and after it on every path, the failing one included" + Undecided));
        await test.RunAsync();
    }

    /// <summary>What is not kept, for it is too deep or runs in a circle, is not worked out anew by each that asks: that would take years.</summary>
    [Theory]
    [InlineData(30, 1, false)]
    [InlineData(30, 3, false)]
    [InlineData(20, 1, true)]
    [InlineData(12, 11, true)]
    public Task Helpers_that_call_many_others_are_read_in_no_time(int helpers, int calls, bool isCircle)
        => Gated(
            "{|#0:H0|}()",
            string.Concat(Enumerable.Range(0, helpers).Select(n => $"private async Task<bool> H{n}() {{ {string.Concat(Enumerable.Range(n + 1, calls).Where(c => isCircle || c < helpers)
                .Select(c => $"var ok{c} = await H{c % helpers}(); if (!ok{c}) return false; "))} return await desk.AskAsync(\"\"); }} ")),
            isDecided: isCircle);

    private static Task Gated(string question, string members, bool isDecided, string before = "")
    {
        var test = new RuleTest<ConfirmationMustGateActionAnalyzer>
        {
            TestCode = StepBody.With($"{before} if (!await {question}) return; await desk.{{|#1:ActAsync|}}();", members: members),
            TestState = { Sources = { StepBody.Desk } },
        };
        if (!isDecided)
        {
            test.ExpectedDiagnostics.Add(Finding("disk/clean", "CleanAsync", 1, 0));
        }

        return test.RunAsync();
    }

    private static DiagnosticResult Finding(string step, string method, int action, int question)
        => new DiagnosticResult("GVN2004", DiagnosticSeverity.Error).WithLocation(action).WithLocation(question).WithArguments(
            step, "vendor.act (High)", $"{method} → IDesk.ActAsync", "but nothing depends on the answer of the confirmation: test it, and act only on a yes" + Undecided);
}
