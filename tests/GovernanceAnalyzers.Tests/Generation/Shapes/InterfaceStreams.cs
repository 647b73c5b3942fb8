using System.Runtime.CompilerServices;

namespace Shop;

public readonly record struct Range(int From, int To);

[GovernedWorkflow("contract-streams", Owner = "ops", EscalateTo = "oncall")]
public interface IArchive
{
    [WorkflowStep("read", RiskTier.Low, Key = "{range.From}")]
    IAsyncEnumerable<int> ReadAsync(in Range range, CancellationToken ct = default);

    [WorkflowStep("names", RiskTier.Low)]
    IAsyncEnumerable<string?> Names();

    [WorkflowStep("keep", RiskTier.Low)]
    Task<StepOutcome> KeepAsync(ref readonly Range range);
}

public sealed class Archive(Action<string> say) : IArchive
{
    public IAsyncEnumerable<int> ReadAsync(in Range range, CancellationToken ct) => CountAsync(range, ct);

    public async IAsyncEnumerable<string?> Names()
    {
        await Task.Yield();
        yield return null;
        throw new TimeoutException("too late");
    }

    public Task<StepOutcome> KeepAsync(ref readonly Range range)
    {
        say($"keep {range}");
        return Task.FromResult(StepOutcome.Completed("by the implementation", "R-0"));
    }

    private async IAsyncEnumerable<int> CountAsync(Range range, [EnumeratorCancellation] CancellationToken ct)
    {
        say($"can be cancelled: {ct.CanBeCanceled}");
        for (var i = range.From; i <= range.To; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }
}

public static class Scenario
{
    public static async Task RunAsync(IStepGovernor governor, Action<string> say)
    {
        IArchive archive = new GovernedArchive(new Archive(say), governor);
        var range = new Range(1, 2);
        var stream = archive.ReadAsync(range);
        range = new Range(7, 8);
        await foreach (var item in stream)
        {
            say($"read {item}");
        }

        try
        {
            await foreach (var name in archive.Names())
            {
                say($"name {name ?? "none"}");
            }
        }
        catch (TimeoutException failure)
        {
            say($"caught {failure.Message}");
        }

        say($"{(await archive.KeepAsync(in range)).Status}");
    }

    public static object? Service(Type type, IStepGovernor governor, Action<string> say)
        => type == typeof(GovernedArchive) ? new GovernedArchive(new Archive(say), governor) : null;
}
