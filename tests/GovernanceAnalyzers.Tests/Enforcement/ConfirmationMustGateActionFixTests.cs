using GovernanceAnalyzers.CodeFixes.Enforcement;
using GovernanceAnalyzers.Rules.Enforcement;
using GovernanceAnalyzers.Tests.Controls;

namespace GovernanceAnalyzers.Tests.Enforcement;

public sealed class ConfirmationMustGateActionFixTests
{
    [Theory]
    [InlineData("await desk.AskAsync(\"\");", "if (!await desk.AskAsync(\"\"))\n        {\n            return;\n        }")]
    [InlineData("_ = await desk.AskAsync(\"\");", "if (!await desk.AskAsync(\"\"))\n        {\n            return;\n        }")]
    [InlineData("desk.Ask(\"\");", "if (!desk.Ask(\"\"))\n        {\n            return;\n        }")]
    [InlineData("_ = desk.AskAsync(\"\");", "if (!await desk.AskAsync(\"\"))\n        {\n            return;\n        }")]
    [InlineData("await gate.RequestAsync(r, ct);", "if ((await gate.RequestAsync(r, ct)).Verdict != ConfirmationVerdict.Approved)\n        {\n            return;\n        }")]
    [InlineData("await desk.GrantAsync();", "if (!(await desk.GrantAsync()).Granted)\n        {\n            return;\n        }")]
    [InlineData("_ = desk.DemandAsync();", "await desk.DemandAsync();")]
    [InlineData("_ = governor.RequireApprovalAsync(r, ct);", "await governor.RequireApprovalAsync(r, ct);")]
    [InlineData("var ok = await desk.AskAsync(\"\");", "var ok = await desk.AskAsync(\"\");\n        if (!ok)\n        {\n            return;\n        }\n")]
    [InlineData(
        "var d = await gate.RequestAsync(r, ct);",
        "var d = await gate.RequestAsync(r, ct);\n        if (d.Verdict != ConfirmationVerdict.Approved)\n        {\n            return;\n        }\n")]
    [InlineData("if (await desk.AskAsync(\"\")) return;", "if (!await desk.AskAsync(\"\")) return;")]
    [InlineData("if ((await desk.RuleAsync()).Ruling == Ruling.Granted) return;", "if ((await desk.RuleAsync()).Ruling != Ruling.Granted) return;")]
    [InlineData("if (await desk.AskAsync(\"\") is true) return;", "if (!(await desk.AskAsync(\"\") is true)) return;")]
    public Task The_answer_decides(string statement, string @fixed) => Test(statement, @fixed).RunAsync();

    [Fact]
    public Task Two_actions_behind_one_question_are_one_edit() => new RuleFixTest<ConfirmationMustGateActionAnalyzer, ConfirmationMustGateActionFix>
    {
        TestCode = StepBody.With("await desk.AskAsync(\"\");\n        await desk.{|GVN2004:ActAsync|}();\n        desk.{|GVN2004:ActNow|}();"),
        FixedCode = StepBody.With("if (!await desk.AskAsync(\"\"))\n        {\n            return;\n        }\n        await desk.ActAsync();\n        desk.ActNow();"),
        TestState = { Sources = { StepBody.Desk } },
        FixedState = { Sources = { StepBody.Desk } },
    }.RunAsync();

    [Theory]
    [InlineData("if (unrelated) { await desk.AskAsync(\"\"); }")]
    [InlineData("try { await desk.DemandAsync(); } catch { }")]
    [InlineData("var task = desk.AskAsync(\"\");")]
    [InlineData("if (!await desk.WordAsync().ContinueWith(t => t.Result.Granted)) return;")]
    public Task What_takes_more_than_that_is_left(string statement) => Test(statement, statement, "desk.{|GVN2004:ActAsync|}()").RunAsync();

    private static RuleFixTest<ConfirmationMustGateActionAnalyzer, ConfirmationMustGateActionFix> Test(string statement, string @fixed, string left = "desk.ActAsync()") => new()
    {
        TestCode = StepBody.With($"{statement}\n        await desk.{{|GVN2004:ActAsync|}}();"),
        FixedCode = StepBody.With($"{@fixed}\n        await {left};"),
        TestState = { Sources = { StepBody.Desk } },
        FixedState = { Sources = { StepBody.Desk } },
    };
}
