using System.Text.Json;
using Governance;

namespace GovernanceAnalyzers.Tests.Generation;

/// <summary>A governor that approves and writes down everything generated code hands it.</summary>
internal sealed class RecordingGovernor(Action<string> say) : IStepGovernor
{
    private readonly Dictionary<string, RecordedCall> _calls = [];

    /// <summary>The last call of each step, by its id.</summary>
    public IReadOnlyDictionary<string, RecordedCall> Calls => _calls;

    public async Task<StepOutcome<T>> RunAsync<TState, T>(StepCall<TState, T> call, CancellationToken cancellationToken)
    {
        var step = call.Plan.Step;
        var recorded = new RecordedCall(say);
        say($"> {step.Id} {step.Tier} of {Short(step.WorkflowType)}, for {Short(typeof(T))}");
        recorded.Kind = "argument";
        call.Plan.WriteArguments(call.State, recorded);
        recorded.Kind = "placeholder";
        call.Plan.WritePlaceholders?.Invoke(call.State, recorded);
        var run = new StepRun(step, "R-1", "key-1", null);
        StepOutcome<T> outcome;
        try
        {
            // A token of the governor's own shows that the body gets that one.
            using var own = new CancellationTokenSource();
            var result = await call.Plan.Body(call.State, run, own.Token);
            say($"< completed {Json(result)}");
            recorded.Result = typeof(T) == typeof(NoResult) ? null : Json(result);
            recorded.Rollback = () => call.Plan.Rollback?.Invoke(call.State, new StepResult<T>(result), run, default);
            outcome = StepOutcome<T>.Completed(step.Id, "R-1", result);
        }
        catch (Exception failure)
        {
            say($"< failed {failure.GetType().Name}");
            outcome = StepOutcome<T>.NotCompleted(StepStatus.Failed, step.Id, "R-1", failure.Message, failure: failure);
        }

        recorded.RollbackWithoutResult = () => call.Plan.Rollback?.Invoke(call.State, default, run, default);
        _calls[step.Id] = recorded;
        return outcome;
    }

    public Task<StepApproval> RequireApprovalAsync(ConfirmationRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task UseApprovalAsync(StepApproval approval, ConfirmationRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<StepOutcome> RollbackAsync(string requestId, string reason, CancellationToken cancellationToken) => throw new NotSupportedException();

    public static string Json<T>(T value)
        => value is Delegate or IServiceProvider ? typeof(T).Name : JsonSerializer.Serialize(value, new JsonSerializerOptions { IncludeFields = true });

    private static string Short(Type type) => type.ToString();
}

/// <summary>What was recorded of one call, and can be read back.</summary>
internal sealed class RecordedCall(Action<string> say) : IArgumentWriter, IArgumentReader
{
    private readonly Dictionary<string, string> _arguments = [];

    public string Kind { get; set; } = "";

    public string? Result { get; set; }

    public Func<Task?>? Rollback { get; set; }

    public Func<Task?>? RollbackWithoutResult { get; set; }

    public void Write<T>(string name, T value)
    {
        var json = RecordingGovernor.Json(value);
        say($"  {Kind} {name} = {json} ({typeof(T)})");
        if (Kind == "argument")
        {
            _arguments[name] = json;
        }
    }

    public void WriteRedacted<T>(string name, T value) => say($"  {Kind} {name} is redacted ({typeof(T)})");

    public bool Has(string name) => name == StepTableEntry.ResultName ? Result is not null : _arguments.ContainsKey(name);

    public T Read<T>(string name)
        => JsonSerializer.Deserialize<T>(
            name == StepTableEntry.ResultName ? Result! : _arguments[name], new JsonSerializerOptions { IncludeFields = true })!;
}
