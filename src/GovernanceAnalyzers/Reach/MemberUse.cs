using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Reach;

/// <summary>The members that an operation calls by itself, its operands aside, and whether exactly they run.</summary>
internal static class MemberUse
{
    public static IEnumerable<(IMethodSymbol Target, bool IsExact)> Of(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation invocation:
                return One(invocation.TargetMethod, invocation.IsVirtual, invocation.Instance);
            case IObjectCreationOperation { Constructor: { } constructor }:
                return [(constructor, true)];
            case IMethodReferenceOperation reference:
                return One(reference.Method, reference.IsVirtual, reference.Instance);
            case IPropertyReferenceOperation property:
                return OfProperty(property);
            case IEventAssignmentOperation { EventReference: IEventReferenceOperation { Event: { } changed } reference } assignment:
                return One(assignment.Adds ? changed.AddMethod : changed.RemoveMethod, true, reference.Instance);
            case IBinaryOperation { OperatorMethod: { } binary }:
                return [(binary, true)];
            case IUnaryOperation { OperatorMethod: { } unary }:
                return [(unary, true)];
            case IIncrementOrDecrementOperation { OperatorMethod: { } step }:
                return [(step, true)];
            case ICompoundAssignmentOperation { OperatorMethod: { } compound }:
                return [(compound, true)];
            case IConversionOperation { OperatorMethod: { } conversion }:
                return [(conversion, true)];
            case IUsingOperation usingStatement:
                return Disposed(usingStatement.Resources, usingStatement.IsAsynchronous);
            case IUsingDeclarationOperation declaration:
                return Disposed(declaration.DeclarationGroup, declaration.IsAsynchronous);
            default:
                return [];
        }
    }

    private static IEnumerable<(IMethodSymbol Target, bool IsExact)> One(IMethodSymbol? target, bool isVirtual, IOperation? instance)
        => target is null ? [] : [(target, !isVirtual || !CanBeOverridden(target) || IsOfExactType(instance))];

    private static bool IsOfExactType(IOperation? instance)
        => instance is IObjectCreationOperation || instance?.Type is { IsSealed: true, TypeKind: not TypeKind.Interface };

    private static bool CanBeOverridden(IMethodSymbol method)
        => method.ContainingType?.TypeKind == TypeKind.Interface
        || ((method.IsVirtual || method.IsAbstract || method is { IsOverride: true, IsSealed: false }) && !method.ContainingType!.IsSealed);

    private static IEnumerable<(IMethodSymbol Target, bool IsExact)> OfProperty(IPropertyReferenceOperation reference)
    {
        var (reads, writes) = Usage(reference);
        for (var property = reference.Property; property is not null && (reads || writes); property = property.OverriddenProperty)
        {
            foreach (var use in One(reads ? property.GetMethod : null, true, reference.Instance))
            {
                reads = false;
                yield return use;
            }

            foreach (var use in One(writes ? property.SetMethod : null, true, reference.Instance))
            {
                writes = false;
                yield return use;
            }
        }
    }

    private static (bool Reads, bool Writes) Usage(IOperation reference)
    {
        for (var (child, parent) = (reference, reference.Parent); ; (child, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case ITupleOperation tuple when tuple.Parent is ITupleOperation or IDeconstructionAssignmentOperation:
                    continue;
                case IDeconstructionAssignmentOperation deconstruction:
                    return deconstruction.Target == child ? (false, true) : (true, false);
                case ISimpleAssignmentOperation assignment:
                    return assignment.Target == child ? (false, true) : (true, false);
                case ICompoundAssignmentOperation compound when compound.Target == child:
                case ICoalesceAssignmentOperation coalesce when coalesce.Target == child:
                case IIncrementOrDecrementOperation:
                    return (true, true);
                default:
                    return (true, false);
            }
        }
    }

    /// <summary>The Dispose that a using calls, found on the resource's own type.</summary>
    private static IEnumerable<(IMethodSymbol Target, bool IsExact)> Disposed(IOperation resources, bool isAsynchronous)
    {
        var name = isAsynchronous ? "DisposeAsync" : "Dispose";
        var types = resources is IVariableDeclarationGroupOperation group
            ? group.Declarations.SelectMany(d => d.Declarators).Select(d => (ITypeSymbol?)d.Symbol.Type)
            : [resources.Type];
        foreach (var type in types.OfType<INamedTypeSymbol>())
        {
            for (var at = type; at is not null; at = at.BaseType)
            {
                if (at.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.IsEmpty && !m.IsStatic) is { } dispose)
                {
                    yield return (dispose, !CanBeOverridden(dispose) || type.IsSealed);
                    break;
                }
            }
        }
    }
}
