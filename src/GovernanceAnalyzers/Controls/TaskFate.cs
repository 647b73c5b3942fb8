using GovernanceAnalyzers.Catalogue;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Controls;

/// <summary>Work whose end nobody learns of.</summary>
/// <param name="Dropped">What would have to be awaited.</param>
/// <param name="Words">How it is dropped.</param>
internal sealed record DroppedTask(IOperation Dropped, string Words);

/// <summary>
/// What becomes of the work that an operation starts: whether the body that it stands in waits for it, gives its task to the caller, or lets go of it.
/// A task that is kept in a field or handed to other code is taken for somebody's.
/// </summary>
internal sealed class TaskFate
{
    private static readonly HashSet<string> s_sameWork = new(StringComparer.Ordinal)
    {
        "ConfigureAwait", "AsTask", "WaitAsync", "Preserve", "Unwrap", "GetAwaiter", "ContinueWith",
    };

    /// <summary>Extensions, known by name, whose point is to let go of a task.</summary>
    private static readonly string[] s_forgetting = ["Forget", "NoWait", "NoAwait", "Detach", "Ignore"];

    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default);

    private TaskFate()
    {
    }

    private enum Fate
    {
        /// <summary>This use of the task says nothing of its end.</summary>
        Unheeded,

        /// <summary>Nor does this one, which only reads something of it: the end is lost where the task is kept nowhere.</summary>
        OnlyRead,
        Dropped,
        Heeded,
    }

    /// <summary>How the operation's end is lost; null where it is not.</summary>
    public static DroppedTask? Of(IOperation operation) => new TaskFate().Find(operation);

    private DroppedTask? Find(IOperation operation)
    {
        if (IsTask(operation.Type) && IsLost(operation))
        {
            return new(Outermost(operation), "nothing waits for its task");
        }

        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            var lost = at switch
            {
                IAnonymousFunctionOperation lambda => OfLambda(lambda),
                ILocalFunctionOperation function => OfLocalFunction(function),
                IMethodBodyOperation body => OfMethod(body),
                _ => null,
            };
            if (lost is not null)
            {
                return lost;
            }
        }

        return null;
    }

    private static DroppedTask? OfMethod(IMethodBodyOperation body)
        => body.SemanticModel?.GetDeclaredSymbol(body.Syntax) is IMethodSymbol { IsAsync: true, ReturnsVoid: true } method
            ? new(body, $"'{method.Name}' is async void, so no caller can wait for it")
            : null;

    private DroppedTask? OfLocalFunction(ILocalFunctionOperation function)
    {
        if (!_followed.Add(function.Symbol))
        {
            return null;
        }

        if (function.Symbol is { IsAsync: true, ReturnsVoid: true })
        {
            return new(function, $"'{function.Symbol.Name}' is async void, so no caller can wait for it");
        }

        return function.Root().Descendants().Select(o => o switch
        {
            IInvocationOperation call when GovernanceSymbols.Same(call.TargetMethod.OriginalDefinition, function.Symbol.OriginalDefinition) => Find(call),
            IMethodReferenceOperation reference when GovernanceSymbols.Same(reference.Method.OriginalDefinition, function.Symbol.OriginalDefinition) => OfHanded(reference, function.Symbol),
            _ => null,
        }).FirstOrDefault(lost => lost is not null);
    }

    private DroppedTask? OfLambda(IAnonymousFunctionOperation lambda)
        => lambda.Symbol is { IsAsync: true, ReturnsVoid: true }
            ? new(lambda, "it stands in an async lambda whose delegate returns nothing to wait for")
            : OfHanded(lambda, lambda.Symbol);

    /// <summary>Who is given the function, and whether anybody waits for what they make of it.</summary>
    private DroppedTask? OfHanded(IOperation function, IMethodSymbol symbol)
    {
        var at = function;
        while (at.Parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
        {
            at = at.Parent;
        }

        return at.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } => OfCallGiven(call, symbol),
            IArgumentOperation { Parent: IObjectCreationOperation { Type: { Name: "Thread" or "Timer" } type } creation } when IsOf(type, "System.Threading")
                => new(creation, $"a {type.Name.ToLowerInvariant()} runs it, for which nothing waits"),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => OfDelegate(local, at, symbol),
            IAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } => OfDelegate(local, at, symbol),
            IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call when call.Instance == at => Find(call),
            _ => null,
        };
    }

    private DroppedTask? OfCallGiven(IInvocationOperation call, IMethodSymbol function)
    {
        var target = call.TargetMethod;
        if (target.Name is "QueueUserWorkItem" or "UnsafeQueueUserWorkItem" && IsOf(target.ContainingType, "System.Threading"))
        {
            return new(call, "the thread pool runs it, for which nothing waits");
        }

        var isOfMany = IsSequenceOfTasks(call.Type);
        if (!isOfMany && !IsTask(call.Type))
        {
            return null;
        }

        if (IsLost(call))
        {
            return new(Outermost(call), $"{target.ContainingType.Name}.{target.Name} runs it, and nothing waits for {(isOfMany ? "those tasks" : "that task")}");
        }

        return target.Name == "StartNew" && IsTask(function.ReturnType) && IsOf(target.ContainingType, "System.Threading.Tasks") && !IsUnwrapped(call)
            ? new(call, "StartNew has ended when the work begins: Unwrap its task, or use Task.Run")
            : null;
    }

    private static bool IsUnwrapped(IOperation task)
    {
        var waits = 0;
        for (var at = task.Parent; at is IAwaitOperation or IArgumentOperation or IInvocationOperation or IConversionOperation or IParenthesizedOperation; at = at.Parent)
        {
            waits += at is IAwaitOperation ? 1 : 0;
            if (waits == 2 || at is IInvocationOperation { TargetMethod.Name: "Unwrap" })
            {
                return true;
            }
        }

        // Kept or handed on: somebody may still unwrap it.
        return waits == 0;
    }

    /// <summary>A delegate that is kept in a local: what becomes of each call, and of whoever is given it.</summary>
    private DroppedTask? OfDelegate(ILocalSymbol local, IOperation place, IMethodSymbol function) => !_followed.Add(local)
        ? null
        : place.Root().Descendants().OfType<ILocalReferenceOperation>().Where(r => GovernanceSymbols.Same(r.Local, local))
            .Select(r => OfHanded(r, function)).FirstOrDefault(lost => lost is not null);

    private bool IsLost(IOperation task) => FateOf(task) is Fate.Dropped or Fate.OnlyRead;

    private Fate FateOf(IOperation task)
    {
        switch (task.Parent)
        {
            case IExpressionStatementOperation:
                return Fate.Dropped;
            case IConversionOperation or IParenthesizedOperation or ICoalesceOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation or IArrayInitializerOperation
                or IArrayCreationOperation or ICollectionExpressionOperation:
                return FateOf(task.Parent);
            case IConditionalOperation choice when choice.Condition != task:
                return IsTask(choice.Type) ? FateOf(choice) : Fate.Dropped;
            case IConditionalAccessOperation access when access.WhenNotNull == task:
                return FateOf(access);
            case IArgumentOperation { Parent: IInvocationOperation call }:
                return OfArgument(call, task);
            case IInvocationOperation call when call.Instance == task:
                return s_sameWork.Contains(call.TargetMethod.Name) ? FateOf(call)
                     : call.TargetMethod.Name is "Wait" or "GetResult" or "RunSynchronously" or "OnCompleted" or "UnsafeOnCompleted" ? Fate.Heeded
                     : ReadBy(call.TargetMethod);
            case IPropertyReferenceOperation property:
                return property.Property.Name == "Result" ? Fate.Heeded : ReadBy(property.Property);
            case ISimpleAssignmentOperation assignment when assignment.Value == task:
                return assignment.Target switch
                {
                    IDiscardOperation => Fate.Dropped,
                    ILocalReferenceOperation local => OfLocal(local.Local, task),
                    _ => Fate.Heeded,
                };
            case ICompoundAssignmentOperation or IAssignmentOperation:
                return Fate.Heeded;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                return OfLocal(local, task);
            case IBinaryOperation or IIsTypeOperation:
                return Fate.OnlyRead;
            case IIsPatternOperation match:
                return KeepsOrWaits(match.Pattern) ? Fate.Unheeded : Fate.OnlyRead;
            case INameOfOperation:
                return Fate.Unheeded;
            default:
                return Fate.Heeded;
        }
    }

    /// <summary>A pattern that names the task for what comes after, or asks for its result.</summary>
    private static bool KeepsOrWaits(IPatternOperation pattern) => pattern.DescendantsAndSelf().Any(p => p
        is IDeclarationPatternOperation { DeclaredSymbol: not null }
        or IRecursivePatternOperation { DeclaredSymbol: not null }
        or IPropertySubpatternOperation { Member: IPropertyReferenceOperation { Property.Name: "Result" } });

    /// <summary>What a task of somebody's own does in its members may be to wait.</summary>
    private static Fate ReadBy(ISymbol member) => Framework.Owns(member.ContainingAssembly) ? Fate.OnlyRead : Fate.Unheeded;

    private Fate OfArgument(IInvocationOperation call, IOperation task)
    {
        var target = call.TargetMethod;
        if (target.ContainingType is { Name: "Task" } && target.Name is "WhenAll" or "WhenAny" or "WhenEach")
        {
            return FateOf(call);
        }

        // An extension: the task is what it is called on.
        return target.IsExtensionMethod && call.Arguments.FirstOrDefault()?.Value == task
            ? s_sameWork.Contains(target.Name) ? FateOf(call)
                : s_forgetting.Any(f => target.Name.IndexOf(f, StringComparison.OrdinalIgnoreCase) >= 0) ? Fate.Dropped
                : Fate.Heeded
            : Fate.Heeded;
    }

    /// <summary>A task that is kept in a local is somebody's as soon as one use of it heeds it; on which paths is not asked.</summary>
    private Fate OfLocal(ILocalSymbol local, IOperation task)
    {
        if (!_followed.Add(local))
        {
            return Fate.Unheeded;
        }

        var uses = task.Root().Descendants().OfType<ILocalReferenceOperation>()
            .Where(r => GovernanceSymbols.Same(r.Local, local) && !IsTarget(r));
        return uses.Any(r => FateOf(r) == Fate.Heeded) ? Fate.Heeded : Fate.Dropped;
    }

    private static bool IsTarget(ILocalReferenceOperation reference) => reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference;

    /// <summary>The whole of what would be awaited: the call with what is hung on it.</summary>
    private static IOperation Outermost(IOperation task)
    {
        var at = task;
        while (at.Parent switch
        {
            IInvocationOperation call => s_sameWork.Contains(call.TargetMethod.Name) && call.Type?.SpecialType != SpecialType.System_Void,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { IsExtensionMethod: true } extension } } => s_sameWork.Contains(extension.Name),
            IConditionalAccessOperation or IParenthesizedOperation or IConversionOperation => true,
            _ => false,
        })
        {
            at = at.Parent!;
        }

        return at;
    }

    private static bool IsTask(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name is "Task" or "ValueTask" && IsOf(type, "System.Threading.Tasks"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSequenceOfTasks(ITypeSymbol? type)
        => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T, TypeArguments: [var one] } && IsTask(one);

    private static bool IsOf(ITypeSymbol type, string space) => type.ContainingNamespace?.ToDisplayString() == space;
}
