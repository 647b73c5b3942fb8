using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Controls;

/// <summary>The control-flow graph of a body or of a function inside it.</summary>
internal sealed class Graph(ControlFlowGraph flow, Graph? parent)
{
    public ControlFlowGraph Flow { get; } = flow;

    public Graph? Parent { get; } = parent;
}

/// <summary>Where an operation stands: the graph, the block, and its position in the block's order of evaluation.</summary>
internal readonly record struct Place(Graph Graph, BasicBlock Block, IOperation Operation);

/// <summary>
/// The graphs of one body, its lambdas and local functions, with what every local and every captured value may hold. Values are collected over the
/// whole body, not along paths: a local counts for what all its assignments have in common.
/// </summary>
internal sealed class BodyGraphs
{
    private readonly Dictionary<ISymbol, Graph> _functions = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<(Graph, CaptureId), List<IOperation>> _captures = [];
    private readonly Dictionary<ILocalSymbol, List<(Graph Graph, IOperation Value)>> _locals = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ILocalSymbol> _changedElsewhere = new(SymbolEqualityComparer.Default);
    private readonly List<Place> _places = [];

    public BodyGraphs(IMethodBodyOperation body)
    {
        Root = new(ControlFlowGraph.Create(body), null);
        Collect(Root);
        foreach (var place in _places)
        {
            NoteAssignment(place);
        }
    }

    public Graph Root { get; }

    /// <summary>Every operation of every graph, in order of evaluation within its block.</summary>
    public IReadOnlyList<Place> Places => _places;

    public static IEnumerable<IOperation> InOrder(BasicBlock block)
        => (block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations).SelectMany(ChildrenFirst);

    /// <summary>The function that runs, at the earliest, where this operation does: a lambda where it is made, a local function where it is used.</summary>
    public Graph? FunctionAt(IOperation operation) => operation switch
    {
        IFlowAnonymousFunctionOperation lambda => Find(lambda.Symbol),
        IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } local } => Find(local.OriginalDefinition),
        IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } local } => Find(local.OriginalDefinition),
        _ => null,
    };

    public IEnumerable<IOperation> Captured(Graph graph, CaptureId id) => _captures.TryGetValue((graph, id), out var values) ? values : [];

    /// <summary>All values the local is ever given; null where it is also changed in ways not seen.</summary>
    public IReadOnlyList<(Graph Graph, IOperation Value)>? Assigned(ILocalSymbol local)
        => !_changedElsewhere.Contains(local) && _locals.TryGetValue(local, out var values) ? values : null;

    private Graph? Find(IMethodSymbol function) => _functions.TryGetValue(function, out var graph) ? graph : null;

    private void Collect(Graph graph)
    {
        foreach (var local in graph.Flow.LocalFunctions)
        {
            _functions[local.OriginalDefinition] = new(graph.Flow.GetLocalFunctionControlFlowGraph(local), graph);
        }

        foreach (var block in graph.Flow.Blocks)
        {
            foreach (var operation in InOrder(block))
            {
                _places.Add(new(graph, block, operation));
                if (operation is IFlowAnonymousFunctionOperation lambda)
                {
                    var inner = new Graph(graph.Flow.GetAnonymousFunctionControlFlowGraph(lambda), graph);
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
                foreach (var local in Targets(place.Graph, assignment.Target))
                {
                    Add(_locals, local, (place.Graph, assignment.Value));
                }

                break;
            case ISimpleAssignmentOperation { IsRef: true } alias:
                Changed(place.Graph, alias.Target);
                Changed(place.Graph, alias.Value);
                break;
            case ICompoundAssignmentOperation compound:
                Changed(place.Graph, compound.Target);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                foreach (var target in deconstruction.Target.DescendantsAndSelf())
                {
                    Changed(place.Graph, target);
                }

                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
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

    private void Changed(Graph graph, IOperation target)
    {
        foreach (var local in Targets(graph, target))
        {
            _changedElsewhere.Add(local);
        }
    }

    /// <summary>The locals that are written; a target may itself be captured when the value takes several blocks to compute.</summary>
    private IEnumerable<ILocalSymbol> Targets(Graph graph, IOperation target) => target switch
    {
        ILocalReferenceOperation local => [local.Local],
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation local } => [local.Local],
        IFlowCaptureReferenceOperation reference => Captured(graph, reference.Id).OfType<ILocalReferenceOperation>().Select(l => l.Local),
        _ => [],
    };

    private static IEnumerable<IOperation> ChildrenFirst(IOperation operation)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var child in operation.ChildOperations)
        {
            foreach (var inner in ChildrenFirst(child))
            {
                yield return inner;
            }
        }

        yield return operation;
    }

    private static void Add<TKey, TValue>(Dictionary<TKey, List<TValue>> lists, TKey key, TValue value)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        list.Add(value);
    }
}
