using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Catalogue.Conditions;

/// <summary>
/// What a call of the framework makes for a file that is kept for a while only: a name that nothing else has, or a path in the folder for temporary files
/// that ends with names of the code's own.
/// </summary>
internal static class TemporaryPath
{
    /// <summary>Null where it makes neither.</summary>
    public static KnownValue? MadeBy(IInvocationOperation call, Func<IOperation, IReadOnlyList<KnownValue>?> valuesOf)
    {
        // The name first: that of the type is put together anew for each call that is read.
        bool IsOf(string type) => MemberName.Full(call.TargetMethod.ContainingType) == type;
        bool Are(IOperation? value, Func<KnownValue, bool> what) => value is not null && valuesOf(value) is { } known && known.All(what);
        return call.TargetMethod.Name switch
        {
            "NewGuid" when IsOf("System.Guid") => KnownValue.Fresh,
            "GetRandomFileName" when IsOf("System.IO.Path") => KnownValue.Fresh,
            "ToString" when (IsOf("System.Guid") || IsOf("System.String")) && Are(call.Instance, v => v == KnownValue.Fresh) => KnownValue.Fresh,
            "Substring" when IsOf("System.String") && Are(call.Instance, v => v == KnownValue.Fresh) => KnownValue.Fresh,
            "GetTempFileName" when IsOf("System.IO.Path") => KnownValue.Temporary,
            "ChangeExtension" when IsOf("System.IO.Path")
                && Are(call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value, v => v.IsTemporary) => KnownValue.Temporary,
            "Combine" or "Join" when IsOf("System.IO.Path") && Parts(call) is { Count: > 1 } parts
                && Are(parts[0], v => v.IsTemporary || v.Maker == "GetTempPath") && parts.Skip(1).All(p => Are(p, IsOwnName)) => KnownValue.Temporary,
            _ => null,
        };
    }

    /// <summary>It leads no way out of the folder.</summary>
    private static bool IsOwnName(KnownValue value)
        => value.Text is { Length: > 0 } text && text[0] is not ('/' or '\\') && text.IndexOf(':') < 0 && text.IndexOf("..", StringComparison.Ordinal) < 0;

    private static List<IOperation> Parts(IInvocationOperation call) =>
    [
        .. call.Arguments.OrderBy(a => a.Parameter?.Ordinal)
            .SelectMany(a => a.Value is IArrayCreationOperation { Initializer.ElementValues: var values } ? values : [a.Value]),
    ];
}
