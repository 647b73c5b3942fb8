using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Reach;

/// <summary>A member that an operation calls.</summary>
/// <param name="Target">The member, as bound.</param>
/// <param name="IsExact">It runs, and no override or other implementation of it.</param>
internal readonly record struct Use(IMethodSymbol Target, bool IsExact)
{
    /// <summary>On what it is called.</summary>
    public IOperation? Receiver { get; init; }

    /// <summary>The type parameter through which a static or a constrained member is called.</summary>
    public ITypeSymbol? Through { get; init; }
}

/// <summary>The members that an operation calls by itself, its operands aside, and whether exactly they run.</summary>
internal static class MemberUse
{
    public static IEnumerable<Use> Of(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation invocation:
                return One(invocation.TargetMethod, invocation.IsVirtual, invocation.Instance, invocation.ConstrainedToType);
            case IObjectCreationOperation { Constructor: { } constructor }:
                return [new(constructor, true)];
            case IMethodReferenceOperation reference:
                return One(reference.Method, reference.IsVirtual, reference.Instance, reference.ConstrainedToType);
            case IPropertyReferenceOperation property:
                return OfProperty(property);
            case IImplicitIndexerReferenceOperation range:
                return OfMember(range.LengthSymbol, range.Instance).Concat(OfMember(range.IndexerSymbol, range.Instance));
            case IEventAssignmentOperation { EventReference: IEventReferenceOperation { Event: { } changed } reference } assignment:
                return One(assignment.Adds ? changed.AddMethod : changed.RemoveMethod, !IsBase(reference.Instance), reference.Instance, reference.ConstrainedToType);
            case IBinaryOperation { OperatorMethod: { } binary } operation2:
                return Operator(binary, operation2.ConstrainedToType);
            case IUnaryOperation { OperatorMethod: { } unary } operation1:
                return Operator(unary, operation1.ConstrainedToType);
            case IIncrementOrDecrementOperation { OperatorMethod: { } step } change:
                return Operator(step, change.ConstrainedToType);
            case ICompoundAssignmentOperation compound:
                return Operator(compound.OperatorMethod, compound.ConstrainedToType)
                    .Concat(Operator(compound.InConversion.MethodSymbol, null)).Concat(Operator(compound.OutConversion.MethodSymbol, null));
            case IConversionOperation { OperatorMethod: { } conversion } converted:
                return Operator(conversion, converted.ConstrainedToType);
            case ICoalesceOperation coalesce:
                return Operator(coalesce.ValueConversion.MethodSymbol, null);
            case ICollectionExpressionOperation { ConstructMethod: { } construct }:
                return [new(construct, true)];
            case IWithOperation { CloneMethod: { } clone }:
                return CopyConstructor(clone) is { } copy ? [new(copy, true)] : [];
            case IRecursivePatternOperation { DeconstructSymbol: IMethodSymbol deconstruct }:
                return OfMember(deconstruct, null);
            case IListPatternOperation list:
                return OfMember(list.LengthSymbol, null).Concat(OfMember(list.IndexerSymbol, null));
            case ISlicePatternOperation slice:
                return OfMember(slice.SliceSymbol, null);
            case IUsingOperation usingStatement:
                return Disposed(usingStatement.Resources, usingStatement.IsAsynchronous);
            case IUsingDeclarationOperation declaration:
                return Disposed(declaration.DeclarationGroup, declaration.IsAsynchronous);
            case IDynamicInvocationOperation or IDynamicObjectCreationOperation or IInvalidOperation:
                return operation.Syntax switch
                {
                    InvocationExpressionSyntax { ArgumentList: var arguments } => Undecided(operation, arguments),
                    BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments } => Undecided(operation, arguments),
                    _ => [],
                };
            default:
                return [];
        }
    }

    /// <summary>May another body than the member's own run?</summary>
    public static bool CanBeOverridden(IMethodSymbol method)
        => method is { IsStatic: true } ? method.IsAbstract || method is { IsVirtual: true, ContainingType.TypeKind: TypeKind.Interface }
         : method.ContainingType?.TypeKind == TypeKind.Interface ? method is { IsAbstract: true } or { IsVirtual: true }
         : (method.IsVirtual || method.IsAbstract || method is { IsOverride: true, IsSealed: false }) && !method.ContainingType!.IsSealed;

    private static IEnumerable<Use> One(IMethodSymbol? target, bool isVirtual, IOperation? instance, ITypeSymbol? through = null)
        => target is null ? [] : [new(target, !(isVirtual || target.IsStatic) || !CanBeOverridden(target)) { Receiver = instance, Through = through }];

    /// <summary>
    /// A member of a known type, of which only the overload is open: an argument is dynamic, or of a type that is not there. A call that is not written out
    /// yet is none.
    /// </summary>
    private static IEnumerable<Use> Undecided(IOperation operation, ArgumentListSyntax arguments)
    {
        var found = operation.SemanticModel?.GetSymbolInfo(operation.Syntax) ?? default;
        var overloads = (found.Symbol is { } only ? [only] : found.CandidateSymbols).OfType<IMethodSymbol>().Where(o => Takes(o, arguments.Arguments.Count)).ToList();
        return overloads is [{ MethodKind: MethodKind.Ordinary or MethodKind.ReducedExtension or MethodKind.Constructor } first, ..]
            && overloads.All(o => GovernanceSymbols.Same(o.ContainingType, first.ContainingType))
                ? One(first, true, null)
                : [];
    }

    private static bool Takes(IMethodSymbol method, int count)
        => count >= method.Parameters.Count(p => p is { IsOptional: false, IsParams: false }) && (count <= method.Parameters.Length || method.Parameters.LastOrDefault() is { IsParams: true });

    private static IEnumerable<Use> Operator(IMethodSymbol? target, ITypeSymbol? through)
        => target is null ? [] : [new(target, !CanBeOverridden(target)) { Through = through }];

    private static IEnumerable<Use> OfMember(ISymbol? member, IOperation? instance) => member switch
    {
        IPropertySymbol property => One(property.GetMethod, true, instance),
        IMethodSymbol method => One(method, true, instance),
        _ => [],
    };

    private static IEnumerable<Use> OfProperty(IPropertyReferenceOperation reference)
    {
        var isVirtual = !IsBase(reference.Instance);
        var (reads, writes) = Usage(reference);
        for (var property = reference.Property; property is not null && (reads || writes); property = property.OverriddenProperty)
        {
            foreach (var use in One(reads ? property.GetMethod : null, isVirtual, reference.Instance, reference.ConstrainedToType))
            {
                reads = false;
                yield return use;
            }

            foreach (var use in One(writes ? property.SetMethod : null, isVirtual, reference.Instance, reference.ConstrainedToType))
            {
                writes = false;
                yield return use;
            }
        }
    }

    private static bool IsBase(IOperation? instance) => instance is IInstanceReferenceOperation { Syntax: BaseExpressionSyntax };

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

    /// <summary>A <c>with</c> calls a member that the compiler writes, and that the constructor that an author may write.</summary>
    private static IMethodSymbol? CopyConstructor(IMethodSymbol clone) => clone.ContainingType.InstanceConstructors.FirstOrDefault(c =>
        c.Parameters is [{ Type: var type }] && GovernanceSymbols.Same(type, clone.ContainingType));

    /// <summary>The Dispose that a using calls, found on the resource's own type; else the slot, whose bodies are those of that type.</summary>
    private static IEnumerable<Use> Disposed(IOperation resources, bool isAsynchronous)
    {
        var name = isAsynchronous ? "DisposeAsync" : "Dispose";
        var values = resources is IVariableDeclarationGroupOperation group
            ? group.Declarations.SelectMany(d => d.Declarators).Select(d => (Type: (ITypeSymbol?)d.Symbol.Type, Value: d.GetVariableInitializer()?.Value))
            : [(resources.Type, resources)];
        foreach (var (type, value) in values)
        {
            if (DisposeOf(type, name) is { } dispose)
            {
                yield return new(dispose, !CanBeOverridden(dispose)) { Receiver = value };
            }
        }
    }

    private static IMethodSymbol? DisposeOf(ITypeSymbol? type, string name)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (Parameterless(at, name) is { } dispose)
            {
                return dispose;
            }
        }

        return type?.AllInterfaces.Select(i => Parameterless(i, name)).FirstOrDefault(m => m is not null);
    }

    private static IMethodSymbol? Parameterless(ITypeSymbol type, string name)
        => type.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(m => m is { Parameters.IsEmpty: true, IsStatic: false });
}
