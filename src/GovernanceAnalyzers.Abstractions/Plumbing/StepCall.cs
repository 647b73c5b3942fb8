using System;
using System.Threading;
using System.Threading.Tasks;

namespace Governance;

/// <summary>One call of a plumbed step: its static plan and this call's state. Made by generated code.</summary>
/// <typeparam name="TState">The instance and the arguments.</typeparam>
/// <typeparam name="T">The result's type.</typeparam>
public readonly struct StepCall<TState, T>
{
    /// <summary>Makes a call.</summary>
    /// <param name="plan">The step's static plan.</param>
    /// <param name="state">The instance and the arguments.</param>
    public StepCall(StepPlan<TState, T> plan, TState state)
    {
        Plan = plan;
        State = state;
    }

    /// <summary>The step's static plan.</summary>
    public StepPlan<TState, T> Plan { get; }

    /// <summary>The instance and the arguments.</summary>
    public TState State { get; }
}

/// <summary>How a plumbed step is run: its descriptor and static delegates, made once by generated code. No call allocates a closure.</summary>
/// <typeparam name="TState">The instance and the arguments.</typeparam>
/// <typeparam name="T">The result's type.</typeparam>
public sealed class StepPlan<TState, T>
{
    /// <summary>What was declared.</summary>
    public StepDescriptor Step { get; init; } = new();

    /// <summary>Runs the Core body.</summary>
    public Func<TState, StepRun, CancellationToken, Task<T>> Body { get; init; } = null!;

    /// <summary>Writes the arguments, by parameter name, in the parameters' order.</summary>
    public Action<TState, IArgumentWriter> WriteArguments { get; init; } = null!;

    /// <summary>Writes the value of every placeholder of <see cref="StepDescriptor.Key"/> and <see cref="StepDescriptor.Question"/>, by its text.</summary>
    public Action<TState, IArgumentWriter>? WritePlaceholders { get; init; }

    /// <summary>Runs the rollback handler with the completed run's result, or without one; null where there is no handler.</summary>
    public Func<TState, StepResult<T>, StepRun, CancellationToken, Task>? Rollback { get; init; }

    /// <summary>What had come of a run that failed, recorded with the failure: how many items a stream had given. Null where nothing can have.</summary>
    public Func<TState, T>? Reached { get; init; }
}

/// <summary>The result of a run, where it had one: what a rollback handler is given.</summary>
/// <typeparam name="T">The result's type.</typeparam>
public readonly struct StepResult<T>
{
    /// <summary>Makes a known result; <c>default</c> is the unknown one.</summary>
    /// <param name="value">The result.</param>
    public StepResult(T value)
    {
        HasValue = true;
        Value = value;
    }

    /// <summary>The run completed and its result is known.</summary>
    public bool HasValue { get; }

    /// <summary>The result, or the type's default.</summary>
    public T? Value { get; }
}

/// <summary>The result of a step that has none.</summary>
public readonly struct NoResult
{
}

/// <summary>What a Core body or a rollback handler may know about its run.</summary>
public sealed class StepRun
{
    /// <summary>Makes a run.</summary>
    /// <param name="step">The step.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="key">The operation key; the request id where there is none.</param>
    /// <param name="approval">The human's approval; null for a Low step and for a rollback.</param>
    public StepRun(StepDescriptor step, string requestId, string key, StepApproval? approval)
    {
        Step = step;
        RequestId = requestId;
        Key = key;
        Approval = approval;
    }

    /// <summary>The step.</summary>
    public StepDescriptor Step { get; }

    /// <summary>The request.</summary>
    public string RequestId { get; }

    /// <summary>The operation key, the same in every retry of the same act: hand it on as idempotency key. The request id where none is declared.</summary>
    public string Key { get; }

    /// <summary>The human's approval; null for a Low step and for a rollback.</summary>
    public StepApproval? Approval { get; }
}
