namespace Shop;

public interface INamed { string Name { get; } }
public sealed record Tag(string Name) : INamed;
public sealed record Box<T>(T Content);

[GovernedWorkflow("generics", Owner = "ops")]
public sealed partial class Desk<TItem>(IStepGovernor governor) where TItem : class, INamed
{
    [WorkflowStep("of-type", RiskTier.Low, Key = "{item.Name}")]
    public partial Task<TItem?> KeepAsync(TItem item, Box<TItem?> box);

    [WorkflowStep("of-method", RiskTier.Low)]
    public partial Task<(T, U?)> PairAsync<T, U>(T first, U? second) where T : struct, IComparable<T> where U : class, INamed, new();

    [WorkflowStep("open", RiskTier.Low, Question = "Keep {box.Content}?")]
    public partial Task<T?> OpenAsync<T>(Box<T>? box, T? other);

    [WorkflowStep("constrained", RiskTier.Low)]
    public partial ValueTask<int> ConstrainedAsync<A, B, C, D, @class>(A a, B b, C c, D d, @class e)
        where A : notnull where B : unmanaged where C : class? where D : TItem? where @class : struct, Enum;

    private Task<TItem?> KeepCoreAsync(TItem item, Box<TItem?> box) => Task.FromResult<TItem?>(item);

    private Task<(T, U?)> PairCoreAsync<T, U>(T first, U? second) where T : struct, IComparable<T> where U : class, INamed, new()
        => Task.FromResult((first, second));

    // Core may name its type parameters as it likes.
    private Task<TOther?> OpenCoreAsync<TOther>(Box<TOther>? box, TOther? other) => Task.FromResult(box is null ? other : box.Content);

    private ValueTask<int> ConstrainedCoreAsync<A, B, C, D, @class>(A a, B b, C c, D d, @class e)
        where A : notnull where B : unmanaged where C : class? where D : TItem? where @class : struct, Enum => new(5);
}

public sealed class Item : INamed
{
    public string Name => "item";
}

public static class Scenario
{
    public static async Task RunAsync(IStepGovernor governor, Action<string> say)
    {
        var desk = new Desk<Tag>(governor);
        say($"kept {await desk.KeepAsync(new("tag"), new(null))}");
        say($"pair {await desk.PairAsync(1, new Item())}");
        say($"pair {await desk.PairAsync<decimal, Item>(2.5m, null)}");
        say($"open {await desk.OpenAsync(new Box<int>(3), 4)} and {await desk.OpenAsync<string>(null, "other")}");
        say($"constrained {await desk.ConstrainedAsync("a", 1, (string?)null, new Tag("d"), DayOfWeek.Monday)}");
    }
}
