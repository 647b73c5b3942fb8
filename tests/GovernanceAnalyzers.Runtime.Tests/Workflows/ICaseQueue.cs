namespace Governance.Tests;

/// <summary>An interface with steps, with its decorator as the generator writes it.</summary>
public interface ICaseQueue
{
    Task<StepOutcome<int>> RouteAsync(string claim, StepRun? run = null, CancellationToken ct = default);

    Task UnrouteAsync(string claim, int? place, CancellationToken ct);
}

public sealed class CaseQueue(Ledger ledger) : ICaseQueue, IDisposable
{
    public async Task<StepOutcome<int>> RouteAsync(string claim, StepRun? run, CancellationToken ct)
    {
        await ledger.ActAsync($"routed {claim} {run?.Key}", ct);
        return StepOutcome.Done(ledger.Acts.Count);
    }

    public Task UnrouteAsync(string claim, int? place, CancellationToken ct) => ledger.ActAsync($"unrouted {claim} {place}", ct);

    public void Dispose() => ledger.ActAsync("disposed").GetAwaiter().GetResult();
}

public sealed class GovernedCaseQueue(ICaseQueue inner, IStepGovernor governor) : ICaseQueue
{
    public const string Route = "cases/route";

    private static readonly StepPlan<(ICaseQueue Inner, string Claim), int> s_route = new()
    {
        Step = new StepDescriptor
        {
            Workflow = "cases", Step = "route", Tier = RiskTier.High, Owner = "claims", EscalateTo = "oncall-claims", Rollback = "UnrouteAsync",
            Key = "{claim}", Question = "Route {claim}?", WorkflowType = typeof(ICaseQueue), Digest = "d9",
        },
        Body = static async (s, run, ct) => (await s.Inner.RouteAsync(s.Claim, run, ct)).Value,
        WriteArguments = static (s, w) => w.Write("claim", s.Claim),
        WritePlaceholders = static (s, w) => w.Write("claim", s.Claim),
        Rollback = static (s, result, run, ct) => s.Inner.UnrouteAsync(s.Claim, result.HasValue ? result.Value : default(int?), ct),
    };

    public static StepTableEntry Entry { get; } = new()
    {
        Step = s_route.Step,
        Resume = static (services, arguments, ct)
            => ((ICaseQueue)services.RequireStepService<GovernedCaseQueue>()).RouteAsync(arguments.Read<string>("claim"), null, ct),
        Rollback = static (services, arguments, run, ct) => services.RequireStepService<GovernedCaseQueue>().Inner.UnrouteAsync(
            arguments.Read<string>("claim"), arguments.Has(StepTableEntry.ResultName) ? arguments.Read<int>(StepTableEntry.ResultName) : default(int?), ct),
    };

    private ICaseQueue Inner => inner;

    Task<StepOutcome<int>> ICaseQueue.RouteAsync(string claim, StepRun? run, CancellationToken ct)
        => governor.RunAsync(new StepCall<(ICaseQueue, string), int>(s_route, (inner, claim)), ct);

    Task ICaseQueue.UnrouteAsync(string claim, int? place, CancellationToken ct) => throw new InvalidOperationException("order the rollback");
}

/// <summary>A generic one, whose decorator is not known closed.</summary>
public interface IShelf<T>
{
    T Top { get; }
}

public sealed class Shelf : IShelf<int>
{
    public int Top => 1;
}

public sealed class GovernedShelf<T>(IShelf<T> inner) : IShelf<T>
{
    T IShelf<T>.Top => inner.Top;
}
