using GovernanceAnalyzers.Rules.Enforcement;
using GovernanceAnalyzers.Tests.Controls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Enforcement;

/// <summary>A question about one value and an action with another. <c>OTHER</c> acts on a <c>path</c> or <c>order</c> that is not the confirmed one.</summary>
public sealed class ConfirmedValueMustBeActedOnTests
{
    [Theory]
    [InlineData("if (!await desk.AskAsync(path)) return; path = \"/\"; OTHER(path);")]
    [InlineData("if (!await desk.AskAsync($\"Delete {path}?\")) return; path += \"/..\"; OTHER(path);")]
    [InlineData("var question = $\"Delete {path}?\"; if (!await desk.AskAsync(question)) return; path = \"/\"; OTHER(path);")]
    [InlineData("if (!await desk.AskAsync(path)) return; if (unrelated) { path = \"/\"; } OTHER(path);")]
    [InlineData("if (!await desk.AskAsync(path)) return; Change(ref path); OTHER(path);")]
    [InlineData("if (!await desk.AskAsync($\"{order.Amount}\")) return; order.Amount = 9; OTHER(order);")]
    [InlineData("if (!await desk.AskAsync($\"{order.Amount}\")) return; order.Amount++; OTHER(order);")]
    [InlineData("if (!await desk.AskAsync($\"{lines.Count}\")) return; lines.Add(path); OTHER(lines);")]
    [InlineData("await governor.RequireApprovalAsync(new() { Question = $\"Pay {order.Amount}?\" }, ct); order = new(); OTHER(order);")]
    [InlineData("if (!await desk.AskAsync(path)) return; foreach (var c in lines) { path = c; } OTHER(path);")]
    [InlineData("if (!await desk.AskAsync(path)) return; Make(out path); OTHER(path);")]
    [InlineData("if (!await desk.AskAsync($\"{lines.Count}\")) return; lines.RemoveAt(0); OTHER(lines);")]
    [InlineData("if (!await desk.AskAsync($\"{lines.Count}\")) return; lines.Clear(); OTHER(lines);")]
    [InlineData("if (!await desk.AskAsync($\"{order.Amount}\")) return; order.Amount += 1; OTHER(order);")]
    [InlineData("var copy = path; if (!await desk.AskAsync(copy)) return; copy = \"/\"; OTHER(copy);")]
    [InlineData("if (!await desk.AskAsync(path)) return; await Task.Run(() => path = \"/\"); OTHER(path);")]
    [InlineData("if (!await Ask()) return; path = \"/\"; OTHER(path); async Task<bool> Ask() => await desk.AskAsync(path);")]
    public Task A_change_between_yes_and_action_is_reported(string statements) => Test(statements).RunAsync();

    [Theory]
    [InlineData("List<string>", "AddRange([path])")]
    [InlineData("List<string>", "Insert(0, path)")]
    [InlineData("List<string>", "InsertRange(0, [path])")]
    [InlineData("List<string>", "Remove(path)")]
    [InlineData("List<string>", "RemoveAll(_ => true)")]
    [InlineData("List<string>", "RemoveRange(0, 1)")]
    [InlineData("List<string>", "Sort()")]
    [InlineData("List<string>", "Reverse()")]
    [InlineData("Queue<string>", "Enqueue(path)")]
    [InlineData("Queue<string>", "Dequeue()")]
    [InlineData("Stack<string>", "Push(path)")]
    [InlineData("Stack<string>", "Pop()")]
    [InlineData("HashSet<string>", "UnionWith([path])")]
    [InlineData("HashSet<string>", "ExceptWith([path])")]
    [InlineData("Dictionary<string, int>", "TryAdd(path, 1)")]
    [InlineData("System.Collections.Concurrent.ConcurrentDictionary<string, int>", "TryRemove(path, out _)")]
    [InlineData("System.Text.StringBuilder", "Append(path)")]
    [InlineData("System.Text.StringBuilder", "AppendLine(path)")]
    [InlineData("System.Text.StringBuilder", "Replace('a', 'b')")]
    public Task What_is_added_taken_out_or_moved_is_a_change(string type, string change)
        => Test($"var what = new {type}(); if (!await desk.AskAsync($\"{{what}}\")) return; what.{change}; OTHER(what);").RunAsync();

    [Theory]
    [InlineData("path = path.Trim(); if (!await desk.AskAsync(path)) return; SAME(path);")]
    [InlineData("if (!await desk.AskAsync(path)) return; SAME(path); path = \"/\"; desk.Note();")]
    [InlineData("if (!await desk.AskAsync(path)) return; var other = path; other = \"x\"; SAME(path);")]
    [InlineData("foreach (var line in lines) { if (!await desk.AskAsync(line)) continue; SAME(line); }")]
    [InlineData("if (!await desk.AskAsync(path)) return; path = \"/\"; if (!await desk.AskAsync(path)) return; SAME(path);")]
    [InlineData("if (!await desk.AskAsync($\"{lines.Count}\")) return; var n = lines.Count; lines.Contains(path); SAME(lines);")]
    [InlineData("if (!await desk.AskAsync(\"\")) return; path = \"/\"; SAME(path);")]
    [InlineData("if (!await desk.AskAsync(path)) return; path.Replace('a', 'b'); SAME(path);")]
    [InlineData("if (!await desk.AskAsync(path)) return; path = \"/\"; return; SAME(path);")]
    [InlineData("if (!await desk.AskAsync($\"{lines.Count}\")) return; lines.IndexOf(path); SAME(lines);")]
    [InlineData("if (!await desk.AskAsync(path)) return; if (unrelated) { path = \"/\"; return; } SAME(path);")]
    [InlineData("if (!await desk.AskAsync($\"{order.Amount}\")) return; path = \"/\"; SAME(order);")]
    [InlineData("path = \"/\"; if (!await desk.AskAsync(path)) return; SAME(path);")]
    public Task The_same_value_is_silent(string statements) => Test(statements).RunAsync();

    [Fact]
    public Task The_message_names_the_variable()
    {
        var test = Test("if (!await desk.{|#2:AskAsync|}(path)) return; {|#1:path|} = \"/\"; await use.{|#0:ActAsync|}(path);");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2013", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1).WithLocation(2).WithArguments(
            "disk/clean", "vendor.act (High)", "CleanAsync → IUse.ActAsync",
            "with a 'path' that is changed after it was confirmed: ask about the value that is acted on"));
        return test.RunAsync();
    }

    [Fact]
    public Task Half_typed_code_does_not_fail()
    {
        var test = Test("if (!await desk.AskAsync(path)) return; path = ; await use.ActAsync(path);");
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        test.DisabledDiagnostics.Add("GVN2013");
        return test.RunAsync();
    }

    private static RuleTest<ConfirmedValueMustBeActedOnAnalyzer> Test(string statements) => new()
    {
        TestCode = StepBody.With(
            "using var scope = desk.Open(); "
                + System.Text.RegularExpressions.Regex.Replace(
                    statements.Replace("SAME", "await use.ActAsync"), @"OTHER\((\w+)\)", "await use.{|GVN2013:ActAsync|}($1)"),
            parameters: ", IUse use, Order order, List<string> lines",
            members: "private static void Change(ref string s) => s = \"\"; private static void Make(out string s) => s = \"\";"),
        TestState =
        {
            Sources =
            {
                StepBody.Desk,
                "public sealed class Order { public decimal Amount { get; set; } }\n"
                + "public interface IUse { [ConsequentialAction(\"vendor.act\", RiskTier.High)] Task ActAsync(object what); }",
            },
        },
    };
}
