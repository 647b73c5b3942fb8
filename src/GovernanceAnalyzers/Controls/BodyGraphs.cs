using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Controls;

/// <summary>The control-flow graph of a body or of a function inside it.</summary>
internal sealed class Graph(ControlFlowGraph flow, IMethodSymbol? function, Graph? parent)
{
    private readonly IReadOnlyList<IOperation>?[] _inOrder = new IReadOnlyList<IOperation>?[flow.Blocks.Length];

    public ControlFlowGraph Flow { get; } = flow;

    /// <summary>The lambda or local function; null for the body itself.</summary>
    public IMethodSymbol? Function { get; } = function;

    public Graph? Parent { get; } = parent;

    /// <summary>The operations of a block in order of evaluation. Kept, for a proof walks the same blocks many times.</summary>
    public IReadOnlyList<IOperation> InOrder(BasicBlock block)
    {
        if (_inOrder[block.Ordinal] is { } known)
        {
            return known;
        }

        var operations = new List<IOperation>();
        foreach (var operation in block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations)
        {
            AddChildrenFirst(operation, operations);
        }

        return _inOrder[block.Ordinal] = operations;
    }

    private static void AddChildrenFirst(IOperation operation, List<IOperation> operations)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var child in operation.ChildOperations)
        {
            AddChildrenFirst(child, operations);
        }

        operations.Add(operation);
    }
}

/// <summary>Where an operation stands: the graph, the block, and its position in the block's order of evaluation.</summary>
internal readonly record struct Place(Graph Graph, BasicBlock Block, IOperation Operation);

/// <summary>A value that a variable is given at some place, or an element of it.</summary>
internal readonly record struct Given(Graph Graph, IOperation Value, string? Element = null);

/// <summary>
/// The graphs of one body, its lambdas and local functions, with what every local and every captured value may hold. Values are collected over the
/// whole body, not along paths: a local counts for what all its assignments have in common.
/// </summary>
internal sealed class BodyGraphs
{
    private readonly Dictionary<ISymbol, Graph> _functions = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<(Graph, CaptureId), List<IOperation>> _captures = [];
    private readonly Dictionary<ISymbol, List<Given>> _given = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _changedElsewhere = new(SymbolEqualityComparer.Default);
    private readonly List<Place> _places = [];

    private BodyGraphs(ControlFlowGraph root)
    {
        Root = new(root, null, null);
        Collect(Root);
        foreach (var place in _places)
        {
            NoteAssignment(place);
        }
    }

    /// <summary>The graphs of a body; null where it is none that has a flow.</summary>
    public static BodyGraphs? Of(IOperation? body) => body switch
    {
        IMethodBodyOperation method => new(ControlFlowGraph.Create(method)),
        IConstructorBodyOperation constructor => new(ControlFlowGraph.Create(constructor)),
        IBlockOperation { Parent: null } block => new(ControlFlowGraph.Create(block)),
        _ => null,
    };

    public Graph Root { get; }

    public int BlockCount => _functions.Values.Append(Root).Sum(g => g.Flow.Blocks.Length);

    /// <summary>Every operation of every graph, in order of evaluation within its block.</summary>
    public IReadOnlyList<Place> Places => _places;

    /// <summary>
    /// The function that runs, at the earliest, where this operation does: a local function where it is used, a lambda where it is made, or where
    /// the one local that holds it is read.
    /// </summary>
    public Graph? FunctionAt(IOperation operation) => operation switch
    {
        IFlowAnonymousFunctionOperation lambda => Holder(lambda) is null ? Find(lambda.Symbol) : null,
        ILocalReferenceOperation local when !IsTarget(local) => HeldBy(local.Local),
        IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } local } => Find(local.OriginalDefinition),
        IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } local } => Find(local.OriginalDefinition),
        _ => null,
    };

    public IEnumerable<IOperation> Captured(Graph graph, CaptureId id) => _captures.TryGetValue((graph, id), out var values) ? values : [];

    public IEnumerable<IOperation> UsesOf(Graph graph, CaptureId id)
        => _places.Where(p => p.Graph == graph && p.Operation is IFlowCaptureReferenceOperation reference && reference.Id.Equals(id)).Select(p => p.Operation);

    /// <summary>All values the variable is ever given here; null where it is also changed in ways not seen.</summary>
    public IReadOnlyList<Given>? Assigned(ISymbol variable)
        => _changedElsewhere.Contains(variable) ? null : _given.TryGetValue(variable, out var values) ? values : variable is IParameterSymbol ? [] : null;

    /// <summary>The lambda or local function that a delegate is, where it can be told.</summary>
    public Graph? FunctionOf(IOperation? value, Graph graph) => value switch
    {
        IConversionOperation conversion => FunctionOf(conversion.Operand, graph),
        IDelegateCreationOperation creation => FunctionOf(creation.Target, graph),
        IFlowAnonymousFunctionOperation lambda => Find(lambda.Symbol),
        IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } local } => Find(local.OriginalDefinition),
        ILocalReferenceOperation local => Assigned(local.Local) is [{ Element: null } only] ? FunctionOf(only.Value, only.Graph) : null,
        IFlowCaptureReferenceOperation reference => Captured(graph, reference.Id).ToList() is [var only] ? FunctionOf(only, graph) : null,
        _ => null,
    };

    /// <summary>The local that a lambda is put into and never leaves but by being read; null where it goes somewhere else.</summary>
    private ILocalSymbol? Holder(IOperation lambda)
    {
        var value = lambda;
        while (value.Parent is IConversionOperation or IDelegateCreationOperation)
        {
            value = value.Parent;
        }

        return value.Parent is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local }, Parent: null or IExpressionStatementOperation } assignment
            && assignment.Value == value && Assigned(local) is [_] ? local : null;
    }

    private Graph? HeldBy(ILocalSymbol local)
        => Assigned(local) is [{ Element: null } only] && FunctionOf(only.Value, only.Graph) is { } function
        && only.Value.DescendantsAndSelf().OfType<IFlowAnonymousFunctionOperation>().FirstOrDefault() is { } lambda && Holder(lambda) is not null
            ? function
            : null;

    private static bool IsTarget(IOperation reference) => reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference;

    private Graph? Find(IMethodSymbol function) => _functions.TryGetValue(function, out var graph) ? graph : null;

    private void Collect(Graph graph)
    {
        foreach (var local in graph.Flow.LocalFunctions)
        {
            _functions[local.OriginalDefinition] = new(graph.Flow.GetLocalFunctionControlFlowGraph(local), local, graph);
        }

        foreach (var block in graph.Flow.Blocks)
        {
            foreach (var operation in graph.InOrder(block))
            {
                _places.Add(new(graph, block, operation));
                if (operation is IFlowAnonymousFunctionOperation lambda)
                {
                    var inner = new Graph(graph.Flow.GetAnonymousFunctionControlFlowGraph(lambda), lambda.Symbol, graph);
                    _functions[lambda.Symbol] = inner;
                    Collect(inner);
                }
            }
        }

        foreach (var local in graph.Flow.LocalFunctions)
        {
            Collect(_functions[local.OriginalDefinition]);
        }
    }

    private void NoteAssignment(Place place)
    {
        switch (place.Operation)
        {
            case IFlowCaptureOperation capture:
                Add(_captures, (place.Graph, capture.Id), capture.Value);
                break;
            case ISimpleAssignmentOperation { IsRef: false } assignment:
                Give(place.Graph, assignment.Target, new(place.Graph, assignment.Value));
                break;
            case ISimpleAssignmentOperation { IsRef: true } alias:
                Changed(place.Graph, alias.Target);
                Changed(place.Graph, alias.Value);
                break;
            case ICompoundAssignmentOperation compound:
                Changed(place.Graph, compound.Target);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                Deconstruct(place.Graph, deconstruction);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Out } argument:
                Give(place.Graph, argument.Value, new(place.Graph, argument));
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref } argument:
                Changed(place.Graph, argument.Value);
                break;
            case IAddressOfOperation address:
                Changed(place.Graph, address.Reference);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local }:
                _changedElsewhere.Add(local);
                break;
            case IRecursivePatternOperation { DeclaredSymbol: ILocalSymbol local }:
                _changedElsewhere.Add(local);
                break;
        }
    }

    private void Deconstruct(Graph graph, IDeconstructionAssignmentOperation deconstruction)
    {
        var target = deconstruction.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : deconstruction.Target;
        for (var i = 0; target is ITupleOperation tuple && i < tuple.Elements.Length; i++)
        {
            if (Targets(graph, tuple.Elements[i]).Any())
            {
                Give(graph, tuple.Elements[i], new(graph, deconstruction.Value, $"Item{i + 1}"));
            }
            else
            {
                foreach (var inner in tuple.Elements[i].DescendantsAndSelf())
                {
                    Changed(graph, inner);
                }
            }
        }
    }

    private void Give(Graph graph, IOperation target, Given given)
    {
        foreach (var variable in Targets(graph, target))
        {
            Add(_given, variable, given);
        }
    }

    private void Changed(Graph graph, IOperation target)
    {
        foreach (var variable in Targets(graph, target))
        {
            _changedElsewhere.Add(variable);
        }
    }

    /// <summary>The variables that are written; a target may itself be captured when the value takes several blocks to compute.</summary>
    private IEnumerable<ISymbol> Targets(Graph graph, IOperation target) => target switch
    {
        ILocalReferenceOperation local => [local.Local],
        IParameterReferenceOperation parameter => [parameter.Parameter],
        IDeclarationExpressionOperation declaration => Targets(graph, declaration.Expression),
        IFlowCaptureReferenceOperation reference => Captured(graph, reference.Id).Where(c => c is ILocalReferenceOperation or IParameterReferenceOperation)
            .SelectMany(c => Targets(graph, c)),
        _ => [],
    };

    private static void Add<TKey, TValue>(Dictionary<TKey, List<TValue>> lists, TKey key, TValue value)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        list.Add(value);
    }
}
