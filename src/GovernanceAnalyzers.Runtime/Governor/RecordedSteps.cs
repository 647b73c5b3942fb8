using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Governance;

/// <summary>
/// What can be done with a step that is on record: resumed or undone through the generated step table and the container; undone from memory
/// where this process ran it a short while ago and there is no table.
/// </summary>
internal sealed class RecordedSteps
{
    private const int MostKept = 256;
    private readonly ConcurrentDictionary<string, StepTableEntry> _entries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, StepDescriptor> _steps = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Func<StepRun, CancellationToken, Task>> _kept = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _keptInOrder = new();
    private readonly IServiceProvider? _services;
    private readonly IReadableActionLog? _log;
    private readonly StepJson _json;

    public RecordedSteps(IEnumerable<StepTableEntry> entries, IServiceProvider? services, IReadableActionLog? log, StepJson json)
    {
        (_services, _log, _json) = (services, log, json);
        foreach (var entry in entries)
        {
            _entries[entry.Step.Id] = entry;
            _steps[entry.Step.Id] = entry.Step;
        }
    }

    public StepDescriptor? Step(string stepId) => _steps.GetValueOrDefault(stepId);

    /// <summary>Remembers a step that is called, and with it its assembly's table.</summary>
    public void Seen(StepDescriptor step)
    {
        if (!_steps.TryAdd(step.Id, step) || _services is null)
        {
            return;
        }

        foreach (var entry in StepTables.EntriesOf(step.WorkflowType.Assembly))
        {
            _entries.TryAdd(entry.Step.Id, entry);
        }
    }

    public void Keep<TState, T>(StepPlan<TState, T> plan, TState state, StepResult<T> result, string requestId)
    {
        if (plan.Rollback is not { } rollback)
        {
            return;
        }

        _kept[requestId] = (run, cancellationToken) => rollback(state, result, run, cancellationToken);
        _keptInOrder.Enqueue(requestId);
        if (_keptInOrder.Count > MostKept && _keptInOrder.TryDequeue(out var oldest))
        {
            _kept.TryRemove(oldest, out _);
        }
    }

    /// <summary>How to undo a request; null where nothing can.</summary>
    public Func<StepRun, CancellationToken, Task>? Rollback(RequestEntry entry)
        => _services is not null && _entries.GetValueOrDefault(entry.Facts.StepId)?.Rollback is { } rollback && Arguments(entry) is { } arguments
            ? (run, cancellationToken) => InScopeAsync(services => rollback(services, arguments, run, cancellationToken))
            : _kept.GetValueOrDefault(entry.RequestId);

    /// <summary>How to call the step of a request again; null where nothing can.</summary>
    public Func<CancellationToken, Task>? Resume(RequestEntry entry)
        => _services is not null && _entries.GetValueOrDefault(entry.Facts.StepId)?.Resume is { } resume && Arguments(entry) is { } arguments
            ? cancellationToken => InScopeAsync(services => resume(services, arguments, cancellationToken))
            : null;

    /// <summary>Reads a request back that the history does not keep: a Low call without a key.</summary>
    public RequestEntry? FindInLog(string requestId)
    {
        RequestEntry? found = null;
        foreach (var action in _log?.ReadAll() ?? [])
        {
            if (action.Record.RequestId == requestId)
            {
                found ??= new RequestEntry(requestId, RequestFacts.Of(action.Record), action.InputDigest ?? "", action.Record.Time, null);
                found.Apply(action.Record, action.OutputDigest);
            }
        }

        return found;
    }

    private RecordedArguments? Arguments(RequestEntry entry)
        => _log?.ReadPayload(entry.InputDigest) is { } input
            ? new RecordedArguments(_json, input, entry.OutputDigest is { } output ? _log.ReadPayload(output) : null)
            : null;

    private async Task InScopeAsync(Func<IServiceProvider, Task> act)
    {
        if (_services!.GetService(typeof(IServiceScopeFactory))
            is not IServiceScopeFactory scopes)
        {
            await act(_services).ConfigureAwait(false);
            return;
        }

        var scope = scopes.CreateScope();
        try
        {
            await act(scope.ServiceProvider).ConfigureAwait(false);
        }
        finally
        {
            if (scope is IAsyncDisposable disposable)
            {
                await disposable.DisposeAsync().ConfigureAwait(false);
            }
            else
            {
                scope.Dispose();
            }
        }
    }
}
