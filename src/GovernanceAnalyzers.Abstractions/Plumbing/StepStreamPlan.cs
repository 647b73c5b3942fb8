using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Governance;

/// <summary>How a step that gives a stream is run. Made once by generated code, as <see cref="StepPlan{TState, T}"/> is for the others.</summary>
/// <typeparam name="TState">The instance and the arguments.</typeparam>
/// <typeparam name="T">The items' type.</typeparam>
public sealed class StepStreamPlan<TState, T>
{
    private StepPlan<StepStreamState<TState, T>, StreamedItems>? _plan;

    /// <summary>What was declared.</summary>
    public StepDescriptor Step { get; init; } = new();

    /// <summary>Calls the Core body; what it returns is read while the step runs, and by nobody else.</summary>
    public Func<TState, StepRun, CancellationToken, IAsyncEnumerable<T>> Body { get; init; } = null!;

    /// <summary>Writes the arguments, by parameter name, in the parameters' order.</summary>
    public Action<TState, IArgumentWriter> WriteArguments { get; init; } = null!;

    /// <summary>Writes the value of every placeholder of <see cref="StepDescriptor.Key"/> and <see cref="StepDescriptor.Question"/>, by its text.</summary>
    public Action<TState, IArgumentWriter>? WritePlaceholders { get; init; }

    /// <summary>Runs the rollback handler; null where there is no handler.</summary>
    public Func<TState, StepRun, CancellationToken, Task>? Rollback { get; init; }

    /// <summary>
    /// The same as a step whose body hands its items over one by one and whose result is how many they were: so every governor can run it, and
    /// the whole of the reading lies between the records of its beginning and its end.
    /// </summary>
    internal StepPlan<StepStreamState<TState, T>, StreamedItems> AsPlan() => _plan ??= new()
    {
        Step = Step,
        Body = (state, run, cancellationToken) => state.Handover.GiveAsync(Body(state.State, run, cancellationToken), cancellationToken),
        WriteArguments = (state, writer) => WriteArguments(state.State, writer),
        WritePlaceholders = WritePlaceholders is { } placeholders ? (state, writer) => placeholders(state.State, writer) : null,
        Rollback = Rollback is { } rollback ? (state, _, run, cancellationToken) => rollback(state.State, run, cancellationToken) : null,
        Reached = state => state.Handover.Given,
    };
}

/// <summary>One call of a step that gives a stream: its static plan and this call's state. Made by generated code.</summary>
/// <typeparam name="TState">The instance and the arguments.</typeparam>
/// <typeparam name="T">The items' type.</typeparam>
public readonly struct StepStreamCall<TState, T>
{
    /// <summary>Makes a call.</summary>
    /// <param name="plan">The step's static plan.</param>
    /// <param name="state">The instance and the arguments.</param>
    public StepStreamCall(StepStreamPlan<TState, T> plan, TState state)
    {
        Plan = plan;
        State = state;
    }

    /// <summary>The step's static plan.</summary>
    public StepStreamPlan<TState, T> Plan { get; }

    /// <summary>The instance and the arguments.</summary>
    public TState State { get; }
}

/// <summary>What came of a step that gives a stream: recorded as its result, for the items themselves are not kept.</summary>
public sealed class StreamedItems
{
    /// <summary>Makes it.</summary>
    /// <param name="count">How many items were handed over.</param>
    /// <param name="abandoned">Who read them left before the end.</param>
    public StreamedItems(long count, bool abandoned)
    {
        Count = count;
        Abandoned = abandoned;
    }

    /// <summary>How many items were handed over.</summary>
    public long Count { get; }

    /// <summary>Who read them left before the end.</summary>
    public bool Abandoned { get; }
}

/// <summary>The generated state, and the way on which this reading's items go.</summary>
internal readonly struct StepStreamState<TState, T>
{
    public StepStreamState(TState state, ItemHandover<T> handover)
    {
        State = state;
        Handover = handover;
    }

    public TState State { get; }

    public ItemHandover<T> Handover { get; }
}
