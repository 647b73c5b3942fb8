namespace GovernanceAnalyzers.Generation.Models;

/// <summary>What the generator writes round a Core body, or round an implementation of an interface. Names are escaped identifiers, types are fully qualified.</summary>
internal sealed record PlumbingModel
{
    public string Workflow { get; init; } = "";

    public string Step { get; init; } = "";

    /// <summary>The private class that holds the static plan.</summary>
    public string Holder { get; init; } = "";

    /// <summary>The plan in it.</summary>
    public string Plan { get; init; } = "";

    /// <summary>The method in it that makes a call.</summary>
    public string Call { get; init; } = "";

    /// <summary>The struct in it that carries a call's instance and arguments.</summary>
    public string State { get; init; } = "";

    /// <summary>The state's field for the instance; null for a static step.</summary>
    public string? Instance { get; init; }

    /// <summary>The expression that gives what the body is called on; null for a static step.</summary>
    public string? Target { get; init; }

    /// <summary>The expression that gives the governor.</summary>
    public string Governor { get; init; } = "";

    public EquatableArray<ParameterModel> Parameters { get; init; } = EquatableArray<ParameterModel>.Empty;

    /// <summary>The result's type; null for a step without one.</summary>
    public string? Result { get; init; }

    /// <summary>The type of the items of a step that gives a stream; null for the others.</summary>
    public string? Item { get; init; }

    /// <summary>
    /// The parameter that the declaring part marks <c>[EnumeratorCancellation]</c>: the compiler calls the mark useless (CS8424) unless the implementing
    /// part is an iterator. Null where there is none.
    /// </summary>
    public string? ReadersToken { get; init; }

    /// <summary>A name for one item, where the implementing part is an iterator.</summary>
    public string ItemVariable { get; init; } = "";

    public bool ReturnsValueTask { get; init; }

    public bool ReturnsOutcome { get; init; }

    public CallModel Core { get; init; } = new("", false, EquatableArray<PassedModel>.Empty);

    public CallModel? Rollback { get; init; }

    public EquatableArray<PlaceholderModel> Placeholders { get; init; } = EquatableArray<PlaceholderModel>.Empty;

    /// <summary>The property that holds the step's entry in the step table; null where it has none.</summary>
    public string? Entry { get; init; }
}

/// <summary>A parameter of the step.</summary>
/// <param name="Name">As recorded.</param>
/// <param name="Identifier">The name, escaped.</param>
/// <param name="Type">Its type.</param>
/// <param name="Role">What it is to the plumbing.</param>
/// <param name="IsRedacted">It is recorded and shown as a keyed digest.</param>
/// <param name="FromHost">How a host that takes up a recorded call gets the value; null where it cannot.</param>
internal sealed record ParameterModel(string Name, string Identifier, string Type, Role Role, bool IsRedacted, string? FromHost);

internal enum Role
{
    /// <summary>Bound, logged and shown.</summary>
    Argument,

    /// <summary>Carried to the body, and nothing else.</summary>
    Service,

    /// <summary>The cancellation token; the body gets the governor's.</summary>
    Token,

    /// <summary>The <c>StepRun</c> of a step on an interface: whoever implements it gets the governor's, whatever the caller gave.</summary>
    Run,
}

/// <summary>A call of the Core body or the rollback handler.</summary>
/// <param name="Method">The method's name and type arguments.</param>
/// <param name="ReturnsValueTask">It returns a <c>ValueTask</c>, which the governor takes as a task.</param>
/// <param name="Arguments">What it is given.</param>
internal sealed record CallModel(string Method, bool ReturnsValueTask, EquatableArray<PassedModel> Arguments)
{
    /// <summary>It returns an outcome, as whoever implements a step of an interface may have to.</summary>
    public bool ReturnsOutcome { get; init; }
}

/// <summary>What one parameter of a called method is given.</summary>
/// <param name="What">Where the value comes from.</param>
/// <param name="Name">The step's parameter as recorded, for <see cref="Passed.Parameter"/>; empty otherwise.</param>
/// <param name="Type">The receiving parameter's type.</param>
internal sealed record PassedModel(Passed What, string Name, string Type);

internal enum Passed
{
    Parameter,
    Result,

    /// <summary>The result of a value type, for a handler that takes it as nullable.</summary>
    NullableResult,
    Run,
    Token,
}

/// <summary>A placeholder's text, and the members it goes through: the parameter first.</summary>
internal sealed record PlaceholderModel(string Text, EquatableArray<string> Path);
