using GovernanceAnalyzers.Reach;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Controls;

/// <summary>
/// What holds where in one body. Proves by removing edges: take away every branch that only an approved request takes, and everything behind a
/// confirmation that throws; what is still reached is not confirmed. The log's entries are checked the same way, before a place and after it.
/// </summary>
internal sealed class BodyFlow
{
    /// <summary>Each round knows more of the values that are only made after a yes: one for each flag that is set by a test of another.</summary>
    private const int Rounds = 6;

    private readonly HelperChain _helpers;
    private readonly Dictionary<Graph, Meaning?> _results = [];
    private readonly Lazy<HashSet<IOperation>> _unlogged;
    private readonly Lazy<HashSet<IOperation>> _reachedOnYes;
    private readonly Lazy<HashSet<IOperation>> _reachedOnNo;
    private ValueMeaning _meaning;
    private HashSet<IOperation>? _unconfirmed;
    private HashSet<IOperation>? _unconfirmedByAnother;

    /// <param name="graphs">The body's graphs.</param>
    /// <param name="helpers">Reads what the body calls.</param>
    /// <param name="arguments">What is known of the method's arguments; empty for nothing.</param>
    public BodyFlow(BodyGraphs graphs, HelperChain helpers, ImmutableArray<Meaning> arguments)
    {
        Graphs = graphs;
        Arguments = arguments;
        _helpers = helpers;
        _meaning = new(this, helpers);
        _unlogged = new(() => Walked(Unlogged(isOutcome: false, (o, g) => HandedTo(o, g).Intent)));
        _reachedOnYes = new(() => Walked(Answered(isYes: true)));
        _reachedOnNo = new(() => Walked(Answered(isYes: false)));
    }

    /// <summary>Which confirmations count; all of them where null.</summary>
    public Func<IOperation, bool>? Counts { get; init; }

    /// <summary>Works out who has said yes where. Each round knows more of the values that are only made after a yes.</summary>
    public BodyFlow Prove()
    {
        for (var round = 0; round < Rounds; round++)
        {
            _helpers.ThrowIfCancelled();
            var (person, another) = (Unproven(Proof.Person), Unproven(Proof.AnotherPerson));
            var isSettled = person.Count == _unconfirmed?.Count && another.Count == _unconfirmedByAnother?.Count;
            (_unconfirmed, _unconfirmedByAnother) = (person, another);
            if (isSettled)
            {
                break;
            }

            _meaning = new(this, _helpers);
            _results.Clear();
        }

        return this;
    }

    public BodyGraphs Graphs { get; }

    public ImmutableArray<Meaning> Arguments { get; }

    /// <summary>Who has said yes whenever the operation runs.</summary>
    public Proof Known(IOperation operation)
        => _unconfirmed is null || _unconfirmedByAnother is null ? Proof.None
         : !_unconfirmedByAnother.Contains(operation) ? Proof.AnotherPerson
         : !_unconfirmed.Contains(operation) ? Proof.Person
         : Proof.None;

    /// <summary>Who has said yes whenever the operation runs, or the code that it hands on.</summary>
    public Proof Confirmation(Place place) => Meaning.Stronger(Known(place.Operation), HandedTo(place.Operation, place.Graph).Confirmation);

    public bool HasIntent(Place place) => !_unlogged.Value.Contains(place.Operation) || HandedTo(place.Operation, place.Graph).Intent;

    public bool HasOutcome(Place place) => HasOutcome(place, []);

    public Meaning MeaningOf(IOperation operation, Graph graph) => _meaning.Of(operation, graph);

    /// <summary>What runs where every answer is a yes.</summary>
    public HashSet<IOperation> ReachedOnYes => _reachedOnYes.Value;

    /// <summary>What runs where every answer is a no.</summary>
    public HashSet<IOperation> ReachedOnNo => _reachedOnNo.Value;

    /// <summary>Some branch depends on an answer.</summary>
    public bool IsAnyAnswerTested => Graphs.Places.Any(p => p.Block.ConditionKind != ControlFlowConditionKind.None && p.Operation == p.Block.BranchValue
        && _meaning.Of(p.Operation, p.Graph) is { Kind: MeaningKind.Truth } truth && (IsAnswer(truth.WhenTrue) || IsAnswer(truth.WhenFalse)));

    public bool IsNever(IOperation condition, Graph graph, bool value) => Proven(_meaning.Of(condition, graph), value) == Proof.Impossible;

    /// <summary>The body as a control that others call.</summary>
    public HelperSummary Summary(IMethodSymbol method)
    {
        var outs = ImmutableDictionary<int, Meaning>.Empty;
        var callbacks = ImmutableDictionary<int, Done>.Empty;
        foreach (var parameter in method.Parameters)
        {
            if (parameter.RefKind == RefKind.Out)
            {
                outs = outs.Add(parameter.Ordinal, _meaning.OfVariable(parameter));
            }
            else if (parameter.Type.TypeKind == TypeKind.Delegate && Callback(parameter) is var done && done != Done.Nothing)
            {
                callbacks = callbacks.Add(parameter.Ordinal, done);
            }
        }

        return new(Result(Graphs.Root, method)) { Outs = outs, Callbacks = callbacks };
    }

    /// <summary>What a lambda or local function of the body returns; nothing while that is being asked already.</summary>
    public Meaning ResultOf(Graph function)
    {
        if (_results.TryGetValue(function, out var known))
        {
            return known ?? Meaning.Unknown;
        }

        _results[function] = null;
        var result = function.Function is { } symbol ? Result(function, symbol) : Meaning.Unknown;
        _results[function] = result;
        return result;
    }

    private Meaning Result(Graph graph, IMethodSymbol function)
    {
        if (graph.Flow.Blocks.SelectMany(b => b.Operations).Any(o => o.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak))
        {
            // Nothing of it has run when it is called.
            return Meaning.Unknown;
        }

        var value = Meaning.Nothing;
        foreach (var block in graph.Flow.Blocks)
        {
            if (block is { IsReachable: true, BranchValue: { } returned, FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.Return })
            {
                value = value.Or(_meaning.Of(returned, graph).Given(Known(returned)));
            }
        }

        var isWaitedFor = ValueMeaning.IsAwaitable(function.ReturnType) && !function.IsAsync;
        var done = function is { IsAsync: true, ReturnsVoid: true } ? Done.Nothing : DoneBy(graph);
        value = value.Kind == MeaningKind.Nothing ? Meaning.Unknown : value;
        return value with { Done = isWaitedFor ? done.And(value.Done) : done };
    }

    /// <summary>What has happened when a function has come to its regular end.</summary>
    private Done DoneBy(Graph graph)
    {
        return new(
            !Returns(Unconfirmed(Proof.AnotherPerson, null)) ? Proof.AnotherPerson : !Returns(Unconfirmed(Proof.Person, null)) ? Proof.Person : Proof.None,
            !Returns(Unlogged(isOutcome: false, null)),
            !Returns(Unlogged(isOutcome: true, null)));

        bool Returns(Walk walk)
        {
            walk.FromStart(graph);
            return walk.Returns;
        }
    }

    /// <summary>What holds at every use of a delegate that the method is handed.</summary>
    private Done Callback(IParameterSymbol parameter)
    {
        var done = Done.Never;
        var isUsed = false;
        foreach (var place in Graphs.Places)
        {
            if (place.Operation is IParameterReferenceOperation reference && GovernanceSymbols.Same(reference.Parameter, parameter) && !IsNullCheck(reference))
            {
                isUsed = true;
                done = done.Or(new(Confirmation(place), HasIntent(place), HasOutcome(place)));
            }
        }

        return isUsed ? done : Done.Nothing;
    }

    private static bool IsNullCheck(IOperation reference) => reference.Parent switch
    {
        IConversionOperation conversion => IsNullCheck(conversion),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary
            => binary.LeftOperand.ConstantValue is { HasValue: true, Value: null } || binary.RightOperand.ConstantValue is { HasValue: true, Value: null },
        IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation } } => true,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "ThrowIfNull", ContainingType.Name: "ArgumentNullException" } } } => true,
        _ => false,
    };

    /// <summary>What the method that is handed this code has done whenever it runs it.</summary>
    private Done HandedTo(IOperation code, Graph graph)
    {
        if (code is not (IFlowAnonymousFunctionOperation or IMethodReferenceOperation or ILocalReferenceOperation or IFlowCaptureReferenceOperation
            or IParameterReferenceOperation))
        {
            return Done.Nothing;
        }

        var value = code;
        while (value.Parent is IConversionOperation or IDelegateCreationOperation)
        {
            value = value.Parent;
        }

        switch (value.Parent)
        {
            case IArgumentOperation { Parameter: { } parameter, Parent: { } call }:
                return _meaning.Called(call, graph).Callbacks.TryGetValue(parameter.Ordinal, out var done) ? done : Done.Nothing;
            case IFlowCaptureOperation capture:
                var uses = Graphs.UsesOf(graph, capture.Id).Select(u => HandedTo(u, graph)).ToList();
                return uses.Count == 0 ? Done.Nothing : uses.Aggregate((one, other) => one.Or(other));
            default:
                return Done.Nothing;
        }
    }

    private HashSet<IOperation> Unproven(Proof wanted) => Walked(Unconfirmed(wanted, (o, g) => HandedTo(o, g).Confirmation >= wanted));

    private HashSet<IOperation> Walked(Walk walk)
    {
        walk.FromStart(Graphs.Root);
        walk.Reached.UnionWith(walk.StoppedAt);
        return walk.Reached;
    }

    /// <summary>A walk that gets past no yes.</summary>
    private Walk Unconfirmed(Proof wanted, Func<IOperation, Graph, bool>? isRunUnderControl) => new(
        (o, g) => Finished(o, g).Confirmation >= wanted,
        (o, g, v) => Proven(_meaning.Of(o, g), v) >= wanted)
    {
        Enters = Functions(isRunUnderControl),
    };

    /// <summary>A walk that gets past no entry in the action log.</summary>
    private Walk Unlogged(bool isOutcome, Func<IOperation, Graph, bool>? isRunUnderControl) => new(
        (o, g) => IsEntry(o, g, isOutcome),
        IsNever)
    {
        Enters = Functions(isRunUnderControl),
    };

    /// <summary>Into every function where it can run first, but for those that run under control whatever is known here.</summary>
    private Func<IOperation, Graph, Graph?>? Functions(Func<IOperation, Graph, bool>? isRunUnderControl)
        => isRunUnderControl is null ? null : (o, g) => Graphs.FunctionAt(o) is { } function && !isRunUnderControl(o, g) ? function : null;

    /// <summary>A walk on which a person says the same everywhere.</summary>
    private Walk Answered(bool isYes) => new((_, _) => false, (o, g, v) => IsAnswer(Proven(_meaning.Of(o, g), isYes ? !v : v)))
    {
        Enters = (o, _) => Graphs.FunctionAt(o),
    };

    private static bool IsAnswer(Proof proof) => proof is Proof.Person or Proof.AnotherPerson;

    private static Proof Proven(Meaning condition, bool value)
        => condition.Kind != MeaningKind.Truth ? Proof.None : value ? condition.WhenTrue : condition.WhenFalse;

    private bool IsEntry(IOperation operation, Graph graph, bool isOutcome)
    {
        if (isOutcome && operation is IInvocationOperation { TargetMethod.Name: "Dispose" or "DisposeAsync", Instance: { } scope }
            && _meaning.Of(scope, graph).Kind == MeaningKind.Scope)
        {
            return true;
        }

        var done = Finished(operation, graph);
        return isOutcome ? done.Outcome : done.Intent;
    }

    /// <summary>What has happened when the operation is done: an awaited or waited-for call, or one that does not return a task.</summary>
    private Done Finished(IOperation operation, Graph graph) => operation switch
    {
        IAwaitOperation awaited => _meaning.Of(awaited.Operation, graph).Done,
        IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } when ValueMeaning.IsAwaitable(task.Type) => _meaning.Of(task, graph).Done,
        // Wait with a time limit returns whether or not the task has ended.
        IInvocationOperation { TargetMethod: { Name: "GetResult" or "Wait", Parameters.IsEmpty: true }, Instance: { } task } => _meaning.Of(task, graph).Done,
        IInvocationOperation { TargetMethod: { } target } invocation when !ValueMeaning.IsAwaitable(target.ReturnType) => _meaning.Of(invocation, graph).Done,
        IObjectCreationOperation or IPropertyReferenceOperation => _meaning.Of(operation, graph).Done,
        _ => Done.Nothing,
    };

    private bool HasOutcome(Place place, HashSet<Graph> asked)
    {
        if (HandedTo(place.Operation, place.Graph).Outcome)
        {
            return true;
        }

        var walk = Unlogged(isOutcome: true, null);
        walk.After(place);
        if (!walk.Leaves)
        {
            return true;
        }

        // What a function does not record itself, the body that makes or calls it must.
        var uses = place.Graph.Parent is null || !asked.Add(place.Graph)
            ? []
            : Graphs.Places.Where(p => Graphs.FunctionAt(p.Operation) == place.Graph).ToList();
        return uses.Count > 0 && uses.All(u => HasOutcome(u, asked));
    }
}
