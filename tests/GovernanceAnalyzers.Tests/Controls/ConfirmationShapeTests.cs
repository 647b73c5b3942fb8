using System.Text.RegularExpressions;
using GovernanceAnalyzers.Controls;

namespace GovernanceAnalyzers.Tests.Controls;

/// <summary>
/// What counts as a confirmation on every path, and what does not. <c>yes</c> is a question to a person, <c>ACT</c> an action; a helper is a member of
/// the step's class. About half of the shapes look like a control and are none.
/// </summary>
public sealed class ConfirmationShapeTests
{
    private const bool Confirmed = true;
    private const bool Open = false;

    private static readonly ShapeTable s_shapes = Table(
    [
        // The answer and the branch.
        ("a guard that returns", "if (!yes) return; ACT;", Confirmed),
        ("a guard that throws", "if (!yes) throw new InvalidOperationException(); ACT;", Confirmed),
        ("a block that only a yes enters", "if (yes) { ACT; }", Confirmed),
        ("the answer thrown away", "await desk.AskAsync(\"\"); ACT;", Open),
        ("the answer discarded", "_ = yes; ACT;", Open),
        ("the answer kept and never read", "var ok = yes; ACT;", Open),
        ("the answer only written down", "var ok = yes; Console.WriteLine(ok); ACT;", Open),
        ("the no acts", "if (!yes) { ACT; }", Open),
        ("the yes returns", "if (yes) return; ACT;", Open),
        ("asked afterwards", "ACT; if (!yes) return;", Open),
        ("a task that is there is no answer", "if (desk.AskAsync(\"\") != null) { ACT; }", Open),
        ("a finished task is no answer", "var task = desk.AskAsync(\"\"); await task; if (task.IsCompletedSuccessfully) { ACT; }", Open),
        ("a task of a task", "if (await Task.FromResult(desk.AskAsync(\"\")) is not null) { ACT; }", Open),
        ("another question's answer", "var ok = yes; var sure = await desk.GuessAsync(); if (sure) { ACT; }", Open),

        // Operators.
        ("and", "if (unrelated && yes) { ACT; }", Confirmed),
        ("or", "if (unrelated || yes) { ACT; }", Open),
        ("or true", "if (yes || true) { ACT; }", Open),
        ("and not false", "if (yes && !false) { ACT; }", Confirmed),
        ("or in the guard", "if (!yes || unrelated) return; ACT;", Confirmed),
        ("and in the guard", "if (!yes && unrelated) return; ACT;", Open),
        ("not not", "if (!!yes) { ACT; }", Confirmed),
        ("exclusive or", "if (yes ^ unrelated) { ACT; }", Open),
        ("exclusive or with true", "if (yes ^ true) { ACT; }", Open),
        ("equal to another flag", "if (yes == unrelated) { ACT; }", Open),
        ("unequal to false", "if (yes != false) { ACT; }", Confirmed),
        ("unequal to true", "if (yes != true) { ACT; }", Open),
        ("a nullable answer with a default of no", "bool? ok = unrelated ? yes : null; if (ok ?? false) { ACT; }", Confirmed),
        ("a nullable answer with a default of yes", "bool? ok = unrelated ? yes : null; if (ok ?? true) { ACT; }", Open),
        ("a nullable answer that is true", "bool? ok = unrelated ? yes : null; if (ok == true) { ACT; }", Confirmed),
        ("a nullable answer that is not false", "bool? ok = unrelated ? yes : null; if (ok != false) { ACT; }", Open),
        ("a nullable answer with a value", "bool? ok = yes; if (ok.HasValue) { ACT; }", Open),
        ("a nullable answer's value", "bool? ok = yes; if (ok.Value) { ACT; }", Confirmed),
        ("both of two people", "if (yes & yes) { ACT; }", Confirmed),
        ("either of two people", "if (yes | yes) { ACT; }", Confirmed),
        ("either a person or a guess", "if (yes | await desk.GuessAsync()) { ACT; }", Open),

        // Flags.
        ("a flag that starts as no", "var ok = false; if (unrelated) { ok = yes; } if (ok) { ACT; }", Confirmed),
        ("a flag that starts as yes", "var ok = true; if (unrelated) { ok = yes; } if (ok) { ACT; }", Open),
        ("a flag that is set where a person said yes", "var ok = false; if (yes) { ok = true; } if (ok) { ACT; }", Confirmed),
        ("a flag that is set in both branches", "bool ok; if (yes) { ok = true; } else { ok = true; } if (ok) { ACT; }", Open),
        ("a flag for no that is set where a person said no", "var no = true; if (yes) { no = false; } if (no) return; ACT;", Confirmed),
        ("a flag by way of another", "var a1 = false; if (yes) a1 = true; var b1 = false; if (a1) b1 = true; var c1 = false; if (b1) c1 = true; if (c1) { ACT; }", Confirmed),
        ("a flag that is overwritten", "var ok = yes; ok = unrelated; if (ok) { ACT; }", Open),
        ("a flag that or-assignment widens", "var ok = yes; ok |= unrelated; if (ok) { ACT; }", Open),
        ("a flag that a method changes by reference", "var ok = yes; Widen(ref ok); if (ok) { ACT; }", Open, "private static void Widen(ref bool b) => b = true;"),
        ("a flag that a lambda changes", "var ok = yes; Action widen = () => ok = true; widen(); if (ok) { ACT; }", Open),
        ("a flag that a lambda sets to the answer", "var ok = false; await Task.Run(async () => { ok = yes; }); if (ok) { ACT; }", Confirmed),
        ("a field as flag", "known = yes; if (known) { ACT; }", Open, "private bool known;"),
        ("a static field as flag", "if (!s_known && !yes) return; s_known = true; ACT;", Open, "private static bool s_known;"),
        ("a flag of the loop before", "var ok = true; foreach (var c in path) { if (ok) { ACT; } ok = yes; }", Open),
        ("a switch expression over the verdict", "var d = await gate.RequestAsync(r, ct); var ok = d.Verdict switch { ConfirmationVerdict.Approved => true, _ => false }; if (ok) { ACT; }", Confirmed),
        ("a switch expression that lets a pending one through", "var d = await gate.RequestAsync(r, ct); var ok = d.Verdict switch { ConfirmationVerdict.Denied => false, _ => true }; if (ok) { ACT; }", Open),
        ("a conditional with literals", "var ok = yes ? true : false; if (ok) { ACT; }", Confirmed),
        ("a conditional with literals exchanged", "var ok = yes ? false : true; if (ok) { ACT; }", Open),
        ("a word for the answer", "var word = yes ? \"go\" : \"stop\"; if (word == \"go\") { ACT; }", Confirmed),
        ("another word than the one for yes", "var word = yes ? \"go\" : \"stop\"; if (word == \"stop\") { ACT; }", Open),
        ("a word that is not the one for no", "var word = yes ? \"go\" : \"stop\"; if (word != \"stop\") { ACT; }", Open),
        ("an object that is only made after a yes", "object? token = null; if (yes) { token = new(); } if (token is not null) { ACT; }", Confirmed),
        ("an object that is made anyway", "object? token = new(); if (yes) { token = null; } if (token is not null) { ACT; }", Open),

        // Tuples, patterns, switches.
        ("a tuple's element", "var t = (Ok: yes, By: \"\"); if (t.Ok) { ACT; }", Confirmed),
        ("a tuple's other element", "var t = (Ok: yes, Sure: true); if (t.Sure) { ACT; }", Open),
        ("a deconstructed tuple", "var (ok, by) = (yes, \"\"); if (ok) { ACT; }", Confirmed),
        ("a deconstructed tuple, exchanged", "var (ok, sure) = (true, yes); if (ok) { ACT; }", Open),
        ("a pattern over a decision", "if (await gate.RequestAsync(r, ct) is { Verdict: ConfirmationVerdict.Approved }) { ACT; }", Confirmed),
        ("a pattern that is not the one for no", "if (await gate.RequestAsync(r, ct) is not { Verdict: ConfirmationVerdict.Denied }) { ACT; }", Open),
        ("a pattern of anything", "if (await gate.RequestAsync(r, ct) is { }) { ACT; }", Open),
        ("a pattern that captures the verdict", "if ((await gate.RequestAsync(r, ct)).Verdict is var v && v == ConfirmationVerdict.Approved) { ACT; }", Open),
        ("a switch statement with a case for yes", "switch ((await gate.RequestAsync(r, ct)).Verdict) { case ConfirmationVerdict.Approved: ACT; break; default: break; }", Confirmed),
        ("a switch statement in which no falls to yes", "switch ((await gate.RequestAsync(r, ct)).Verdict) { case ConfirmationVerdict.Denied: case ConfirmationVerdict.Approved: ACT; break; }", Open),
        ("a switch statement with the action in default", "switch ((await gate.RequestAsync(r, ct)).Verdict) { case ConfirmationVerdict.Denied: break; default: ACT; break; }", Open),
        ("a switch over the answer with a guard", "switch (yes) { case true when unrelated: ACT; break; default: return; }", Confirmed),
        ("a goto from no to yes", "if (!yes) goto act; return; act: ACT;", Open),
        ("a goto past the action", "if (!yes) goto end; ACT; end: ;", Confirmed),

        // Loops.
        ("asked in the loop", "foreach (var c in path) { if (!yes) continue; ACT; }", Confirmed),
        ("asked until yes", "while (!yes) { } ACT;", Confirmed),
        ("asked until yes, but at most thrice", "for (var i = 0; i < 3; i++) { if (yes) break; } ACT;", Open),
        ("asked thrice, and then given up", "var ok = false; for (var i = 0; i < 3 && !ok; i++) { ok = yes; } if (!ok) return; ACT;", Confirmed),
        ("a loop that may not run", "foreach (var c in path) { if (!yes) return; } ACT;", Open),
        ("a loop that is left on a no", "foreach (var c in path) { if (!yes) break; } ACT;", Open),
        ("a loop that runs once at least", "do { if (!yes) return; } while (unrelated); ACT;", Confirmed),

        // Exceptions.
        ("a guard that throws in a try that is not swallowed", "try { await governor.RequireApprovalAsync(r, ct); } finally { desk.Note(); } ACT;", Confirmed),
        ("a guard that throws and is swallowed", "try { await governor.RequireApprovalAsync(r, ct); } catch { } ACT;", Open),
        ("a guard that throws and is logged and thrown again", "try { await governor.RequireApprovalAsync(r, ct); } catch (Exception) { desk.Note(); throw; } ACT;", Confirmed),
        ("a guard whose no is caught by type", "try { await governor.RequireApprovalAsync(r, ct); } catch (StepException) { desk.Note(); } ACT;", Open),
        ("the action in the catch", "try { await governor.RequireApprovalAsync(r, ct); } catch { ACT; }", Open),
        ("the action in the finally", "try { if (!yes) return; } finally { ACT; }", Open),
        ("the action after the question in a try", "try { if (!yes) return; ACT; } catch (IOException) { desk.Note(); }", Confirmed),
        ("a return through a finally", "try { if (!yes) return; } finally { desk.Note(); } ACT;", Confirmed),
        ("a flag that a catch sets", "var ok = false; try { ok = yes; } catch { ok = true; } if (ok) { ACT; }", Open),
        ("a throw that nobody comes back from", "if (!yes) Fail(); ACT;", Confirmed, "private static void Fail() => throw new InvalidOperationException();"),
        ("a throw that may come back", "if (!yes) Fail(); ACT;", Open, "private void Fail() { if (unrelated) throw new InvalidOperationException(); }"),
        ("a filter that lets through", "try { if (!yes) throw new IOException(); ACT; } catch (IOException) when (unrelated) { ACT; }", Open),

        // Functions inside the body.
        ("a lambda that is made after a yes", "if (!yes) return; await Task.Run(() => desk.ActNow());", Confirmed),
        ("a lambda that is handed on before", "var later = Task.Run(() => desk.ActNow()); if (!yes) return; await later;", Open),
        ("a lambda that is made before and called after", "Action act = () => desk.ActNow(); if (!yes) return; act();", Confirmed),
        ("a lambda that is made before and called before, too", "Action act = () => desk.ActNow(); act(); if (!yes) return; act();", Open),
        ("a lambda that is made before and handed on before", "Action act = () => desk.ActNow(); var t = Task.Run(act); if (!yes) return; act(); await t;", Open),
        ("a lambda that is exchanged", "Action act = () => { }; if (unrelated) act = () => desk.ActNow(); act(); if (!yes) return;", Open),
        ("a local function that is called after a yes", "if (!yes) return; Do(); void Do() => desk.ActNow();", Confirmed),
        ("a local function that is called before, too", "Do(); if (!yes) return; Do(); void Do() => desk.ActNow();", Open),
        ("a local function that asks", "if (!await Ask()) return; ACT; async Task<bool> Ask() { return yes; }", Confirmed),
        ("a local function that asks and says yes anyway", "if (!await Ask()) return; ACT; async Task<bool> Ask() { await desk.AskAsync(\"\"); return true; }", Open),
        ("a local function that throws unless", "await Ensure(); ACT; async Task Ensure() { if (!yes) throw new InvalidOperationException(); }", Confirmed),
        ("a lambda that asks", "Func<Task<bool>> ask = async () => yes; if (!await ask()) return; ACT;", Confirmed),
        ("a lambda that asks, of two", "Func<Task<bool>> ask = async () => yes; if (unrelated) ask = async () => true; if (!await ask()) return; ACT;", Open),
        ("a query that runs after a yes", "if (!yes) return; _ = path.Select(c => desk.ActNow()).ToList();", Confirmed),
        ("a question in a task", "if (!await Task.Run(() => desk.AskAsync(\"\"))) return; ACT;", Confirmed),
        ("a local function of an outer one, called before", "Outer(); if (!yes) return; void Outer() { Inner(); void Inner() => desk.ActNow(); }", Open),

        // Waiting.
        ("waited for together with others", "await Task.WhenAll(desk.DemandAsync(), Task.Delay(1)); ACT;", Confirmed),
        ("waited for whichever is first", "await Task.WhenAny(desk.DemandAsync(), Task.Delay(1)); ACT;", Open),
        ("not waited for", "_ = desk.DemandAsync(); ACT;", Open),
        ("waited for later", "var t = desk.DemandAsync(); ACT; await t;", Open),
        ("waited for with a limit", "desk.DemandAsync().Wait(10); ACT;", Open),
        ("continued whatever the answer", "await desk.DemandAsync().ContinueWith(t => { }); ACT;", Open),

        // Helpers: a method of the source that wraps the gate is a gate.
        ("a helper that asks", "if (!await ApproveAsync()) return; ACT;", Confirmed, "private async Task<bool> ApproveAsync() => yes;"),
        ("a helper that passes the task on", "if (!await ApproveAsync()) return; ACT;", Confirmed, "private Task<bool> ApproveAsync() => desk.AskAsync(\"\");"),
        ("a helper that compares the verdict", "if (!await ApproveAsync()) return; ACT;", Confirmed, "private async Task<bool> ApproveAsync() { var d = await gate.RequestAsync(r, default); return d.Verdict == ConfirmationVerdict.Approved; }"),
        ("a helper with a branch for each answer", "if (!await ApproveAsync()) return; ACT;", Confirmed, "private async Task<bool> ApproveAsync() { if (yes) { desk.Note(); return true; } return false; }"),
        ("a helper that says yes to everything", "if (!await ApproveAsync()) return; ACT;", Open, "private async Task<bool> ApproveAsync() { await desk.AskAsync(\"\"); return true; }"),
        ("a helper that says yes where asking fails", "if (!await ApproveAsync()) return; ACT;", Open, "private async Task<bool> ApproveAsync() { try { return yes; } catch { return true; } }"),
        ("a helper that says no where asking fails", "if (!await ApproveAsync()) return; ACT;", Confirmed, "private async Task<bool> ApproveAsync() { try { return yes; } catch { return false; } }"),
        ("a helper that is not always asked", "if (!await ApproveAsync()) return; ACT;", Open, "private async Task<bool> ApproveAsync() { if (unrelated) return true; return yes; }"),
        ("a helper that says no", "if (await DeniedAsync()) return; ACT;", Confirmed, "private async Task<bool> DeniedAsync() => !yes;"),
        ("a helper that says no, taken for a yes", "if (await DeniedAsync()) { ACT; }", Open, "private async Task<bool> DeniedAsync() => !yes;"),
        ("a helper that throws unless", "await EnsureAsync(); ACT;", Confirmed, "private async Task EnsureAsync() { if (!yes) throw new InvalidOperationException(); }"),
        ("a helper that throws unless, and is not waited for", "_ = EnsureAsync(); ACT;", Open, "private async Task EnsureAsync() { if (!yes) throw new InvalidOperationException(); }"),
        ("a helper that throws unless, and whose task is only looked at", "if (EnsureAsync() is not null) { ACT; }", Open, "private async Task<object> EnsureAsync() { await desk.DemandAsync(); return new(); }"),
        ("a helper that throws unless, async void", "Ensure(); ACT;", Open, "private async void Ensure() { if (!yes) throw new InvalidOperationException(); }"),
        ("a helper that throws unless, as an iterator", "Ensure(); ACT;", Open, "private IEnumerable<int> Ensure() { if (!desk.Ask(\"\")) throw new InvalidOperationException(); yield return 1; }"),
        ("a helper that throws only sometimes", "await EnsureAsync(); ACT;", Open, "private async Task EnsureAsync() { if (!yes && unrelated) throw new InvalidOperationException(); }"),
        ("a helper that swallows the no", "await EnsureAsync(); ACT;", Open, "private async Task EnsureAsync() { try { await desk.DemandAsync(); } catch { } }"),
        ("a helper of a helper of a helper", "if (!await A()) return; ACT;", Confirmed, "private Task<bool> A() => B(); private async Task<bool> B() => await C(); private async Task<bool> C() { return await D(); } private Task<bool> D() => desk.AskAsync(\"\");"),
        ("a helper of a helper that turns the answer round", "if (!await A()) return; ACT;", Open, "private async Task<bool> A() => !await B(); private async Task<bool> B() => await C(); private Task<bool> C() => desk.AskAsync(\"\");"),
        ("a helper that calls itself before it asks", "if (!await A(3)) return; ACT;", Open, "private async Task<bool> A(int n) => n == 0 ? true : await A(n - 1) || yes;"),
        ("a helper that asks again on a no", "if (!await A(3)) return; ACT;", Open, "private async Task<bool> A(int n) => yes || await A(n - 1);"),
        ("two helpers that call each other", "if (!await A()) return; ACT;", Open, "private Task<bool> A() => B(); private Task<bool> B() => A();"),
        ("a helper that may be overridden", "if (!await new Asker(desk).ApproveAsync()) return; if (!await ((Asker)new Yes(desk)).ApproveAsync()) return; ACT;", Confirmed, "private class Asker(IDesk desk) { public virtual Task<bool> ApproveAsync() => desk.AskAsync(\"\"); } private sealed class Yes(IDesk desk) : Asker(desk) { public override Task<bool> ApproveAsync() => Task.FromResult(true); }"),
        ("a helper that is overridden", "Asker asker = unrelated ? new Asker(desk) : new Yes(desk); if (!await asker.ApproveAsync()) return; ACT;", Open, "private class Asker(IDesk desk) { public virtual Task<bool> ApproveAsync() => desk.AskAsync(\"\"); } private sealed class Yes(IDesk desk) : Asker(desk) { public override Task<bool> ApproveAsync() => Task.FromResult(true); }"),
        ("a helper behind an interface", "if (!await asker.ApproveAsync()) return; ACT;", Open, "private interface IAsker { Task<bool> ApproveAsync(); } private readonly IAsker asker = null!;"),
        ("a helper behind an interface whose class is plain", "IAsker asker = new Asker(desk); if (!await asker.ApproveAsync()) return; ACT;", Confirmed, "private interface IAsker { Task<bool> ApproveAsync(); } private sealed class Asker(IDesk desk) : IAsker { public Task<bool> ApproveAsync() => desk.AskAsync(\"\"); }"),
        ("a property that asks", "if (!IsApproved) return; ACT;", Confirmed, "private bool IsApproved => desk.Ask(\"\");"),
        ("a property that keeps the answer", "if (!IsApproved) return; ACT;", Open, "private bool IsApproved { get; set; }"),
        ("a helper for the decision", "var d = await DecideAsync(); if (d.Verdict != ConfirmationVerdict.Approved) return; ACT;", Confirmed, "private async Task<ConfirmationDecision> DecideAsync() => await gate.RequestAsync(r, default);"),
        ("a helper that makes the decision up", "var d = await DecideAsync(); if (d.Verdict != ConfirmationVerdict.Approved) return; ACT;", Open, "private async Task<ConfirmationDecision> DecideAsync() { await gate.RequestAsync(r, default); return new() { Verdict = ConfirmationVerdict.Approved }; }"),
        ("a helper that reads the decision", "var d = await gate.RequestAsync(r, ct); if (!IsYes(d)) return; ACT;", Confirmed, "private static bool IsYes(ConfirmationDecision d) => d.Verdict == ConfirmationVerdict.Approved;"),
        ("a helper that reads the decision wrongly", "var d = await gate.RequestAsync(r, ct); if (!IsYes(d)) return; ACT;", Open, "private static bool IsYes(ConfirmationDecision d) => d.Verdict != ConfirmationVerdict.Denied;"),
        ("a helper that throws for a decision", "Ensure(await gate.RequestAsync(r, ct)); ACT;", Confirmed, "private static void Ensure(ConfirmationDecision d) { if (d.Verdict != ConfirmationVerdict.Approved) throw new InvalidOperationException(); }"),
        ("a helper that throws for an answer", "Ensure(yes); ACT;", Confirmed, "private static void Ensure(bool ok) { if (!ok) throw new InvalidOperationException(); }"),
        ("a helper that throws for another answer", "var ok = yes; Ensure(unrelated); ACT;", Open, "private static void Ensure(bool ok) { if (!ok) throw new InvalidOperationException(); }"),
        ("a helper that may skip, and does not", "if (!await ApproveAsync()) return; ACT;", Confirmed, "private async Task<bool> ApproveAsync(bool skip = false) { if (skip) return true; return yes; }"),
        ("a helper that may skip, and does", "if (!await ApproveAsync(true)) return; ACT;", Open, "private async Task<bool> ApproveAsync(bool skip = false) { if (skip) return true; return yes; }"),
        ("a helper that may skip, by a flag", "if (!await ApproveAsync(unrelated)) return; ACT;", Open, "private async Task<bool> ApproveAsync(bool skip = false) { if (skip) return true; return yes; }"),
        ("a helper that gives the answer out", "if (!TryAsk(out var ok)) return; if (ok) { ACT; }", Confirmed, "private bool TryAsk(out bool ok) { ok = desk.Ask(\"\"); return unrelated; }"),
        ("a helper that gives out another answer", "if (!TryAsk(out var ok)) return; if (ok) { ACT; }", Open, "private bool TryAsk(out bool ok) { ok = desk.Ask(\"\"); ok = unrelated; return unrelated; }"),
        ("a helper that gives a word", "if (await AskAsync() == Ruling.Granted) { ACT; }", Confirmed, "private async Task<Ruling> AskAsync() => yes ? Ruling.Granted : Ruling.Refused;"),
        ("a helper that gives a word, and the other is asked for", "if (await AskAsync() != Ruling.Granted) { ACT; }", Open, "private async Task<Ruling> AskAsync() => yes ? Ruling.Granted : Ruling.Refused;"),
        ("a helper that gives a record", "var answer = await AskAsync(); if (!answer.Ok) return; ACT;", Confirmed, "private sealed record Answer(bool Ok, string By); private async Task<Answer> AskAsync() => new(yes, \"\");"),
        ("a helper that gives a record that can change", "var answer = await AskAsync(); answer.Ok = true; if (!answer.Ok) return; ACT;", Open, "private sealed class Answer { public bool Ok { get; set; } } private async Task<Answer> AskAsync() => new() { Ok = yes };"),
        ("a helper that gives a tuple", "var (ok, by) = await AskAsync(); if (!ok) return; ACT;", Confirmed, "private async Task<(bool Ok, string By)> AskAsync() => (yes, \"\");"),
        ("a helper that gives null for no", "var token = await AskAsync(); if (token is null) return; ACT;", Confirmed, "private async Task<object?> AskAsync() { if (!yes) return null; return new(); }"),
        ("a helper that gives null for yes", "var token = await AskAsync(); if (token is null) return; ACT;", Open, "private async Task<object?> AskAsync() { if (yes) return null; return new(); }"),
        ("an extension method that asks", "if (!await desk.SureAsync()) return; ACT;", Confirmed, "} internal static class DeskAsking { public static async Task<bool> SureAsync(this IDesk desk) => yes;"),
        ("a static helper in another class", "if (!await Desks.SureAsync(desk)) return; ACT;", Confirmed, "} internal static class Desks { public static Task<bool> SureAsync(IDesk desk) => desk.AskAsync(\"\");"),
        ("a generic helper", "if (!await SureAsync(path)) return; ACT;", Confirmed, "private async Task<bool> SureAsync<T>(T what) => await desk.AskAsync($\"{what}\");"),
        ("a helper of an anybody", "if (!await ApproveAsync()) return; ACT;", Open, "private async Task<bool> ApproveAsync() => await desk.AskAnyoneAsync(\"\");"),
        ("a helper with two people", "if (!await ApproveAsync()) return; ACT;", Confirmed, "private async Task<bool> ApproveAsync() => await desk.AskAnyoneAsync(\"\") && yes;"),
        ("a value task", "if (!await ApproveAsync()) return; ACT;", Confirmed, "private ValueTask<bool> ApproveAsync() => new(desk.AskAsync(\"\"));"),
        ("a base class's helper", "if (!await new Child(desk).ApproveAsync()) return; ACT;", Confirmed, "private class Parent(IDesk desk) { public Task<bool> ApproveAsync() => desk.AskAsync(\"\"); } private sealed class Child(IDesk desk) : Parent(desk);"),
        ("a constructor that demands", "_ = new Permit(desk); ACT;", Confirmed, "private sealed class Permit { public Permit(IDesk desk) { if (!desk.Ask(\"\")) throw new InvalidOperationException(); } }"),
        ("a constructor that asks", "_ = new Permit(desk); ACT;", Open, "private sealed class Permit { public Permit(IDesk desk) { desk.Ask(\"\"); } }"),

        // Helpers that are handed the action.
        ("a helper that runs the action after a yes", "await Guarded(() => desk.ActAsync());", Confirmed, "private async Task Guarded(Func<Task> act) { if (!yes) return; await act(); }"),
        ("a helper that runs the action anyway", "await Guarded(() => desk.ActAsync());", Open, "private async Task Guarded(Func<Task> act) { if (!yes) desk.Note(); await act(); }"),
        ("a helper that runs the action twice", "await Guarded(() => desk.ActAsync());", Open, "private async Task Guarded(Func<Task> act) { if (yes) await act(); else await act(); }"),
        ("a helper that keeps the action", "await Guarded(() => desk.ActAsync()); await kept!();", Open, "private Func<Task>? kept; private async Task Guarded(Func<Task> act) { kept = act; if (!yes) return; await act(); }"),
        ("a helper that checks the action for null", "await Guarded(() => desk.ActAsync());", Confirmed, "private async Task Guarded(Func<Task> act) { ArgumentNullException.ThrowIfNull(act); if (!yes) return; await act(); }"),
        ("a helper that runs the action if there is one", "await Guarded(() => desk.ActAsync());", Confirmed, "private async Task Guarded(Func<Task>? act) { if (!yes) return; if (act is not null) await act(); }"),
        ("a helper that hands the action to such a helper", "await Outer(() => desk.ActAsync());", Confirmed, "private Task Outer(Func<Task> act) => Guarded(act); private async Task Guarded(Func<Task> act) { if (!yes) return; await act(); }"),
        ("a helper that runs the action in a lambda", "await Guarded(() => desk.ActAsync());", Confirmed, "private async Task Guarded(Func<Task> act) { if (!yes) return; await Task.Run(async () => await act()); }"),
        ("a helper that makes the lambda first", "await Guarded(() => desk.ActAsync());", Open, "private async Task Guarded(Func<Task> act) { var t = Task.Run(async () => await act()); if (!yes) return; await t; }"),
        ("a method group for such a helper", "await Guarded(desk.ActAsync);", Confirmed, "private async Task Guarded(Func<Task> act) { if (!yes) return; await act(); }"),
        ("a lambda in a local for such a helper", "Func<Task> act = () => desk.ActAsync(); await Guarded(act);", Confirmed, "private async Task Guarded(Func<Task> act) { if (!yes) return; await act(); }"),
        ("a lambda in a local for such a helper, and run besides", "Func<Task> act = () => desk.ActAsync(); await Guarded(act); await act();", Open, "private async Task Guarded(Func<Task> act) { if (!yes) return; await act(); }"),
        // The action behind calls: some call on every way to it is under the yes.
        ("the action in a helper that is called after a yes", "if (!yes) return; Do();", Confirmed, "private void Do() => desk.ActNow();"),
        ("the action in a helper that is called before", "Do(); if (!yes) return;", Open, "private void Do() => desk.ActNow();"),
        ("the action in a helper that asks itself", "await Do();", Confirmed, "private async Task Do() { if (!yes) return; ACT; }"),
        ("the action in a helper that asks when it has acted", "await Do();", Open, "private async Task Do() { ACT; if (!yes) return; }"),
        ("the action in a helper that asks for nothing", "await Do();", Open, "private async Task Do() { await desk.AskAsync(\"\"); ACT; }"),
        ("the action three calls away, asked in the middle", "await A();", Confirmed, "private Task A() => B(); private async Task B() { if (!yes) return; await C(); } private Task C() => desk.ActAsync();"),
        ("the action three calls away, asked on one of two ways", "await A();", Open, "private async Task A() { await B(); await C(); } private async Task B() { if (!yes) return; await C(); } private Task C() => desk.ActAsync();"),
        ("the action on two ways, both asked", "await A(); if (!yes) return; await B();", Confirmed, "private async Task A() { if (!yes) return; await B(); } private Task B() => desk.ActAsync();"),
        ("a helper that asks and calls itself", "await A(3);", Confirmed, "private async Task A(int n) { if (n == 0 || !yes) return; ACT; await A(n - 1); }"),
        ("a helper that calls itself and asks on one branch", "await A(3);", Open, "private async Task A(int n) { if (n > 0) { if (!yes) return; await A(n - 1); } ACT; }"),
        ("the action behind an interface whose class asks", "worker = new Worker(desk); await worker.DoAsync();", Confirmed, "private interface IWorker { Task DoAsync(); } private sealed class Worker(IDesk desk) : IWorker { public async Task DoAsync() { if (!yes) return; ACT; } } private IWorker worker = null!;"),
        ("the action in a helper that is given the approval", "await A(await governor.RequireApprovalAsync(r, ct));", Confirmed, "private Task A(StepApproval approval) => desk.ActAsync();"),
        ("a lambda that calls a helper that acts, after a yes", "if (!yes) return; await Task.Run(() => Do());", Confirmed, "private void Do() => desk.ActNow();"),
        ("a helper of another class that is handed the action and asks", "await new Guard(desk).RunAsync(() => Do());", Confirmed, "private Task Do() => desk.ActAsync(); private sealed class Guard(IDesk desk) { public async Task RunAsync(Func<Task> act) { if (yes) await act(); } }"),
        ("a helper of another class that is handed the action and asks nobody", "if (false) { _ = yes; } await new Guard().RunAsync(() => Do());", Open, "private Task Do() => desk.ActAsync(); private sealed class Guard { public async Task RunAsync(Func<Task> act) => await act(); }"),

        ("the other lambda of such a helper", "await Guarded(() => Task.CompletedTask, () => desk.ActAsync());", Open, "private async Task Guarded(Func<Task> act, Func<Task> always) { await always(); if (!yes) return; await act(); }"),
    ]);

    public static TheoryData<string> Names => s_shapes.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Shape(string name) => s_shapes.Check(name);

    [Fact]
    public void There_are_at_least_120_shapes_and_two_in_five_are_none()
    {
        Assert.True(s_shapes.Count() >= 120, $"{s_shapes.Count()} shapes");
        Assert.True(s_shapes.Count(s => !s.Holds) * 5 >= s_shapes.Count() * 2, $"{s_shapes.Count(s => !s.Holds)} of {s_shapes.Count()}");
    }

    private static ShapeTable Table(IEnumerable<Written> shapes)
    {
        var table = new ShapeTable(a => ((OwnAction)a).Proof.Confirmation >= Proof.AnotherPerson);
        foreach (var shape in shapes)
        {
            table.Add(shape.Name, Spelt(shape.Code), shape.Holds, Spelt(shape.Members));
        }

        return table;
    }

    private static string Spelt(string code) => Regex.Replace(code.Replace("ACT", "await desk.ActAsync()"), @"\byes\b", "(await desk.AskAsync(\"\"))");
}

/// <summary>A row of the table; the helper is optional.</summary>
internal sealed record Written(string Name, string Code, bool Holds, string Members)
{
    public static implicit operator Written((string Name, string Code, bool Holds) row) => new(row.Name, row.Code, row.Holds, "");

    public static implicit operator Written((string Name, string Code, bool Holds, string Members) row) => new(row.Name, row.Code, row.Holds, row.Members);
}
