using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Reach;

/// <summary>
/// A body after which nothing is different: it is empty, returns a completed task, writes log lines or throws. Whatever else it calls, awaits or
/// assigns counts as doing something, own code included: how much that does is not asked.
/// </summary>
internal static class HollowBody
{
    private static readonly string[] s_logging =
    [
        "Microsoft.Extensions.Logging.", "System.Console.", "System.Diagnostics.Trace.", "System.Diagnostics.Debug.", "System.Diagnostics.TraceSource.",
        "System.Diagnostics.Activity.", "System.Diagnostics.Tracing.", "Serilog.", "NLog.", "log4net.",
    ];

    /// <summary>Calls that make a value or a check, and change nothing.</summary>
    private static readonly string[] s_harmless =
    [
        "System.Threading.Tasks.Task.FromResult", "System.Threading.Tasks.Task.FromException", "System.Threading.Tasks.Task.FromCanceled",
        "System.Threading.Tasks.Task.Delay", "System.Threading.Tasks.Task.Yield", "System.Threading.Tasks.Task.ConfigureAwait",
        "System.Threading.Tasks.ValueTask.FromResult", "System.Threading.Tasks.ValueTask.FromException", "System.Threading.Tasks.ValueTask.FromCanceled",
        "System.Threading.Tasks.ValueTask.ConfigureAwait", "System.Threading.CancellationToken.ThrowIfCancellationRequested",
        "System.String.", "System.Object.GetType",
    ];

    /// <summary>What little the body does, in words; null where it does something, or is still half-typed.</summary>
    public static string? Words(IMethodBodyOperation body)
    {
        var (logs, throws) = (false, false);
        foreach (var operation in Running(body))
        {
            switch (operation)
            {
                case IThrowOperation:
                    throws = true;
                    break;
                case IInvocationOperation call when IsLogging(call):
                    logs = true;
                    break;
                case var other when DoesSomething(other):
                    return null;
            }
        }

        return logs && throws ? "only logs and throws"
             : throws ? "only throws"
             : logs ? "only logs"
             : body is { BlockBody.Operations.Length: 0 } ? "is empty"
             : "returns at once";
    }

    /// <summary>A local function or lambda runs when it is called or handed on, and that counts by itself.</summary>
    private static IEnumerable<IOperation> Running(IMethodBodyOperation body)
    {
        var open = new Stack<IOperation>([body]);
        while (open.Count > 0)
        {
            var operation = open.Pop();
            yield return operation;
            foreach (var child in operation.ChildOperations)
            {
                if (child is not (INameOfOperation or ILocalFunctionOperation or IAnonymousFunctionOperation))
                {
                    open.Push(child);
                }
            }
        }
    }

    private static bool DoesSomething(IOperation operation) => operation switch
    {
        IInvalidOperation => true,
        IInvocationOperation call => !IsHarmless(call.TargetMethod),
        IObjectCreationOperation made => !IsHarmless(made.Type),
        IAssignmentOperation assignment => !IsOwn(assignment.Target),
        IIncrementOrDecrementOperation change => !IsOwn(change.Target),
        IAwaitOperation wait => IsSomebodysTask(wait.Operation),
        IReturnOperation { ReturnedValue: { } value } => IsSomebodysTask(value),
        IEventAssignmentOperation or IFunctionPointerInvocationOperation or IDynamicInvocationOperation or IDynamicObjectCreationOperation => true,
        _ => false,
    };

    /// <summary>A task that is kept elsewhere: waiting for it may well be how the step is undone.</summary>
    private static bool IsSomebodysTask(IOperation value) => value switch
    {
        IConversionOperation conversion => IsSomebodysTask(conversion.Operand),
        IPropertyReferenceOperation property => property.Property.Name != "CompletedTask",
        IFieldReferenceOperation or IParameterReferenceOperation or IArrayElementReferenceOperation => true,
        _ => false,
    };

    /// <summary>A local, a parameter or a discard: gone when the handler returns.</summary>
    private static bool IsOwn(IOperation target)
        => target is ILocalReferenceOperation or IParameterReferenceOperation or IDiscardOperation or IDeclarationExpressionOperation;

    /// <summary>It writes to a log for those who run the program.</summary>
    public static bool IsLogging(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        return StartsWith(s_logging, Name(method))
            || method.GetAttributes().Any(a => a.AttributeClass is { Name: "LoggerMessageAttribute" })
            || call.Instance is IPropertyReferenceOperation { Property: { Name: "Out" or "Error", ContainingType: { Name: "Console" } console } }
               && console.ContainingNamespace.ToDisplayString() == "System";
    }

    /// <summary>It makes a value or a check.</summary>
    public static bool IsHarmless(IMethodSymbol method)
        => StartsWith(s_harmless, Name(method))
        || method.Name.StartsWith("ThrowIf", StringComparison.Ordinal) && IsException(method.ContainingType)
        || method.Name == "ToString" && method.Parameters.IsEmpty;

    private static bool IsHarmless(ITypeSymbol? type)
        => IsException(type) || type is { SpecialType: not SpecialType.None } or { Name: "ValueTask" or "Task" };

    private static bool IsException(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == "Exception" && type.ContainingNamespace.ToDisplayString() == "System")
            {
                return true;
            }
        }

        return false;
    }

    private static string Name(IMethodSymbol method) => $"{method.ContainingNamespace?.ToDisplayString()}.{method.ContainingType?.Name}.{method.Name}";

    private static bool StartsWith(string[] names, string name) => names.Any(n => name.StartsWith(n, StringComparison.Ordinal));
}
