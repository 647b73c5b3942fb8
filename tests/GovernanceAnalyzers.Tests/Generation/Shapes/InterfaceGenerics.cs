namespace Shop;

public interface INamed { string Name { get; } }
public sealed record Tag(string Name) : INamed;

[GovernedWorkflow("generics", Owner = "ops")]
public interface IDesk<TItem, out TResult> where TItem : class, INamed where TResult : notnull
{
    [WorkflowStep("of-type", RiskTier.Medium, Key = "{item.Name}", Rollback = nameof(DropAsync), EscalateTo = "oncall")]
    Task<TItem?> KeepAsync(TItem item);

    Task DropAsync(TItem item, TItem? kept);

    [WorkflowStep("of-method", RiskTier.Low)]
    Task<(T, U?)> PairAsync<T, U>(T first, U? second) where T : struct, IComparable<T> where U : class, INamed, new();

    [WorkflowStep("open", RiskTier.Low, Rollback = nameof(Close))]
    Task<T?> OpenAsync<T>(T? one, T two);

    Task Close<T>(T? one, T two);

    TResult Result { get; }
}

public sealed class Item : INamed
{
    public string Name => "item";
}

public sealed class Desk(Action<string> say) : IDesk<Tag, int>
{
    public Task<Tag?> KeepAsync(Tag item) => Task.FromResult<Tag?>(item);

    public Task DropAsync(Tag item, Tag? kept)
    {
        say($"drop {item.Name} {kept?.Name ?? "unknown"}");
        return Task.CompletedTask;
    }

    public Task<(T, U?)> PairAsync<T, U>(T first, U? second) where T : struct, IComparable<T> where U : class, INamed, new()
        => Task.FromResult((first, second));

    public Task<T?> OpenAsync<T>(T? one, T two) => Task.FromResult(one ?? two);

    public Task Close<T>(T? one, T two)
    {
        say($"close {typeof(T)} {one} {two}");
        return Task.CompletedTask;
    }

    public int Result => 1;
}

// The steps of the base are governed by its own decorator, and the same again for whoever derives further.
[GovernedWorkflow("derived", Owner = "ops")]
public interface ITagDesk : IDesk<Tag, int>, IDisposable
{
    [WorkflowStep("count", RiskTier.Low)]
    Task<int> CountAsync();
}

[GovernedWorkflow("leaf", Owner = "ops")]
public interface ILeafDesk : ITagDesk
{
    Task<string> PlainAsync();
}

public sealed class LeafDesk(Action<string> say) : ILeafDesk
{
    private readonly Desk _desk = new(say);
    public Task<Tag?> KeepAsync(Tag item) => _desk.KeepAsync(item);
    public Task DropAsync(Tag item, Tag? kept) => _desk.DropAsync(item, kept);
    public Task<(T, U?)> PairAsync<T, U>(T first, U? second) where T : struct, IComparable<T> where U : class, INamed, new() => _desk.PairAsync(first, second);
    public Task<T?> OpenAsync<T>(T? one, T two) => _desk.OpenAsync(one, two);
    public Task Close<T>(T? one, T two) => _desk.Close(one, two);
    public int Result => 2;
    public Task<int> CountAsync() => Task.FromResult(3);
    public Task<string> PlainAsync() => Task.FromResult("plain");
    public void Dispose() => say("disposed");
}

public static class Scenario
{
    public static async Task RunAsync(IStepGovernor governor, Action<string> say)
    {
        IDesk<Tag, int> desk = new GovernedDesk<Tag, int>(new Desk(say), governor);
        say($"kept {await desk.KeepAsync(new("tag"))}, result {desk.Result}");
        say($"pair {await desk.PairAsync(1, new Item())}");
        say($"open {await desk.OpenAsync<string>(null, "two")}");
        using ILeafDesk leaf = new GovernedLeafDesk(new LeafDesk(say), governor);
        say($"leaf {await leaf.CountAsync()} {await leaf.PlainAsync()} {leaf.Result} {await leaf.KeepAsync(new("leaf"))}");
        try
        {
            await leaf.DropAsync(new("leaf"), null);
        }
        catch (InvalidOperationException refused)
        {
            say(refused.Message);
        }
    }

    public static object? Service(Type type, IStepGovernor governor, Action<string> say) => type == typeof(GovernedTagDesk) ? new GovernedTagDesk(new LeafDesk(say), governor) : null;
}
