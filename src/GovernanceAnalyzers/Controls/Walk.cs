using Microsoft.CodeAnalysis.FlowAnalysis;

namespace GovernanceAnalyzers.Controls;

/// <summary>
/// Everything that can run before something that stops the walk. Follows branches, the finally blocks that they leave through, handlers (any
/// operation of a try block may throw) and, where asked, the functions that a body makes or calls.
/// </summary>
/// <param name="stops">The operation is what the walk must not get past.</param>
/// <param name="closes">The branch is not taken on such a walk.</param>
internal sealed class Walk(Func<IOperation, Graph, bool> stops, Func<IOperation, Graph, bool, bool> closes)
{
    private readonly HashSet<(Graph, int)> _visited = [];
    private readonly Stack<(Graph Graph, BasicBlock Block)> _open = new();
    private readonly HashSet<ControlFlowRegion> _endedFinally = [];
    private readonly Dictionary<ControlFlowRegion, List<Action>> _afterFinally = [];

    /// <summary>The operations that the walk came past.</summary>
    public HashSet<IOperation> Reached { get; } = [];

    /// <summary>The operations that it did not get past. They run all the same: a helper that asks may have acted before.</summary>
    public HashSet<IOperation> StoppedAt { get; } = [];

    /// <summary>The walk came to an end of the graph it began in, be it by returning or by an exception.</summary>
    public bool Leaves { get; private set; }

    /// <summary>The walk came to the regular end.</summary>
    public bool Returns { get; private set; }

    /// <summary>Which functions the walk goes into, where they are made or used; none where null.</summary>
    public Func<IOperation, Graph, Graph?>? Enters { get; init; }

    /// <summary>Nothing that is walked past fails.</summary>
    public bool IgnoresFailures { get; init; }

    public void FromStart(Graph graph)
    {
        Visit(graph, graph.Flow.Blocks[0]);
        Run();
    }

    /// <summary>From right after an operation, and from its failing.</summary>
    public void After(Place place)
    {
        if (!IgnoresFailures)
        {
            Throw(place.Graph, place.Block.EnclosingRegion);
        }

        if (Passes(place.Graph, place.Graph.InOrder(place.Block).SkipWhile(o => o != place.Operation).Skip(1)))
        {
            Leave(place.Graph, place.Block);
        }

        Run();
    }

    private void Run()
    {
        while (_open.Count > 0)
        {
            var (graph, block) = _open.Pop();
            if (!IgnoresFailures)
            {
                VisitHandlers(graph, block.EnclosingRegion);
            }

            if (Passes(graph, graph.InOrder(block)))
            {
                Leave(graph, block);
            }
        }
    }

    private bool Passes(Graph graph, IEnumerable<IOperation> operations)
    {
        foreach (var operation in operations)
        {
            if (!Pass(operation, graph))
            {
                return false;
            }
        }

        return true;
    }

    private void Visit(Graph graph, BasicBlock block)
    {
        if (!_visited.Add((graph, block.Ordinal)))
        {
            return;
        }

        if (block.Kind == BasicBlockKind.Exit)
        {
            Leaves = Returns = true;
            return;
        }

        _open.Push((graph, block));
    }

    private bool Pass(IOperation operation, Graph graph)
    {
        if (stops(operation, graph))
        {
            StoppedAt.Add(operation);
            return false;
        }

        Reached.Add(operation);
        if (Enters?.Invoke(operation, graph) is { } function)
        {
            Visit(function, function.Flow.Blocks[0]);
        }

        return true;
    }

    private void Leave(Graph graph, BasicBlock block)
    {
        if (block.ConditionalSuccessor is { } conditional)
        {
            var taken = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
            Follow(graph, block, conditional, taken);
            Follow(graph, block, block.FallThroughSuccessor, !taken);
        }
        else
        {
            Follow(graph, block, block.FallThroughSuccessor, null);
        }
    }

    private void Follow(Graph graph, BasicBlock from, ControlFlowBranch? branch, bool? when)
    {
        if (branch is null || (when is { } value && from.BranchValue is { } condition && closes(condition, graph, value)))
        {
            return;
        }

        switch (branch.Semantics)
        {
            case ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow:
                Throw(graph, from.EnclosingRegion);
                break;
            case ControlFlowBranchSemantics.StructuredExceptionHandling:
                EndFinally(from.EnclosingRegion);
                break;
            default:
                Through(graph, branch.FinallyRegions, 0, branch.Destination);
                break;
        }
    }

    private void Through(Graph graph, ImmutableArray<ControlFlowRegion> finallyRegions, int index, BasicBlock? destination)
    {
        if (index < finallyRegions.Length)
        {
            AfterFinally(graph, finallyRegions[index], () => Through(graph, finallyRegions, index + 1, destination));
        }
        else if (destination is not null)
        {
            Visit(graph, destination);
        }
    }

    private void AfterFinally(Graph graph, ControlFlowRegion region, Action then)
    {
        Visit(graph, graph.Flow.Blocks[region.FirstBlockOrdinal]);
        if (_endedFinally.Contains(region))
        {
            then();
            return;
        }

        if (!_afterFinally.TryGetValue(region, out var waiting))
        {
            _afterFinally.Add(region, waiting = []);
        }

        waiting.Add(then);
    }

    private void EndFinally(ControlFlowRegion? region)
    {
        while (region is not null and not { Kind: ControlFlowRegionKind.Finally })
        {
            region = region.EnclosingRegion;
        }

        if (region is not null && _endedFinally.Add(region) && _afterFinally.TryGetValue(region, out var waiting))
        {
            _afterFinally.Remove(region);
            foreach (var then in waiting)
            {
                then();
            }
        }
    }

    /// <summary>An exception that leaves a region goes to the handlers round it, until one takes them all.</summary>
    private void Throw(Graph graph, ControlFlowRegion? region)
    {
        // The regions of a function inside the body go on outwards; its own end at its root.
        for (; region is not null && region != graph.Flow.Root; region = region.EnclosingRegion)
        {
            if (region is not { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { } construct })
            {
                continue;
            }

            if (construct.Kind == ControlFlowRegionKind.TryAndFinally)
            {
                var outside = construct.EnclosingRegion;
                foreach (var handler in construct.NestedRegions.Where(r => r.Kind == ControlFlowRegionKind.Finally))
                {
                    AfterFinally(graph, handler, () => Throw(graph, outside));
                }

                return;
            }

            var takesAll = false;
            foreach (var handler in Handlers(construct))
            {
                Visit(graph, graph.Flow.Blocks[handler.FirstBlockOrdinal]);
                takesAll |= handler.Kind == ControlFlowRegionKind.Catch && TakesAll(handler.ExceptionType);
            }

            if (takesAll)
            {
                return;
            }

            region = construct;
        }

        Leaves = true;
    }

    private void VisitHandlers(Graph graph, ControlFlowRegion? region)
    {
        for (; region is not null && region != graph.Flow.Root; region = region.EnclosingRegion)
        {
            if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { } construct })
            {
                foreach (var handler in Handlers(construct))
                {
                    Visit(graph, graph.Flow.Blocks[handler.FirstBlockOrdinal]);
                }
            }
        }
    }

    private static bool TakesAll(ITypeSymbol? exception)
        => exception is null or { SpecialType: SpecialType.System_Object } or { Name: "Exception", ContainingNamespace.Name: "System" };

    private static IEnumerable<ControlFlowRegion> Handlers(ControlFlowRegion construct)
        => construct.NestedRegions.Where(r => r.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler or ControlFlowRegionKind.Finally);
}
