using GovernanceAnalyzers.CodeFixes.Enforcement;
using GovernanceAnalyzers.Rules.Enforcement;
using GovernanceAnalyzers.Tests.Controls;

namespace GovernanceAnalyzers.Tests.Enforcement;

/// <summary>
/// The confirmation goes into the loop. <c>yes</c> asks about nothing in particular, <c>ACT</c> is the action that is reported before and not after. What the
/// fix writes is compiled, and the rule has to be silent there.
/// </summary>
public sealed class ConfirmationMustCoverOneActionFixTests
{
    [Theory]
    [InlineData(
        "if (!yes)\n{\n    return;\n}\n\nforeach (var item in items)\n{\n    ACT;\n}",
        "foreach (var item in items)\n{\n    if (!yes)\n    {\n        return;\n    }\n\n    ACT;\n}")]
    [InlineData("if (!yes) return;\nforeach (var item in items)\n{\n    ACT;\n}", "foreach (var item in items)\n{\n    if (!yes) return;\n    ACT;\n}")]
    [InlineData("if (!yes) return;\nforeach (var item in items)\n    ACT;", "foreach (var item in items)\n{\n    if (!yes) return;\n    ACT;\n}")]
    [InlineData("if (!yes) return; foreach (var item in items) { ACT; }", "foreach (var item in items) { if (!yes) return; ACT; }")]
    [InlineData(
        "await governor.RequireApprovalAsync(r, ct);\nforeach (var item in items)\n{\n    ACT;\n}",
        "foreach (var item in items)\n{\n    await governor.RequireApprovalAsync(r, ct);\n    ACT;\n}")]
    [InlineData(
        "var approval = await governor.RequireApprovalAsync(r, ct);\n\nfor (var i = 0; i < 9; i++)\n{\n    ACT;\n    _ = approval;\n}",
        "for (var i = 0; i < 9; i++)\n{\n    var approval = await governor.RequireApprovalAsync(r, ct);\n\n    ACT;\n    _ = approval;\n}")]
    [InlineData(
        "var d = await gate.RequestAsync(r, ct);\nif (d.Verdict != ConfirmationVerdict.Approved)\n{\n    return;\n}\n\nvar left = 9;\nwhile (left-- > 0)\n{\n    ACT;\n}",
        "var left = 9;\nwhile (left-- > 0)\n{\n    var d = await gate.RequestAsync(r, ct);\n    if (d.Verdict != ConfirmationVerdict.Approved)\n    {\n        return;\n    }\n\n    ACT;\n}")]
    [InlineData(
        "var ok = yes;\nforeach (var item in items)\n{\n    if (ok)\n    {\n        ACT;\n    }\n}",
        "foreach (var item in items)\n{\n    var ok = yes;\n    if (ok)\n    {\n        ACT;\n    }\n}")]
    [InlineData(
        "if (yes)\n{\n    foreach (var item in items)\n    {\n        ACT;\n    }\n}",
        "foreach (var item in items)\n{\n    if (yes)\n    {\n        ACT;\n    }\n}")]
    [InlineData(
        "var ok = yes;\nif (ok)\n    foreach (var item in items)\n        ACT;",
        "foreach (var item in items)\n{\n    var ok = yes;\n    if (ok)\n        ACT;\n}")]
    [InlineData(
        "foreach (var part in items)\n{\n    if (!yes) continue;\n    foreach (var item in items)\n    {\n        ACT;\n    }\n}",
        "foreach (var part in items)\n{\n    foreach (var item in items)\n    {\n        if (!yes) continue;\n        ACT;\n    }\n}")]
    [InlineData(
        "if (!yes) return;\nforeach (var part in items)\n{\n    var some = part;\n    foreach (var item in items)\n    {\n        ACT;\n    }\n}",
        "foreach (var part in items)\n{\n    var some = part;\n    foreach (var item in items)\n    {\n        if (!yes) return;\n        ACT;\n    }\n}")]
    [InlineData(
        "if (!yes) return;\nforeach (var item in items)\n{\n    for (var attempt = 0; attempt < 3; attempt++)\n    {\n        try\n        {\n            ACT;\n            break;\n        }\n        catch (IOException)\n        {\n        }\n    }\n}",
        "foreach (var item in items)\n{\n    if (!yes) return;\n    for (var attempt = 0; attempt < 3; attempt++)\n    {\n        try\n        {\n            ACT;\n            break;\n        }\n        catch (IOException)\n        {\n        }\n    }\n}")]
    [InlineData("if (!yes) return;\nawait Parallel.ForEachAsync(items, async (item, c) =>\n{\n    ACT;\n});", "await Parallel.ForEachAsync(items, async (item, c) =>\n{\n    if (!yes) return;\n    ACT;\n});")]
    [InlineData("await desk.DemandAsync();\nawait Parallel.ForEachAsync(items, async (item, c) => ACT);\ndesk.Note();", "await Parallel.ForEachAsync(items, async (item, c) =>\n{\n    await desk.DemandAsync();\n    ACT;\n});\ndesk.Note();")]
    [InlineData("desk.Demand();\n_ = items.Select(item => NOW).ToList();", "_ = items.Select(item =>\n{\n    desk.Demand();\n    return NOW;\n}).ToList();")]
    [InlineData("desk.Demand();\nitems.ToList().ForEach(item => NOW);", "items.ToList().ForEach(item =>\n{\n    desk.Demand();\n    NOW;\n});")]
    [InlineData(
        "if (!yes) return;\nusing var entry = desk.Open();\nforeach (var item in items)\n{\n    ACT;\n}",
        "foreach (var item in items)\n{\n    if (!yes) return;\n    using var entry = desk.Open();\n    ACT;\n}")]
    [InlineData(
        "switch (items.Length)\n{\n    case 1:\n        {\n            if (!yes) break;\n            foreach (var item in items)\n            {\n                ACT;\n            }\n\n            break;\n        }\n}",
        "switch (items.Length)\n{\n    case 1:\n        {\n            foreach (var item in items)\n            {\n                if (!yes) break;\n                ACT;\n            }\n\n            break;\n        }\n}")]
    [InlineData("if (!await AskAsync()) return;\nforeach (var item in items)\n{\n    ACT;\n}", "foreach (var item in items)\n{\n    if (!await AskAsync()) return;\n    ACT;\n}")]
    public Task The_question_goes_in(string before, string after) => Test(before, after).RunAsync();

    [Fact]
    public Task Comments_stay_with_what_they_are_about() => Test(
        "desk.Note();\n\n// Somebody has to look.\nif (!yes) // no\n{\n    return;\n}\n\n// Each of them.\nforeach (var item in items)\n{\n    // Now.\n    ACT; // done\n}\n\ndesk.Note();",
        "desk.Note();\n\n// Each of them.\nforeach (var item in items)\n{\n    // Somebody has to look.\n    if (!yes) // no\n    {\n        return;\n    }\n\n    // Now.\n    ACT; // done\n}\n\ndesk.Note();").RunAsync();

    [Fact]
    public Task Comments_round_a_test_that_goes_in_stay() => Test(
        "// Somebody has to look.\nif (yes)\n{\n    // Each of them.\n    foreach (var item in items) // all\n    {\n        ACT;\n    }\n} // done",
        "// Somebody has to look.\n// Each of them.\nforeach (var item in items) // all\n{\n    if (yes)\n    {\n        ACT;\n    }\n} // done").RunAsync();

    [Theory]
    [InlineData("if (!yes) return;\ndesk.Note();\nforeach (var item in items) { ACT; }")] // Runs unasked then.
    [InlineData("if (!yes) return;\nawait desk.ActAsync();\nforeach (var item in items) { ACT; }")]
    [InlineData("if (!yes) return;\nforeach (var item in items) { ACT; }\nawait desk.ActAsync();")]
    [InlineData("if (!yes) return;\nforeach (var part in items) { desk.Note(); foreach (var item in items) { ACT; } }")]
    [InlineData("if (!yes) return;\nusing (desk.Open())\n{\n    foreach (var item in items) { ACT; }\n}")]
    [InlineData("var ok = yes;\nforeach (var item in items) { if (ok) { ACT; } }\nif (ok) desk.Note();")] // The answer is asked for afterwards.
    [InlineData("var ok = false;\nok = yes;\nforeach (var item in items) { if (ok) { ACT; } }\nif (ok) desk.Note();")]
    [InlineData("var ok = yes;\nwhile (ok) { ACT; }")]
    [InlineData("var n = 0;\nif (!await desk.AskAsync($\"{n}\")) return;\nforeach (var item in items) { n++; ACT; }")] // Another question each time.
    [InlineData("var names = new List<string>();\nif (!await desk.AskAsync($\"{names.Count}\")) return;\nforeach (var item in items) { names.Add(item); ACT; }")]
    [InlineData("if (!await desk.AskAsync($\"{unrelated}\")) return;\nforeach (var item in items) { unrelated = true; ACT; }")]
    [InlineData("foreach (var part in items)\n{\n    if (!yes) break;\n    foreach (var item in items) { ACT; }\n}")] // Leaves another loop then.
    [InlineData("switch (items.Length) { case 1: { if (!yes) break; foreach (var item in items) { ACT; } desk.Note(); break; } }")]
    [InlineData("switch (items.Length) { case 1: { if (!yes) break; foreach (var item in items) { ACT; } return; } }")]
    [InlineData("switch (items.Length) { case 1: { if (!yes) break; await Parallel.ForEachAsync(items, async (item, c) => ACT); break; } }")]
    [InlineData("if (!yes) return;\nusing var entry = desk.Open();\nforeach (var item in items) { ACT; }\ndesk.Note();")] // Is recorded no more.
    [InlineData("using var entry = desk.Open();\nif (!yes) return;\ndesk.Note();\nusing var other = desk.Open();\nforeach (var item in items) { ACT; }")]
    [InlineData("if (!yes) return;\nusing var entry = desk.Open();\nvar open = entry;\nforeach (var item in items) { ACT; }")]
    [InlineData("foreach (var part in items)\n{\n    if (!yes) continue;\n    foreach (var item in items) { ACT; }\n    desk.Note();\n}")]
    [InlineData("if (!yes) return;\nawait Parallel.ForEachAsync(items, async (item, c) => ACT);\ndesk.Note();")]
    [InlineData("if (!yes) return;\nitems.ToList().ForEach(item => NOW);")] // Does not compile: nobody can wait there.
    [InlineData("if (yes) { foreach (var item in items) { ACT; } } else { desk.Note(); }")]
    [InlineData("if (yes)\n{\n    foreach (var item in items) { ACT; }\n    // That was all.\n}")] // The comment would be gone.
    [InlineData("#if !X\nif (!yes) return;\n#endif\nforeach (var item in items) { ACT; }")] // Would not be one behind the other any more.
    [InlineData("#pragma warning disable CS0219\nif (!yes) return;\n#pragma warning restore CS0219\nforeach (var item in items) { ACT; }")]
    [InlineData("if (!yes) return;\n#if X\ndesk.Note();\n#endif\nforeach (var item in items) { ACT; }")] // Runs unasked where X is defined.
    [InlineData("if (yes)\n{\n#if !X\n    foreach (var item in items) { ACT; }\n#endif\n}")]
    [InlineData("if (yes) { foreach (var item in items) { ACT; } desk.Note(); }")]
    public Task What_would_change_more_is_left(string statements) => Test(statements, statements, isFixed: false).RunAsync();

    [Fact]
    public Task Two_actions_of_one_loop_are_one_edit_and_all_loops_are_mended_at_once() => Test(
        "if (!yes) return;\nforeach (var item in items)\n{\n    ACT;\n    NOW;\n}\n\nawait governor.RequireApprovalAsync(r, ct);\nforeach (var item in items)\n{\n    ACT;\n}",
        "foreach (var item in items)\n{\n    if (!yes) return;\n    ACT;\n    NOW;\n}\n\nforeach (var item in items)\n{\n    await governor.RequireApprovalAsync(r, ct);\n    ACT;\n}").RunAsync();

    private static RuleFixTest<ConfirmationMustCoverOneActionAnalyzer, ConfirmationMustCoverOneActionFix> Test(string before, string after, bool isFixed = true) => new()
    {
        TestCode = Code(before, isReported: true),
        FixedCode = Code(after, isReported: !isFixed),
        TestState = { Sources = { StepBody.Desk } },
        FixedState = { Sources = { StepBody.Desk } },
    };

    private static string Code(string statements, bool isReported) => StepBody.With(
        statements.Replace("ACT", isReported ? "await desk.{|GVN2007:ActAsync|}()" : "await desk.ActAsync()")
            .Replace("NOW", isReported ? "desk.{|GVN2007:ActNow|}()" : "desk.ActNow()")
            .Replace("yes", "await desk.AskAsync(\"\")").Replace("\n", "\n        ").Replace("\n        \n", "\n\n"),
        parameters: ", string[] items",
        members: "private Task<bool> AskAsync() => desk.AskAsync(\"\");");
}
