using GovernanceAnalyzers.Rules.Enforcement;
using GovernanceAnalyzers.Tests.Controls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Enforcement;

/// <summary>One yes and many actions. <c>yes</c> asks about nothing in particular, <c>MANY</c> is an action that runs on a yes for another.</summary>
public sealed class ConfirmationMustCoverOneActionTests
{
    [Theory]
    [InlineData("if (!yes) return; foreach (var item in items) { MANY; }")]
    [InlineData("if (!yes) return; for (var i = 0; i < items.Length; i++) { MANY; }")]
    [InlineData("if (!yes) return; var left = 9; while (left-- > 0) { MANY; }")]
    [InlineData("if (!yes) return; do { MANY; } while (unrelated);")]
    [InlineData("var ok = yes; foreach (var item in items) { if (ok) { MANY; } }")]
    [InlineData("await governor.RequireApprovalAsync(r, ct); foreach (var item in items) { MANY; }")]
    [InlineData("foreach (var group in items) { if (!await desk.AskAsync(group)) continue; foreach (var item in items) { MANY; } }")]
    [InlineData("if (!yes) return; items.ToList().ForEach(item => NOW);")]
    [InlineData("if (!yes) return; Parallel.ForEach(items, item => NOW);")]
    [InlineData("if (!yes) return; await Parallel.ForEachAsync(items, async (item, c) => MANY);")]
    [InlineData("if (!yes) return; _ = items.Select(item => NOW).ToList();")]
    [InlineData("if (!await desk.AskAsync(path)) return; foreach (var item in items) { MANY; }")]
    [InlineData("if (!await AskAsync()) return; foreach (var item in items) { MANY; }")]
    [InlineData("if (!yes) return; foreach (var item in items) { try { MANY; } catch (IOException) { desk.Note(); } }")]
    [InlineData("if (!yes) return; for (;;) { MANY; }")]
    [InlineData("if (!yes) return; for (var i = 0; ; i++) { if (i > 3) break; MANY; }")]
    [InlineData("if (!await desk.AskAsync($\"{items.Length}\")) return; foreach (var c in path) { MANY; }")]
    [InlineData("if (!yes) return; items.ToList().ConvertAll(item => NOW);")]
    [InlineData("if (!yes) return; items.AsParallel().ForAll(item => NOW);")]
    [InlineData("if (!yes) return; Parallel.For(0, 9, item => NOW);")]
    [InlineData("if (!yes) return; await Parallel.ForAsync(0, 9, async (item, c) => MANY);")]
    [InlineData("if (!yes) return; _ = items.SelectMany(item => new[] { NOW }).ToList();")]
    [InlineData("if (!yes) return; desk.Note(); if (!yes) return; foreach (var item in items) { MANY; }")] // The nearest question is the one that is named.
    [InlineData("var ok = false; for (;;) { if (ok) { foreach (var item in items) { MANY; } } ok = yes; }")] // The question that counts stands behind the loop.
    [InlineData("if (!yes) return; foreach (var item in items) { foreach (var c in item) { if (c == 'a') { MANY; } } }")]
    public Task One_yes_for_many_is_reported(string statements) => Test(statements).RunAsync();

    [Theory]
    [InlineData("foreach (var item in items) { if (!yes) continue; ONE; }")]
    [InlineData("foreach (var item in items) { await governor.RequireApprovalAsync(r, ct); ONE; }")]
    [InlineData("if (!yes) return; foreach (var item in items) { if (!await desk.AskAsync(item)) continue; ONE; }")]
    [InlineData("if (!await desk.AskAsync($\"{items.Length} items?\")) return; foreach (var item in items) { ONE; }")]
    [InlineData("var question = $\"Delete {string.Join(',', items)}?\"; if (!await desk.AskAsync(question)) return; foreach (var item in items) { ONE; }")]
    [InlineData("var some = items.Where(i => i.Length > 2).ToList(); if (!await desk.AskAsync($\"{some.Count}\")) return; foreach (var item in some) { ONE; }")]
    [InlineData("var some = items.Take(9); if (!await desk.AskAsync($\"{items.Length}\")) return; foreach (var item in some) { ONE; }")]
    [InlineData("if (!await desk.AskAsync($\"{items.Length}\")) return; items.ToList().ForEach(item => desk.ActNow());")]
    [InlineData("if (!yes) return; foreach (var item in items) { if (item.Length > 3) { ONE; break; } }")]
    [InlineData("if (!yes) return; foreach (var item in items) { ONE; return; }")]
    [InlineData("if (!yes) return; for (var attempt = 0; attempt < 3; attempt++) { try { ONE; break; } catch (IOException) { } }")]
    [InlineData("if (!yes) return; for (var attempt = 0; attempt < 3; attempt++) { try { ONE; desk.Note(); if (unrelated) desk.Note(); return; } catch (IOException) { } }")]
    [InlineData("if (!yes) return; foreach (var item in items) { desk.Note(); } ONE;")]
    [InlineData("if (!yes) return; await Task.Run(() => desk.ActNow());")]
    [InlineData("if (!yes) return; foreach (var item in items) { desk.Peek(); }")]
    [InlineData("foreach (var item in items) { if (!yes) continue; for (var attempt = 0; attempt < 3; attempt++) { try { ONE; break; } catch (IOException) { } } }")]
    [InlineData("if (!await desk.AskAsync($\"{items.Length}\")) return; for (var i = 0; i < items.Length; i++) { ONE; }")]
    [InlineData("var left = items.Length; if (!await desk.AskAsync($\"{left}\")) return; while (left-- > 0) { ONE; }")]
    [InlineData("var left = items.Length; if (!await desk.AskAsync($\"{left}\")) return; do { ONE; } while (left-- > 0);")]
    [InlineData("if (!await desk.AskAsync($\"{items.Length}\") || !yes) return; foreach (var item in items) { ONE; }")]
    [InlineData("if (!yes || !await desk.AskAsync($\"{items.Length}\")) return; foreach (var item in items) { ONE; }")]
    [InlineData("if (!yes) return; items.ToList().Find(item => desk.ActNow() > 0);")]
    [InlineData("if (!yes) return; foreach (var item in items) { try { ONE; } finally { desk.Note(); } return; }")]
    public Task One_yes_for_one_is_silent(string statements) => Test(statements).RunAsync();

    [Fact]
    public Task The_message_names_what_is_gone_through()
    {
        var test = Test("if (!await desk.{|#1:AskAsync|}(\"\")) return; foreach (var item in items) { await desk.{|#0:ActAsync|}(); }");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2007", DiagnosticSeverity.Error).WithLocation(0).WithLocation(1).WithArguments(
            "disk/clean", "vendor.act (High)", "CleanAsync → IDesk.ActAsync",
            "many times on one confirmation, whose question does not name 'items': ask for each, or let the question carry what is gone through"));
        return test.RunAsync();
    }

    [Fact]
    public Task Where_nothing_is_gone_through_each_is_to_be_asked_for()
    {
        var test = Test("if (!await desk.{|#1:AskAsync|}(\"\")) return; for (;;) { await desk.{|#0:ActAsync|}(); }");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2007", DiagnosticSeverity.Error).WithLocation(0).WithLocation(1).WithArguments(
            "disk/clean", "vendor.act (High)", "CleanAsync → IDesk.ActAsync", "many times on one confirmation: ask each time"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("if (!yes) return; foreach (var item in ) { await desk.ActAsync(); }")]
    [InlineData("if (!yes) return; for (;;) { await desk.ActAsync(")]
    public Task Half_typed_code_does_not_fail(string statements)
    {
        var test = Test(statements);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        test.DisabledDiagnostics.Add("GVN2007");
        return test.RunAsync();
    }

    private static RuleTest<ConfirmationMustCoverOneActionAnalyzer> Test(string statements) => new()
    {
        TestCode = StepBody.With(
            statements.Replace("MANY", "await desk.{|GVN2007:ActAsync|}()").Replace("NOW", "desk.{|GVN2007:ActNow|}()").Replace("ONE", "await desk.ActAsync()")
                .Replace("yes", "await desk.AskAsync(\"\")"),
            parameters: ", string[] items",
            members: "private Task<bool> AskAsync() => desk.AskAsync(\"\");"),
        TestState = { Sources = { StepBody.Desk } },
    };
}
