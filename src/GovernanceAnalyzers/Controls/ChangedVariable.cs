using GovernanceAnalyzers.Catalogue;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Controls;

/// <summary>What an operation gives another value, or whose object it changes.</summary>
internal static class ChangedVariable
{
    /// <summary>Members of the class library's collections and builders after which the object is another.</summary>
    private static readonly HashSet<string> s_changing = new(StringComparer.Ordinal)
    {
        "Add", "AddRange", "Insert", "InsertRange", "Remove", "RemoveAt", "RemoveAll", "RemoveRange", "Clear", "Enqueue", "Dequeue", "Push", "Pop", "Append",
        "AppendLine", "Replace", "Sort", "Reverse", "TryAdd", "TryRemove", "UnionWith", "ExceptWith",
    };

    /// <summary>The local or parameter, or the member of the object itself; null where there is none.</summary>
    public static ISymbol? Of(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation assignment => Root(assignment.Target),
        ICompoundAssignmentOperation compound => Root(compound.Target),
        ICoalesceAssignmentOperation coalesce => Root(coalesce.Target),
        IIncrementOrDecrementOperation step => Root(step.Target),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => Root(argument.Value),
        IInvocationOperation { TargetMethod: { } target, Instance: { } instance } when s_changing.Contains(target.Name) && Framework.Owns(target.ContainingAssembly)
            && target.ContainingType.SpecialType != SpecialType.System_String => Root(instance),
        _ => null,
    };

    private static ISymbol? Root(IOperation? target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } member => member.Member,
        IPropertyReferenceOperation property => Root(property.Instance),
        IFieldReferenceOperation field => Root(field.Instance),
        IConversionOperation conversion => Root(conversion.Operand),
        _ => null,
    };
}
