namespace GovernanceAnalyzers.Steps;

internal enum ReturnKind
{
    /// <summary>Nothing that can be waited for: cannot be plumbed.</summary>
    Other,
    Task,
    ValueTask,

    /// <summary><c>IAsyncEnumerable&lt;T&gt;</c>: the step runs while its items are read.</summary>
    Stream,
}

/// <summary>What a step returns: the awaitable, the result in it, and whether the outcome is a value; or the stream and its items.</summary>
internal sealed class StepReturn
{
    private StepReturn(ReturnKind kind, ITypeSymbol? result, bool isOutcome, ITypeSymbol? item = null)
    {
        Kind = kind;
        Result = result;
        IsOutcome = isOutcome;
        Item = item;
    }

    public ReturnKind Kind { get; }

    /// <summary>The body's result type; null where there is none.</summary>
    public ITypeSymbol? Result { get; }

    /// <summary>The type of a stream's items; null where there is no stream.</summary>
    public ITypeSymbol? Item { get; }

    /// <summary>A task, of one kind or the other.</summary>
    public bool IsTask => Kind is ReturnKind.Task or ReturnKind.ValueTask;

    /// <summary><c>Task&lt;StepOutcome&lt;T&gt;&gt;</c>: not completed is a value, not an exception.</summary>
    public bool IsOutcome { get; }

    public static StepReturn Of(ITypeSymbol type, GovernanceSymbols symbols)
    {
        var definition = type.OriginalDefinition;
        if (GovernanceSymbols.Same(definition, symbols.Task))
        {
            return new(ReturnKind.Task, null, false);
        }

        if (GovernanceSymbols.Same(definition, symbols.ValueTask))
        {
            return new(ReturnKind.ValueTask, null, false);
        }

        if (GovernanceSymbols.Same(definition, symbols.AsyncEnumerable) && type is INamedTypeSymbol { TypeArguments: [var item] })
        {
            return new(ReturnKind.Stream, null, false, item);
        }

        var kind = GovernanceSymbols.Same(definition, symbols.TaskOf) ? ReturnKind.Task
                 : GovernanceSymbols.Same(definition, symbols.ValueTaskOf) ? ReturnKind.ValueTask
                 : ReturnKind.Other;
        if (kind == ReturnKind.Other || type is not INamedTypeSymbol { TypeArguments: [var result] })
        {
            return new(ReturnKind.Other, null, false);
        }

        return result is INamedTypeSymbol { TypeArguments: [var value] } outcome && GovernanceSymbols.Same(outcome.OriginalDefinition, symbols.StepOutcomeOf)
            ? new(kind, value, true)
            : GovernanceSymbols.Same(result, symbols.StepOutcome) ? new(kind, null, true)
            : new(kind, result, false);
    }
}
