using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Reach;

/// <summary>
/// Where arguments decide what a call does, the catalogue keeps the worst reading. A compile-time constant that says otherwise lowers it: a file
/// opened with <c>FileAccess.Read</c>, a request made with <c>HttpMethod.Get</c>. What a project or a contract says is never lowered.
/// </summary>
internal static class ReadOnlyCalls
{
    private const int OpenMode = 3;
    private const int ReadAccess = 1;
    private const int DeleteOnClose = 0x04000000;

    public static ImmutableArray<ConsequentialAction> Refine(IOperation operation, ImmutableArray<ConsequentialAction> actions)
    {
        var arguments = operation switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
        return arguments.IsEmpty ? actions : [.. actions.Select(a => a.Source != ActionSource.BuiltIn ? a : Refine(a, arguments))];
    }

    private static ConsequentialAction Refine(ConsequentialAction action, ImmutableArray<IArgumentOperation> arguments) => action.Capability switch
    {
        "files.write" when OpensForReading(arguments) => new("files.read", Tier.Low, "yes", "opens a file for reading only", action.Source),
        "network.write" when arguments.Any(a => AsksOnly(a.Value)) => new("network.read", Tier.Low, "yes", "sends a request that only asks", action.Source),
        _ => action,
    };

    private static bool OpensForReading(ImmutableArray<IArgumentOperation> arguments)
        => Constant(arguments, "FileAccess") == ReadAccess
        && !arguments.Any(a => Is(a, "FileMode") && Constant(a) != OpenMode)
        && !arguments.Any(a => Is(a, "FileOptions") && ((Constant(a) ?? DeleteOnClose) & DeleteOnClose) != 0);

    private static int? Constant(ImmutableArray<IArgumentOperation> arguments, string type)
        => arguments.FirstOrDefault(a => Is(a, type)) is { } argument ? Constant(argument) : null;

    private static int? Constant(IArgumentOperation argument) => argument.Value.ConstantValue is { HasValue: true, Value: int value } ? value : null;

    private static bool Is(IArgumentOperation argument, string type)
        => argument.Parameter?.Type is { TypeKind: TypeKind.Enum } parameter
        && parameter.Name == type
        && parameter.ContainingNamespace.ToDisplayString() == "System.IO";

    /// <summary>A request that is made here, or in the one value of a local, with a method that changes nothing.</summary>
    private static bool AsksOnly(IOperation value) => value switch
    {
        IConversionOperation conversion => AsksOnly(conversion.Operand),
        IObjectCreationOperation { Type.Name: "HttpRequestMessage", Arguments: [var method, ..] } creation
            => IsAskingMethod(method.Value) && creation.Initializer?.Initializers.Any(SetsMethod) != true,
        ILocalReferenceOperation local => HandedCode.OnlyValue(local) is IObjectCreationOperation made && AsksOnly(made) && !IsMethodSetAround(local),
        _ => false,
    };

    private static bool IsAskingMethod(IOperation method)
        => method is IPropertyReferenceOperation { Property: { Name: "Get" or "Head" or "Options", ContainingType.Name: "HttpMethod" } };

    private static bool IsMethodSetAround(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation.Descendants().Any(SetsMethod);
    }

    private static bool SetsMethod(IOperation operation)
        => operation is ISimpleAssignmentOperation
        {
            Target: IPropertyReferenceOperation { Property: { Name: "Method", ContainingType.Name: "HttpRequestMessage" } },
        };
}
