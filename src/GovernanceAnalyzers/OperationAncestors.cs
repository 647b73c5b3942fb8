using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers;

/// <summary>What an operation stands in.</summary>
internal static class OperationAncestors
{
    public static IEnumerable<IOperation> AncestorsAndSelf(this IOperation operation)
    {
        for (IOperation? at = operation; at is not null; at = at.Parent)
        {
            yield return at;
        }
    }

    /// <summary>The whole body, initialiser or attribute that the operation is part of.</summary>
    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>It is in a <c>nameof</c>, as where a declaration names its rollback handler, and never runs.</summary>
    public static bool IsOnlyNamed(this IOperation operation) => operation.AncestorsAndSelf().Any(o => o is INameOfOperation);
}
