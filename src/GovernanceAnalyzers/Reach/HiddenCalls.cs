using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Reach;

/// <summary>
/// Calls that C# makes without a word of the author's and that no operation of the tree names: what a loop, an await, a deconstruction, a collection
/// expression or an interpolated string runs. The compiler's own answers are asked for.
/// </summary>
internal static class HiddenCalls
{
    public static IEnumerable<Use> Of(IOperation operation) => operation switch
    {
        IForEachLoopOperation { Syntax: CommonForEachStatementSyntax loop } each => OfLoop(loop, each),
        IAwaitOperation { Syntax: AwaitExpressionSyntax wait, SemanticModel: { } model } => OfAwait(model.GetAwaitExpressionInfo(wait)),
        IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax assignment, SemanticModel: { } model }
            => OfDeconstruction(model.GetDeconstructionInfo(assignment)),
        ICollectionExpressionOperation collection => OfCollection(collection),
        ISpreadOperation { ElementConversion.MethodSymbol: var conversion, Operand: var operand } => Exact(conversion).Concat(OfSequence(operand)),
        IInterpolationOperation interpolation => TextOf(interpolation.Expression),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String } joined
            => TextOf(joined.LeftOperand).Concat(TextOf(joined.RightOperand)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd, OperatorMethod: { } and } => Shortcut(and, "op_False"),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr, OperatorMethod: { } or } => Shortcut(or, "op_True"),
        ITupleBinaryOperation compared => OfTuples(compared),
        _ => [],
    };

    private static IEnumerable<Use> OfLoop(CommonForEachStatementSyntax loop, IForEachLoopOperation each)
    {
        if (each.SemanticModel is not { } model)
        {
            return [];
        }

        var info = model.GetForEachStatementInfo(loop);
        var deconstructed = loop is ForEachVariableStatementSyntax variables ? OfDeconstruction(model.GetDeconstructionInfo(variables)) : [];
        return On(info.GetEnumeratorMethod, each.Collection)
            .Concat(On(info.MoveNextMethod, null))
            .Concat(On(info.CurrentProperty?.GetMethod, null))
            .Concat(On(DisposeOf(info), null))
            .Concat(Exact(info.ElementConversion.MethodSymbol))
            .Concat(deconstructed);
    }

    /// <summary>The enumerator's own Dispose, where its type is to be seen; the slot says nothing.</summary>
    private static IMethodSymbol? DisposeOf(ForEachStatementInfo info)
        => info.DisposeMethod is not { } dispose ? null
         : info.GetEnumeratorMethod?.ReturnType is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type
           && type.FindImplementationForInterfaceMember(dispose) is IMethodSymbol own ? own
         : dispose;

    private static IEnumerable<Use> OfAwait(AwaitExpressionInfo info)
    {
        var uses = On(info.GetAwaiterMethod, null).Concat(On(info.IsCompletedProperty?.GetMethod, null)).Concat(On(info.GetResultMethod, null));
        return info.GetAwaiterMethod?.ReturnType is INamedTypeSymbol awaiter
            ? uses.Concat(awaiter.GetMembers().OfType<IMethodSymbol>().Where(m => m.Name is "OnCompleted" or "UnsafeOnCompleted").SelectMany(m => On(m, null)))
            : uses;
    }

    private static IEnumerable<Use> OfDeconstruction(DeconstructionInfo info)
    {
        var open = new Stack<DeconstructionInfo>([info]);
        while (open.Count > 0)
        {
            var part = open.Pop();
            foreach (var use in On(part.Method, null).Concat(Exact(part.Conversion?.MethodSymbol)))
            {
                yield return use;
            }

            foreach (var nested in part.Nested.IsDefault ? [] : part.Nested)
            {
                open.Push(nested);
            }
        }
    }

    /// <summary>A collection that is filled by <c>Add</c>: every one that takes one value, for which is meant depends on each element.</summary>
    private static IEnumerable<Use> OfCollection(ICollectionExpressionOperation collection)
    {
        if (collection.Elements.IsEmpty || collection.ConstructMethod is { MethodKind: not MethodKind.Constructor }
            || collection.Type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type)
        {
            yield break;
        }

        for (var at = type; at is not null; at = at.BaseType)
        {
            foreach (var add in at.GetMembers("Add").OfType<IMethodSymbol>().Where(m => m is { IsStatic: false, Parameters.Length: 1 }))
            {
                yield return new(add, !MemberUse.CanBeOverridden(add) || type.IsSealed);
            }
        }
    }

    /// <summary>What goes through a sequence calls on it.</summary>
    private static IEnumerable<Use> OfSequence(IOperation sequence)
    {
        var operand = sequence;
        while (operand is IConversionOperation { IsImplicit: true } conversion)
        {
            operand = conversion.Operand;
        }

        var start = Find(operand.Type, "GetEnumerator");
        return start is null
            ? []
            : On(start, operand).Concat(On(Find(start.ReturnType, "MoveNext"), null)).Concat(On(Find(start.ReturnType, "get_Current"), null));
    }

    /// <summary>The <c>ToString</c> of an own type that is put into a text.</summary>
    private static IEnumerable<Use> TextOf(IOperation value)
    {
        while (value is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion)
        {
            value = conversion.Operand;
        }

        return value.Type is INamedTypeSymbol { SpecialType: SpecialType.None } type && Find(type, "ToString") is { } text ? On(text, value) : [];
    }

    /// <summary>What decides whether the right side of an own <c>&amp;&amp;</c> or <c>||</c> is needed.</summary>
    private static IEnumerable<Use> Shortcut(IMethodSymbol joined, string name)
        => joined.ContainingType.GetMembers(name).OfType<IMethodSymbol>().SelectMany(Exact);

    private static IEnumerable<Use> OfTuples(ITupleBinaryOperation compared)
    {
        var name = compared.OperatorKind == BinaryOperatorKind.Equals ? "op_Equality" : "op_Inequality";
        return new[] { compared.LeftOperand.Type, compared.RightOperand.Type }.OfType<INamedTypeSymbol>()
            .SelectMany(t => t.TupleElements.IsDefault ? [] : t.TupleElements.Select(e => e.Type))
            .SelectMany(t => t.GetMembers(name).OfType<IMethodSymbol>())
            .SelectMany(Exact);
    }

    private static IMethodSymbol? Find(ITypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(m => m is { Parameters.IsEmpty: true, IsStatic: false }) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static IEnumerable<Use> Exact(IMethodSymbol? target) => target is null ? [] : [new(target, true)];

    private static IEnumerable<Use> On(IMethodSymbol? target, IOperation? receiver)
        => target is null ? [] : [new(target, !MemberUse.CanBeOverridden(target)) { Receiver = receiver }];
}
