using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Reach;

/// <summary>
/// What no path of a body leads to: after a <c>return</c>, in <c>if (false)</c>. Decided on the control-flow graph, which is made only where something
/// in the body can make code dead.
/// </summary>
internal sealed class DeadCode
{
    private static readonly DeadCode s_none = new([], []);

    private readonly HashSet<SyntaxNode> _dead;
    private readonly HashSet<SyntaxNode> _live;

    private DeadCode(HashSet<SyntaxNode> dead, HashSet<SyntaxNode> live)
    {
        _dead = dead;
        _live = live;
    }

    public static DeadCode In(IOperation operation)
    {
        var root = operation.Root();
        return root.DescendantsAndSelf().Any(MakesDead) && Graph(root) is { } graph ? Read(graph) : s_none;
    }

    /// <summary>The operation never runs. A statement that the graph knows only by its parts is judged by the first of them.</summary>
    public bool Holds(IOperation operation)
        => _dead.Count > 0
        && (operation is IForEachLoopOperation or IUsingOperation or IUsingDeclarationOperation
            ? operation.Descendants().Select(o => o.Syntax).FirstOrDefault(s => _dead.Contains(s) || _live.Contains(s)) is { } first && _dead.Contains(first)
            : _dead.Contains(operation.Syntax));

    private static bool MakesDead(IOperation operation) => operation switch
    {
        IBlockOperation block => IsLeftEarly(block.Operations),
        ISwitchCaseOperation section => IsLeftEarly(section.Body),
        IConditionalOperation { Condition.ConstantValue.HasValue: true } => true,
        IWhileLoopOperation { Condition.ConstantValue.HasValue: true } => true,
        IForLoopOperation { Condition: null or { ConstantValue.HasValue: true } } => true,
        IBinaryOperation { LeftOperand.ConstantValue.HasValue: true, OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } => true,
        _ => false,
    };

    private static bool IsLeftEarly(ImmutableArray<IOperation> statements)
    {
        for (var i = 0; i < statements.Length - 1; i++)
        {
            if (Leaves(statements[i]) && statements[i + 1] is not ILocalFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Leaves(IOperation? statement) => statement switch
    {
        IBranchOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } => true,
        IReturnOperation { Kind: OperationKind.Return or OperationKind.YieldBreak } => true,
        IBlockOperation block => block.Operations.Any(Leaves),
        IConditionalOperation choice => Leaves(choice.WhenTrue) && Leaves(choice.WhenFalse),
        ILockOperation section => Leaves(section.Body),
        IUsingOperation section => Leaves(section.Body),
        ITryOperation attempt => Leaves(attempt.Finally) || Leaves(attempt.Body) && attempt.Catches.All(c => Leaves(c.Handler)),
        _ => false,
    };

    private static ControlFlowGraph? Graph(IOperation root) => root switch
    {
        IMethodBodyOperation body => ControlFlowGraph.Create(body),
        IConstructorBodyOperation body => ControlFlowGraph.Create(body),
        IBlockOperation body => ControlFlowGraph.Create(body),
        IFieldInitializerOperation body => ControlFlowGraph.Create(body),
        IPropertyInitializerOperation body => ControlFlowGraph.Create(body),
        _ => null,
    };

    private static DeadCode Read(ControlFlowGraph first)
    {
        var dead = new HashSet<SyntaxNode>();
        var live = new HashSet<SyntaxNode>();
        var open = new Stack<(ControlFlowGraph Graph, bool IsDead)>([(first, false)]);
        while (open.Count > 0)
        {
            var (graph, isDead) = open.Pop();
            foreach (var local in graph.LocalFunctions)
            {
                // Whether it runs at all is for its calls to say.
                open.Push((graph.GetLocalFunctionControlFlowGraph(local), false));
            }

            foreach (var block in graph.Blocks)
            {
                var operations = block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations;
                foreach (var operation in operations.SelectMany(o => o.DescendantsAndSelf()))
                {
                    (isDead || !block.IsReachable ? dead : live).Add(operation.Syntax);
                    if (operation is IFlowAnonymousFunctionOperation lambda)
                    {
                        open.Push((graph.GetAnonymousFunctionControlFlowGraph(lambda), isDead || !block.IsReachable));
                    }
                }
            }
        }

        dead.ExceptWith(live);
        return new(dead, live);
    }
}
