using GovernanceAnalyzers.Controls;

namespace GovernanceAnalyzers.Tests.Controls;

/// <summary>What counts as a record of the intent before and of the outcome after, the failing path included, and what does not.</summary>
public sealed class LogShapeTests
{
    private const bool Logged = true;
    private const bool Open = false;

    private static readonly ShapeTable s_shapes = Table(
    [
        // Helpers that write.
        ("a helper for the entry", "await NoteAsync(); try { ACT; } finally { await NoteAsync(); }", Logged, "private Task NoteAsync() => log.AppendAsync(a, default).AsTask();"),
        ("a helper for the entry, two hops away", "await NoteAsync(); try { ACT; } finally { await NoteAsync(); }", Logged, "private async Task NoteAsync() => await WriteAsync(); private async Task WriteAsync() { await log.AppendAsync(a, default); }"),
        ("a helper for the entry, not waited for", "_ = NoteAsync(); try { ACT; } finally { await NoteAsync(); }", Open, "private Task NoteAsync() => log.AppendAsync(a, default).AsTask();"),
        ("a helper that writes only sometimes", "await NoteAsync(); try { ACT; } finally { await NoteAsync(); }", Open, "private async Task NoteAsync() { if (unrelated) await log.AppendAsync(a, default); }"),
        ("a helper that swallows that it could not write", "await NoteAsync(); try { ACT; } finally { await NoteAsync(); }", Open, "private async Task NoteAsync() { try { await log.AppendAsync(a, default); } catch { } }"),
        ("a helper that writes off and on, async void", "Note(); try { ACT; } finally { Note(); }", Open, "private async void Note() => await log.AppendAsync(a, default);"),
        ("a helper for the intent only", "desk.Note(); Begin(); ACT;", Open, "private void Begin() => desk.Begin();"),
        ("one helper for the intent and one for the outcome", "Begin(); try { ACT; } finally { End(); }", Logged, "private void Begin() => desk.Begin(); private void End() => desk.End();"),
        ("the two helpers exchanged", "End(); try { ACT; } finally { Begin(); }", Open, "private void Begin() => desk.Begin(); private void End() => desk.End();"),

        // Scopes.
        ("a scope of their own", "using var scope = new Entry1(desk); ACT;", Logged, "private sealed class Entry1 : IDisposable { private readonly IDesk d; public Entry1(IDesk desk) { d = desk; d.Begin(); } public void Dispose() => d.End(); }"),
        ("a scope of their own that writes nothing at its end", "using var scope = new Entry1(desk); ACT;", Open, "private sealed class Entry1 : IDisposable { public Entry1(IDesk desk) { desk.Begin(); } public void Dispose() { } }"),
        ("a scope of their own that writes nothing at its begin", "using var scope = new Entry1(desk); ACT;", Open, "private sealed class Entry1(IDesk desk) : IDisposable { public void Dispose() => desk.End(); }"),
        ("a scope of their own, from a helper", "using (OpenEntry()) { ACT; }", Logged, "private IDisposable OpenEntry() { return new Entry1(desk); } private sealed class Entry1 : IDisposable { private readonly IDesk d; public Entry1(IDesk desk) { d = desk; d.Begin(); } public void Dispose() => d.End(); }"),
        ("a scope of their own that is never closed", "var scope = new Entry1(desk); ACT;", Open, "private sealed class Entry1 : IDisposable { private readonly IDesk d; public Entry1(IDesk desk) { d = desk; d.Begin(); } public void Dispose() => d.End(); }"),
        ("an asynchronous scope of their own", "await using var scope = new Entry1(desk); ACT;", Logged, "private sealed class Entry1 : IAsyncDisposable { private readonly IDesk d; public Entry1(IDesk desk) { d = desk; d.Begin(); } public async ValueTask DisposeAsync() => await d.EndAsync(); }"),
        ("a marked scope from a helper", "using var scope = OpenEntry(); ACT;", Logged, "private IDisposable OpenEntry() => desk.Open();"),
        ("a marked scope that is opened and closed asynchronously", "await using var scope = await desk.OpenAsync(); ACT;", Logged),
        ("a marked scope that is closed in a finally", "var scope = desk.Open(); try { ACT; } finally { scope.Dispose(); }", Logged),
        ("a marked scope of which a finally only reads", "var scope = desk.Open(); try { ACT; } finally { scope.ToString(); }", Open),
        ("a marked scope that is made", "using var scope = new Written(); ACT;", Logged),
        ("a record of a moment that there is none of", "Odd(); ACT;", Open, "[RecordsAction((RecordMoment)3)] private void Odd() => desk.Note();"),
        ("a record of a moment before all", "desk.Begin(); try { ACT; } finally { Odd(); }", Open, "[RecordsAction((RecordMoment)(-1))] private void Odd() => desk.Note();"),
        ("a scope that is there only sometimes", "using var scope = unrelated ? desk.Open() : null; ACT;", Open),

        // Helpers that are handed the action.
        ("a helper that records what it runs", "await Recorded(() => desk.ActAsync());", Logged, "private async Task Recorded(Func<Task> act) { LOG; try { await act(); } finally { LOG; } }"),
        ("a helper that records what it runs, and what failed", "await Recorded(() => desk.ActAsync());", Logged, "private async Task Recorded(Func<Task> act) { LOG; try { await act(); LOG; } catch { LOG; throw; } }"),
        ("a helper that records what succeeds", "await Recorded(() => desk.ActAsync());", Open, "private async Task Recorded(Func<Task> act) { LOG; await act(); LOG; }"),
        ("a helper that records before, and the step after", "try { await Recorded(() => desk.ActAsync()); } finally { LOG; }", Logged, "private async Task Recorded(Func<Task> act) { LOG; await act(); }"),
        ("a helper that records after, and nobody before", "await Recorded(() => desk.ActAsync());", Open, "private async Task Recorded(Func<Task> act) { try { await act(); } finally { LOG; } }"),

        // The action behind calls.
        ("a helper that acts, inside a recorded block", "LOG; try { await Do(); } finally { LOG; }", Logged, "private Task Do() => desk.ActAsync();"),
        ("a helper that records and acts", "await Do();", Logged, "private async Task Do() { LOG; try { ACT; } finally { LOG; } }"),
        ("a helper that acts, and the step records only before", "LOG; await Do();", Open, "private Task Do() => desk.ActAsync();"),
        ("the intent in the step and the outcome in the helper", "LOG; await Do();", Logged, "private async Task Do() { try { ACT; } finally { LOG; } }"),
        ("a second way past the record", "await Do(); await Act2();", Open, "private async Task Do() { LOG; try { await Act2(); } finally { LOG; } } private Task Act2() => desk.ActAsync();"),

        ("a helper that acts, recorded at the second of two calls", "await Do(); LOG; try { await Do(); } finally { LOG; }", Open, "private Task Do() => desk.ActAsync();"),
        ("a helper that acts, recorded at the first of two calls", "LOG; try { await Do(); } finally { LOG; } await Do();", Open, "private Task Do() => desk.ActAsync();"),
        ("a local function that acts, recorded at the first of two calls", "LOG; try { Act1(); } finally { LOG; } LOG; Act1(); void Act1() => desk.ActNow();", Open),
        ("a local function that acts, recorded at both of two calls", "LOG; try { Act1(); } finally { LOG; } LOG; try { Act1(); } finally { LOG; } void Act1() => desk.ActNow();", Logged),
        ("a local function that acts and calls itself, which is not told apart", "LOG; try { Act1(3); } finally { LOG; } void Act1(int n) { if (n > 0) Act1(n - 1); desk.ActNow(); }", Open),

        // Paths.
        ("an early return after the intent", "LOG; if (unrelated) { LOG; return; } try { ACT; } finally { LOG; }", Logged),
        ("a loop with an entry for each", "foreach (var c in path) { LOG; try { ACT; } finally { LOG; } }", Logged),
        ("a loop with the intent before and each outcome", "LOG; foreach (var c in path) { try { ACT; } finally { LOG; } }", Logged),
        ("a loop whose last outcome is written", "LOG; foreach (var c in path) { ACT; } LOG;", Open),
        ("a flag that says that the outcome is written", "LOG; var ended = false; try { ACT; LOG; ended = true; } finally { if (!ended) { LOG; } }", Open),
        ("a catch that records and does not throw again", "LOG; try { ACT; } catch { LOG; return; } LOG;", Logged),
        ("a catch with a filter that always takes", "LOG; try { ACT; LOG; } catch when (true) { LOG; throw; }", Open),
        ("an outcome in a local function", "LOG; try { ACT; } finally { await EndIt(); } async Task EndIt() { LOG; }", Logged),
        ("an outcome in a lambda that is never run", "LOG; Func<Task> end = async () => { LOG; }; ACT;", Open),
        ("an intent in a task that is waited for", "await Task.Run(async () => { LOG; }); try { ACT; } finally { LOG; }", Logged),
        ("an intent in a task that is not", "_ = Task.Run(async () => { LOG; }); try { ACT; } finally { LOG; }", Open),
        ("an action in a lambda inside a recorded block", "LOG; try { await Task.Run(() => desk.ActNow()); } finally { LOG; }", Logged),
        ("an action in a lambda that outlives the block, which is not told apart", "LOG; Task t; try { t = Task.Run(() => desk.ActNow()); } finally { LOG; } await t;", Logged),
    ]);

    public static TheoryData<string> Names => s_shapes.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Shape(string name) => s_shapes.Check(name);

    private static ShapeTable Table(IEnumerable<Written> shapes)
    {
        var table = new ShapeTable(a => ((OwnAction)a).Proof is { HasIntent: true, HasOutcome: true });
        foreach (var shape in shapes)
        {
            table.Add(shape.Name, Spelt(shape.Code), shape.Holds, Spelt(shape.Members));
        }

        return table;
    }

    private static string Spelt(string code) => code.Replace("ACT", "await desk.ActAsync()").Replace("LOG", "await log.AppendAsync(a, default)");
}
