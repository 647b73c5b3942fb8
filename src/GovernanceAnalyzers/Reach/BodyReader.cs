using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Catalogue.Conditions;
using GovernanceAnalyzers.Controls;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Reach;

/// <summary>
/// Walks the operations of one body and notes its actions, its calls and its blind spots. Lambdas belong to it, and so do the local functions that
/// it calls or hands on. What never runs does not count: <c>nameof</c>, attributes, removed calls, unused local functions, expression trees.
/// </summary>
internal sealed class BodyReader(
    ActionCatalogue catalogue, ConditionalCalls conditionals, ControlMembers controls, GovernanceSymbols symbols, Func<SyntaxNode, IOperation?> operationOf)
{
    private readonly ImmutableArray<ActionSite>.Builder _sites = ImmutableArray.CreateBuilder<ActionSite>();
    private readonly ImmutableArray<CalledMember>.Builder _calls = ImmutableArray.CreateBuilder<CalledMember>();
    private readonly ImmutableArray<CalledStep>.Builder _steps = ImmutableArray.CreateBuilder<CalledStep>();
    private readonly ImmutableArray<BlindSpot>.Builder _blindSpots = ImmutableArray.CreateBuilder<BlindSpot>();
    /// <summary>A stack of our own: generated code may nest deeper than the thread's.</summary>
    private readonly Stack<IOperation> _open = new();

    private readonly ValueReader _values = new(symbols.Compilation.Assembly, operationOf);
    private readonly HashSet<IMethodSymbol> _entered = new(SymbolEqualityComparer.Default);

    public BodyFacts Read(IEnumerable<IOperation> roots)
    {
        foreach (var root in roots)
        {
            if (root is ILocalFunctionOperation self)
            {
                Enter(self);
            }
            else
            {
                _open.Push(root);
            }

            while (_open.Count > 0)
            {
                Visit(_open.Pop());
            }
        }

        return new(_sites.ToImmutable(), _calls.ToImmutable(), _steps.ToImmutable(), _blindSpots.ToImmutable());
    }

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case INameOfOperation or ILocalFunctionOperation:
                return;
            case IConversionOperation { Operand: IAnonymousFunctionOperation } when IsExpressionTree(operation.Type):
                _blindSpots.Add(new("expression-tree", "a lambda handed on as data", operation.Syntax));
                return;
            case IInvocationOperation invocation when conditionals.IsRemoved(invocation.TargetMethod, invocation.Syntax):
                return;
            case IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IDynamicObjectCreationOperation:
                if (operation.Parent is not IDynamicInvocationOperation)
                {
                    _blindSpots.Add(new("dynamic", FirstLine(operation.Syntax), operation.Syntax));
                }

                break;
            case IFunctionPointerInvocationOperation:
                _blindSpots.Add(new("function-pointer", FirstLine(operation.Syntax), operation.Syntax));
                break;
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } invoke:
                if (!IsVisibleDelegate(invoke.Instance))
                {
                    _blindSpots.Add(new("delegate", FirstLine(invoke.Syntax), invoke.Syntax));
                }

                break;
            default:
                foreach (var (target, isExact) in MemberUse.Of(operation))
                {
                    Note(operation, target, isExact);
                }

                break;
        }

        VisitChildren(operation);
    }

    private void VisitChildren(IOperation operation)
    {
        foreach (var child in operation.ChildOperations.Reverse())
        {
            _open.Push(child);
        }
    }

    private void Note(IOperation operation, IMethodSymbol target, bool isExact)
    {
        if (target.MethodKind == MethodKind.LocalFunction)
        {
            if (target.DeclaringSyntaxReferences is [var declaration] && operationOf(declaration.GetSyntax()) is ILocalFunctionOperation body)
            {
                Enter(body);
            }

            return;
        }

        // A step is governed at its own place, and what a control does to ask or to record is no action of the step.
        if (symbols.StepOf(target.OriginalDefinition) is { } step)
        {
            _steps.Add(new(operation.Syntax, step));
            return;
        }

        if (controls.IsControl(target))
        {
            return;
        }

        var actions = catalogue.Of(operation, target, _values);
        if (!actions.IsEmpty)
        {
            _sites.Add(new(operation.Syntax, target, actions));
        }

        if ((actions.IsEmpty || catalogue.LooksInside(target)) && !Framework.Owns(target.ContainingAssembly) && !Framework.IsOurs(target.ContainingAssembly))
        {
            _calls.Add(new(operation.Syntax, target, isExact));
        }
    }

    private void Enter(ILocalFunctionOperation function)
    {
        if (_entered.Add(function.Symbol))
        {
            VisitChildren(function);
        }
    }

    private static bool IsExpressionTree(ITypeSymbol? type)
        => type is INamedTypeSymbol { Name: "Expression", IsGenericType: true } named
        && named.ContainingNamespace.ToDisplayString() == "System.Linq.Expressions";

    /// <summary>A local that is made from a lambda or a method group here: that lambda is already read.</summary>
    private static bool IsVisibleDelegate(IOperation? instance) => instance switch
    {
        ILocalReferenceOperation local => local.Local.DeclaringSyntaxReferences.Any(r =>
            r.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.VariableDeclaratorSyntax
            {
                Initializer.Value: Microsoft.CodeAnalysis.CSharp.Syntax.AnonymousFunctionExpressionSyntax,
            }),
        IConversionOperation conversion => IsVisibleDelegate(conversion.Operand),
        IDelegateCreationOperation creation => creation.Target is IAnonymousFunctionOperation or IMethodReferenceOperation,
        IAnonymousFunctionOperation => true,
        _ => false,
    };

    private static string FirstLine(SyntaxNode syntax) => syntax.ToString().Split('\r', '\n')[0];
}
