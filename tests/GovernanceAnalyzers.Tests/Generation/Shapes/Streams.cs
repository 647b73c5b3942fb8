using System.Runtime.CompilerServices;

namespace Shop;

public sealed record Hit(string Text);

[GovernedWorkflow("streams", Owner = "ops", EscalateTo = "oncall")]
public sealed partial class Desk(IStepGovernor governor, Action<string> say)
{
    [WorkflowStep("search", RiskTier.Low, Key = "{text}")]
    public partial IAsyncEnumerable<Hit> SearchAsync(string text, int most, CancellationToken ct = default);

    // The compiler wants the mark to be of use, so the implementing part is an iterator.
    [WorkflowStep("marked", RiskTier.Low)]
    public partial IAsyncEnumerable<string?> MarkedAsync(int Item, [EnumeratorCancellation] CancellationToken ct = default);

    [WorkflowStep("marked-first", RiskTier.Low)]
    public partial IAsyncEnumerable<bool> MarkedFirstAsync([EnumeratorCancellation] CancellationToken reading, CancellationToken call);

    [WorkflowStep("no-token", RiskTier.Low)]
    public partial IAsyncEnumerable<int> Count(in int to);

    [WorkflowStep("purge", RiskTier.High, Rollback = nameof(RestoreAsync))]
    public partial IAsyncEnumerable<string> PurgeAsync(string folder, IServiceProvider services, CancellationToken ct);

    [WorkflowStep("generic", RiskTier.Low)]
    public partial IAsyncEnumerable<(T, int)> NumberAsync<T>(IReadOnlyList<T> items) where T : notnull;

    [WorkflowStep("static", RiskTier.Low)]
    public static partial IAsyncEnumerable<int> DoubleAsync(IStepGovernor governor, int number);

    private async IAsyncEnumerable<Hit> SearchCoreAsync(string text, int most, StepRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        say($"search begins, {run.Key}, can be cancelled: {ct.CanBeCanceled}");
        try
        {
            for (var i = 1; i <= most; i++)
            {
                await Task.Yield();
                yield return new($"{text} {i}");
            }
        }
        finally
        {
            say("search ends");
        }
    }

    private async IAsyncEnumerable<string?> MarkedCoreAsync(int Item, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return null;
        await Task.Yield();
        throw new TimeoutException($"too late for {Item}");
    }

    private IAsyncEnumerable<bool> MarkedFirstCoreAsync(CancellationToken reading, CancellationToken call) => Of(reading.CanBeCanceled, call.CanBeCanceled);

    private IAsyncEnumerable<int> CountCore(in int to) => Of([.. Enumerable.Range(1, to)]);

    private IAsyncEnumerable<string> PurgeCoreAsync(string folder, IServiceProvider services, CancellationToken ct) => Of(folder + "/a", folder + "/b");

    private Task RestoreAsync(string folder, StepRun run, CancellationToken ct)
    {
        say($"restore {folder} {run.RequestId}");
        return Task.CompletedTask;
    }

    private IAsyncEnumerable<(T, int)> NumberCoreAsync<T>(IReadOnlyList<T> items) where T : notnull => Of([.. items.Select((item, i) => (item, i))]);

    private static IAsyncEnumerable<int> DoubleCoreAsync(IStepGovernor governor, int number) => Of(2 * number);

    private static async IAsyncEnumerable<T> Of<T>(params T[] items)
    {
        foreach (var item in items)
        {
            await Task.Yield();
            yield return item;
        }
    }
}

public static class Scenario
{
    public static async Task RunAsync(IStepGovernor governor, Action<string> say)
    {
        var desk = new Desk(governor, say);
        var found = desk.SearchAsync("a", 2);
        say("nothing has happened");
        await ReadAsync(found);
        say("a second reading is a second call");
        await ReadAsync(found);
        say("left early");
        await ReadAsync(desk.SearchAsync("b", 3), most: 1);
        await ReadAsync(desk.MarkedAsync(7));
        await ReadAsync(desk.MarkedFirstAsync(new CancellationTokenSource().Token, default));
        await ReadAsync(desk.Count(3));
        await ReadAsync(desk.PurgeAsync("tmp", null!, default));
        await ReadAsync(desk.NumberAsync(["x", "y"]));
        await ReadAsync(Desk.DoubleAsync(governor, 21));

        async Task ReadAsync<T>(IAsyncEnumerable<T> stream, int most = int.MaxValue)
        {
            try
            {
                await foreach (var item in stream)
                {
                    say($"read {item}");
                    if (--most == 0)
                    {
                        break;
                    }
                }
            }
            catch (TimeoutException failure)
            {
                say($"caught {failure.Message}");
            }
        }
    }

    public static object? Service(Type type, IStepGovernor governor, Action<string> say) => type == typeof(Desk) ? new Desk(governor, say) : null;
}
