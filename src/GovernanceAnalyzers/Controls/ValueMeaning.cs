using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Controls;

/// <summary>Works out what a value says about confirmation and log, through awaits, captures, locals, comparisons and patterns.</summary>
internal sealed class ValueMeaning(BodyGraphs graphs, ControlMembers controls)
{
    private static readonly HashSet<string> s_passing = new(StringComparer.Ordinal)
    {
        "ConfigureAwait", "GetAwaiter", "GetResult", "AsTask", "WaitAsync", "Preserve",
    };

    private readonly HashSet<object> _asking = [];

    public Meaning Of(IOperation? value, Graph graph)
    {
        if (value is null)
        {
            return Meaning.Unknown;
        }

        if (value.ConstantValue is { HasValue: true, Value: var constant })
        {
            return value.Type is { TypeKind: TypeKind.Enum } type ? Meaning.Constant(EnumName(type, constant)) : Meaning.Constant(constant);
        }

        switch (value)
        {
            case IAwaitOperation awaited:
                return Of(awaited.Operation, graph);
            case IParenthesizedOperation parenthesized:
                return Of(parenthesized.Operand, graph);
            case IConversionOperation { OperatorMethod: null } conversion:
                return Of(conversion.Operand, graph);
            case IFlowCaptureReferenceOperation reference:
                return Joined((graph, reference.Id), graphs.Captured(graph, reference.Id).Select(v => (graph, v)));
            case ILocalReferenceOperation local:
                return graphs.Assigned(local.Local) is { } assigned ? Joined(local.Local, assigned) : Meaning.Unknown;
            case IInvocationOperation invocation:
                return OfInvocation(invocation, graph);
            case IObjectCreationOperation { Constructor: { } constructor }:
                return controls.Of(constructor).Log is { } moment ? Meaning.Of(moment) : Meaning.Unknown;
            case IPropertyReferenceOperation property:
                return Member(Of(property.Instance, graph), property.Property);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                return Of(not.Operand, graph).Not();
            case IBinaryOperation { OperatorMethod: null or { ContainingType.SpecialType: SpecialType.System_String } } binary:
                return OfBinary(binary, graph);
            case IIsPatternOperation match:
                var (yes, no) = PatternMeaning.Match(Of(match.Value, graph), match.Pattern);
                return Meaning.Truth(yes, no, Proof.Impossible);
            case IIsNullOperation isNull:
                return IsNull(Of(isNull.Operand, graph));
            case IDefaultValueOperation { Type: { } type }:
                return type.SpecialType == SpecialType.System_Boolean ? Meaning.False
                     : type.TypeKind == TypeKind.Enum ? Meaning.Constant(EnumName(type, 0))
                     : Meaning.Null;
            default:
                return Meaning.Unknown;
        }
    }

    /// <summary>A member of a value: the yes of a decision, the result of a task, the value of a nullable.</summary>
    public static Meaning Member(Meaning instance, IPropertySymbol property)
    {
        switch (instance.Kind)
        {
            case MeaningKind.Decision:
                foreach (var (member, yes) in instance.Form!.ApprovedWhen)
                {
                    if (member == property.Name)
                    {
                        return yes is null
                            ? Meaning.Truth(instance.Form.Strength, Proof.None, Proof.Impossible)
                            : Meaning.Verdict(instance.Form, yes);
                    }
                }

                return property.Name == "Result" ? instance : Meaning.Unknown;
            case MeaningKind.Truth:
                return property.Name switch
                {
                    "Result" => instance,
                    "Value" => Meaning.Truth(instance.WhenTrue, instance.WhenFalse, Proof.Impossible),
                    _ => Meaning.Unknown,
                };
            case MeaningKind.Guard or MeaningKind.Entry or MeaningKind.Scope when property.Name == "Result":
                return instance;
            default:
                return Meaning.Unknown;
        }
    }

    /// <summary>Enum values are compared by name, as <c>ApprovedWhen</c> names them.</summary>
    public static object? EnumName(ITypeSymbol type, object? value)
        => type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, value))?.Name
        ?? (object?)$"({value})";

    public static Meaning Compare(Meaning left, Meaning right) => (left.Kind, right.Kind) switch
    {
        (MeaningKind.Truth, MeaningKind.Truth) when right == Meaning.True
            => Meaning.Truth(left.WhenTrue, Meaning.Weaker(left.WhenFalse, left.WhenNull), Proof.Impossible),
        (MeaningKind.Truth, MeaningKind.Truth) when right == Meaning.False
            => Meaning.Truth(left.WhenFalse, Meaning.Weaker(left.WhenTrue, left.WhenNull), Proof.Impossible),
        (MeaningKind.Truth, MeaningKind.Truth) when left == Meaning.True || left == Meaning.False => Compare(right, left),
        (MeaningKind.Truth, MeaningKind.Null)
            => Meaning.Truth(left.WhenNull, Meaning.Weaker(left.WhenTrue, left.WhenFalse), Proof.Impossible),
        (MeaningKind.Verdict, MeaningKind.Constant)
            => Meaning.Truth(right.Value is string text && text == left.Yes ? left.Form!.Strength : Proof.None, Proof.None, Proof.Impossible),
        (MeaningKind.Constant, MeaningKind.Verdict) => Compare(right, left),
        _ => Meaning.Unknown,
    };

    private Meaning OfBinary(IBinaryOperation binary, Graph graph)
    {
        var (left, right) = (Of(binary.LeftOperand, graph), Of(binary.RightOperand, graph));
        var bothTruths = left.Kind == MeaningKind.Truth || right.Kind == MeaningKind.Truth;
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.Equals:
                return Compare(left, right);
            case BinaryOperatorKind.NotEquals:
                return Compare(left, right).Not();
            case BinaryOperatorKind.And when bothTruths:
                return Meaning.Truth(Meaning.Stronger(left.WhenTrue, right.WhenTrue), Meaning.Weaker(left.WhenFalse, right.WhenFalse), Proof.None);
            case BinaryOperatorKind.Or when bothTruths:
                return Meaning.Truth(Meaning.Weaker(left.WhenTrue, right.WhenTrue), Meaning.Stronger(left.WhenFalse, right.WhenFalse), Proof.None);
            default:
                return Meaning.Unknown;
        }
    }

    private Meaning OfInvocation(IInvocationOperation invocation, Graph graph)
    {
        var target = invocation.TargetMethod;
        if (controls.Of(target) is { Confirmation: { } form })
        {
            return Meaning.Of(form);
        }

        if (controls.Of(target) is { Log: { } moment })
        {
            return Meaning.Of(moment);
        }

        var instance = invocation.Instance ?? (target.IsExtensionMethod ? invocation.Arguments.FirstOrDefault()?.Value : null);
        // ConfigureAwaitOptions can suppress the exception by which a guard says no; only the bool form passes the answer on.
        if (s_passing.Contains(target.Name) && Catalogue.Framework.Owns(target.ContainingAssembly)
            && (target.Name != "ConfigureAwait" || target.Parameters.All(p => p.Type.SpecialType == SpecialType.System_Boolean)))
        {
            return Of(instance, graph);
        }

        switch (target.Name)
        {
            case "Equals" when target.IsStatic && invocation.Arguments.Length >= 2:
                return Compare(Of(invocation.Arguments[0].Value, graph), Of(invocation.Arguments[1].Value, graph));
            case "Equals" when !target.IsStatic && invocation.Arguments.Length >= 1:
                return Compare(Of(instance, graph), Of(invocation.Arguments[0].Value, graph));
            case "GetValueOrDefault" when invocation.Arguments.IsEmpty && Of(instance, graph) is { Kind: MeaningKind.Truth } truth:
                return Meaning.Truth(truth.WhenTrue, Meaning.Weaker(truth.WhenFalse, truth.WhenNull), Proof.Impossible);
            default:
                return Meaning.Unknown;
        }
    }

    private static Meaning IsNull(Meaning operand) => operand.Kind switch
    {
        MeaningKind.Truth => Meaning.Truth(operand.WhenNull, Meaning.Weaker(operand.WhenTrue, operand.WhenFalse), Proof.Impossible),

        // An open scope is there to be disposed; the null test that a using adds never skips it.
        MeaningKind.Scope => Meaning.False,
        MeaningKind.Null => Meaning.True,
        _ => Meaning.Unknown,
    };

    /// <summary>A value that is being asked for in its own making adds nothing to what its other values say.</summary>
    private Meaning Joined(object variable, IEnumerable<(Graph Graph, IOperation Value)> values)
    {
        if (!_asking.Add(variable))
        {
            return Meaning.Nothing;
        }

        var joined = Meaning.Nothing;
        foreach (var (graph, value) in values)
        {
            joined = joined.Or(Of(value, graph));
        }

        _asking.Remove(variable);
        return joined.Kind == MeaningKind.Nothing ? Meaning.Unknown : joined;
    }
}
