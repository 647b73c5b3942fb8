namespace Shop;

/// <summary>A contract that the desk keeps, once as itself and once behind the contract's name.</summary>
public interface ITriage
{
    /// <summary>Takes a message in.</summary>
    /// <param name="id">The message.</param>
    Task<string> TriageAsync(string id);

    /// <summary>Puts it away.</summary>
    Task<string> FileAsync(string id);
}

/// <summary>The part with the docs, the governor and one step.</summary>
public sealed partial class Desk(IStepGovernor governor) : ITriage
{
    /// <inheritdoc/>
    [WorkflowStep("triage", RiskTier.Low)]
    public partial Task<string> TriageAsync(string id);

    // C# lets no partial method implement an interface explicitly; an ordinary one calls the step.
    Task<string> ITriage.FileAsync(string id) => FileAwayAsync(id);

    private Task<string> FileAwayCoreAsync(string id) => Task.FromResult($"filed {id}");
}

public partial record Note(string Text)
{
    private Task<int> LengthCoreAsync() => Task.FromResult(Text.Length);
}

public static class Scenario
{
    public static async Task RunAsync(IStepGovernor governor, Action<string> say)
    {
        ITriage desk = new Desk(governor);
        say(await desk.TriageAsync("m-1"));
        say(await desk.FileAsync("m-2"));
        say($"length {await new Note("abc").With(governor).LengthAsync()}");
    }

    public static object? Service(Type type, IStepGovernor governor, Action<string> say)
        => type == typeof(Desk) ? new Desk(governor) : type == typeof(Note) ? new Note("abc").With(governor) : null;
}
