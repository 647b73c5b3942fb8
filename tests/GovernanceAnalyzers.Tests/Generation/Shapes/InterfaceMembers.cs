using System.Diagnostics.CodeAnalysis;
namespace Shop;

public delegate void Told(string what);

public interface INamed
{
    string Name { get; set; }

    event Told? Told;

    string Greet() => "hello " + Name;
}

public interface ICounted
{
    int Count { get; }

    static virtual string Kind => "counted";

    string Name { get; }
}

/// <summary>Everything that an interface may have beside its steps.</summary>
[GovernedWorkflow("members", Owner = "ops")]
public interface IDesk : INamed, ICounted, IDisposable
{
    [WorkflowStep("run", RiskTier.Low)]
    Task<int> RunAsync(int number);

    string this[int index, string key = "k"] { get; set; }

    ref int Slot { get; }

    ref readonly string Text(in int index);

    bool TryFind(string key, [NotNullWhen(true)] out string? value, ref int tries, ReadOnlySpan<char> span);

    int Birth { get; init; }

    int Size { set; }

    T? Pick<T>(T? first, IEnumerable<T> others) where T : class, IComparable<T>;

    U? Open<U>(U? value);

    (int Number, string? Text) Pair((string A, dynamic? B) pair, params ReadOnlySpan<int> rest);

    [Obsolete("gone", error: true)] void Gone();

    [Obsolete("gone", error: true)] int GoneToo { get; }

    internal Task<string> HiddenAsync();

    int @class { get; }

    sealed int Twice(int number) => 2 * Count * number;

    private int Secret() => 0;

    static int Sum(int a, int b) => a + b;

    // What the base interface says by default is said otherwise here.
    string INamed.Greet() => "good day " + ((INamed)this).Name;
}

internal sealed class Desk(Action<string> say) : IDesk
{
    private int _slot = 3;
    private string _text = "text";

    string INamed.Name { get; set; } = "named";
    string ICounted.Name => "counted";
    public event Told? Told;
    public int Count => 4;
    public Task<int> RunAsync(int number)
    {
        Told?.Invoke($"told {number}");
        return Task.FromResult(number + 1);
    }

    public string this[int index, string key]
    {
        get => $"item {index} {key}";
        set => say($"set {index} {key} to {value}");
    }

    public ref int Slot => ref _slot;
    public ref readonly string Text(in int index) => ref _text;
    public bool TryFind(string key, [NotNullWhen(true)] out string? value, ref int tries, ReadOnlySpan<char> span)
    {
        value = key + span.ToString();
        tries++;
        return true;
    }

    public int Birth { get; init; } = 7;
    public int Size { set => say($"size {value}"); }
    public T? Pick<T>(T? first, IEnumerable<T> others) where T : class, IComparable<T> => first ?? others.FirstOrDefault();
    public U? Open<U>(U? value) => value;
    public (int Number, string? Text) Pair((string A, dynamic? B) pair, params ReadOnlySpan<int> rest) => (rest.Length, pair.A);
    public void Gone() => say("gone");
    public int GoneToo => 0;
    Task<string> IDesk.HiddenAsync() => Task.FromResult("hidden");
    int IDesk.@class => 5;
    public void Dispose() => say("disposed");
}

public static class Scenario
{
    public static async Task RunAsync(IStepGovernor governor, Action<string> say)
    {
        using IDesk desk = new GovernedDesk(new Desk(say), governor);
        Told told = what => say(what);
        desk.Told += told;
        await desk.RunAsync(1);
        desk.Told -= told;
        await desk.RunAsync(2);
        ((INamed)desk).Name = "renamed";
        say($"{((INamed)desk).Name}, {((ICounted)desk).Name}, {desk.Greet()}, {desk.Count}, {desk.Twice(2)}, {IDesk.Sum(1, 2)}");
        desk[1] = "one";
        say(desk[2, "two"]);
        desk.Slot = 9;
        say($"slot {desk.Slot}, text {desk.Text(1)}, birth {desk.Birth}");
        desk.Size = 6;
        Find(desk, say);
        say($"{desk.Pick(null, ["a"])}, {desk.Open(3)}, {desk.Open<string>(null) is null}, {desk.Pair(("a", null), 1, 2)}, {await desk.HiddenAsync()}, {desk.@class}");
    }

    private static void Find(IDesk desk, Action<string> say)
    {
        var tries = 1;
        say($"found {desk.TryFind("k", out var value, ref tries, "ey")} {value} {tries}");
    }

    public static object? Service(Type type, IStepGovernor governor, Action<string> say) => type == typeof(GovernedDesk) ? new GovernedDesk(new Desk(say), governor) : null;
}
