using GovernanceAnalyzers.Reach;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Controls;

/// <summary>
/// Works out what a value says about confirmation and log, through awaits, captures, locals, comparisons and patterns, and through the helpers that
/// give it. Values are the same wherever they are asked for, but for what the flow knows where a variable is given one.
/// </summary>
internal sealed class ValueMeaning(BodyFlow flow, HelperChain helpers)
{
    private static readonly HashSet<string> s_passing = new(StringComparer.Ordinal)
    {
        "ConfigureAwait", "GetAwaiter", "GetResult", "AsTask", "WaitAsync", "Preserve",
    };

    private readonly HashSet<object> _asking = [];
    private readonly Dictionary<IOperation, Meaning> _known = [];

    private BodyGraphs Graphs => flow.Graphs;

    /// <summary>A value of the type is there before what it stands for has happened.</summary>
    public static bool IsAwaitable(ITypeSymbol? type)
        => type?.Name is "Task" or "ValueTask" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable"
            or "TaskAwaiter" or "ValueTaskAwaiter" or "ConfiguredTaskAwaiter" or "ConfiguredValueTaskAwaiter";

    public Meaning Of(IOperation? value, Graph graph)
    {
        if (value is null)
        {
            return Meaning.Unknown;
        }

        if (_known.TryGetValue(value, out var known))
        {
            return known;
        }

        var meaning = Find(value, graph);
        if (_asking.Count == 0)
        {
            _known[value] = meaning;
        }

        return meaning;
    }

    /// <summary>What a local, or a parameter of the body, is ever given.</summary>
    public Meaning OfVariable(ISymbol variable)
    {
        if (Graphs.Assigned(variable) is not { } assigned)
        {
            return Meaning.Unknown;
        }

        return variable is IParameterSymbol { RefKind: not RefKind.Out } parameter
            ? (assigned.Count == 0 ? Argument(parameter) : Joined(variable, assigned).Or(Argument(parameter)))
            : Joined(variable, assigned);
    }

    /// <summary>What is known of the method of the source that an operation calls; nothing where it calls none, or not exactly that one.</summary>
    public HelperSummary Called(IOperation call, Graph graph)
    {
        if (MemberUse.Of(call).FirstOrDefault() is not { Target: { } slot, IsExact: var isExact } || (isExact ? slot : Implementation(slot, call, graph)) is not { } target)
        {
            return HelperSummary.Nothing;
        }

        var arguments = call switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
        var known = Enumerable.Repeat(Meaning.Unknown, target.Parameters.Length).ToArray();
        foreach (var argument in arguments)
        {
            if (argument is { Parameter: { RefKind: RefKind.None or RefKind.In, Ordinal: var at } } && at < known.Length)
            {
                known[at] = Of(argument.Value, graph);
            }
        }

        return helpers.Of(target, [.. known]);
    }

    /// <summary>Waiting proves, not having something to wait for: a task is no answer.</summary>
    private Meaning Tested(IOperation? value, Graph graph) => IsAwaitable(value?.Type) ? Meaning.Unknown : Of(value, graph);

    private Meaning Find(IOperation value, Graph graph)
    {
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
                return IsAwaitable(conversion.Type) ? Of(conversion.Operand, graph) : Tested(conversion.Operand, graph);
            case IConversionOperation { OperatorMethod.ContainingType: var from } conversion when IsAwaitable(from):
                return Of(conversion.Operand, graph);
            case IFlowCaptureReferenceOperation reference:
                return Joined((graph, reference.Id), Graphs.Captured(graph, reference.Id).Select(v => new Given(graph, v)));
            case ILocalReferenceOperation local:
                return OfVariable(local.Local);
            case IParameterReferenceOperation parameter:
                return OfVariable(parameter.Parameter);
            case IArgumentOperation { Parameter: { RefKind: RefKind.Out } parameter, Parent: { } call }:
                return Called(call, graph).Outs.TryGetValue(parameter.Ordinal, out var given) ? given : Meaning.Unknown;
            case IInvocationOperation invocation:
                return OfInvocation(invocation, graph);
            case IObjectCreationOperation creation:
                return OfCreation(creation, graph);
            case ITupleOperation tuple:
                return Meaning.Of(tuple.Elements.Select((e, i) => new KeyValuePair<string, Meaning>($"Item{i + 1}", Of(e, graph))));
            case IFieldReferenceOperation { Field: { ContainingType.IsTupleType: true } field, Instance: { } instance }:
                return Element(Of(instance, graph), (field.CorrespondingTupleField ?? field).Name);
            case IPropertyReferenceOperation property:
                var member = Member(Tested(property.Instance, graph), property.Property);
                return property is { Property.Name: "Result", Instance: { } task } && IsAwaitable(task.Type) ? Of(task, graph)
                     : member != Meaning.Unknown ? member
                     : Called(property, graph).Result;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                return Of(not.Operand, graph).Not();
            case IBinaryOperation { OperatorMethod: null or { ContainingType.SpecialType: SpecialType.System_String } } binary:
                return OfBinary(binary, graph);
            case IIsPatternOperation match:
                var (yes, no) = PatternMeaning.Match(Tested(match.Value, graph), match.Pattern);
                return Meaning.Truth(yes, no, Proof.Impossible);
            case IIsNullOperation isNull:
                return IsNull(Tested(isNull.Operand, graph));
            case IDefaultValueOperation { Type: { } type }:
                return type.SpecialType == SpecialType.System_Boolean ? Meaning.False
                     : type.TypeKind == TypeKind.Enum ? Meaning.Constant(EnumName(type, 0))
                     : Meaning.Null;
            default:
                return Meaning.Unknown;
        }
    }

    /// <summary>A member of a value: the yes of a decision, the value of a nullable, a part of a tuple.</summary>
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

                return Meaning.Unknown;
            case MeaningKind.Truth:
                return property.Name == "Value" ? Meaning.Truth(instance.WhenTrue, instance.WhenFalse, Proof.Impossible) : Meaning.Unknown;
            case MeaningKind.Parts:
                return Element(instance, property.Name);
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
        var (left, right) = (Tested(binary.LeftOperand, graph), Tested(binary.RightOperand, graph));
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
        if (flow.Counts?.Invoke(invocation) == false && (helpers.Controls.Of(target).Confirmation is not null || helpers.Asks(target)))
        {
            return Meaning.Unknown;
        }

        if (helpers.Controls.Of(target) is { Confirmation: { } form })
        {
            return Meaning.Of(form);
        }

        if (helpers.Controls.Of(target) is { Log: { } moment })
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
                return Compare(Tested(invocation.Arguments[0].Value, graph), Tested(invocation.Arguments[1].Value, graph));
            case "Equals" when !target.IsStatic && invocation.Arguments.Length >= 1:
                return Compare(Tested(instance, graph), Tested(invocation.Arguments[0].Value, graph));
            case "GetValueOrDefault" when invocation.Arguments.IsEmpty && Tested(instance, graph) is { Kind: MeaningKind.Truth } truth:
                return Meaning.Truth(truth.WhenTrue, Meaning.Weaker(truth.WhenFalse, truth.WhenNull), Proof.Impossible);
        }

        if (target.ContainingType is { Name: "Task" or "ValueTask" } && Catalogue.Framework.Owns(target.ContainingAssembly))
        {
            return OfTask(invocation, graph);
        }

        var function = target.MethodKind == MethodKind.LocalFunction ? Graphs.FunctionAt(invocation)
                     : target.MethodKind == MethodKind.DelegateInvoke ? Graphs.FunctionOf(invocation.Instance, graph)
                     : null;
        return function is not null ? flow.ResultOf(function) : Called(invocation, graph).Result;
    }

    private Meaning OfTask(IInvocationOperation invocation, Graph graph) => invocation.TargetMethod.Name switch
    {
        "FromResult" => Of(invocation.Arguments[0].Value, graph),
        "Run" when Graphs.FunctionOf(invocation.Arguments[0].Value, graph) is { } function => flow.ResultOf(function),
        "WhenAll" => Meaning.Unknown with
        {
            Done = Each(invocation.Arguments[0].Value).Select(task => Of(task, graph).Done).Aggregate(Done.Nothing, (one, other) => one.And(other)),
        },
        _ => Meaning.Unknown,
    };

    /// <summary>The tasks that are written out in an array.</summary>
    private static IEnumerable<IOperation> Each(IOperation tasks) => tasks switch
    {
        IArrayCreationOperation { Initializer.ElementValues: var elements } => elements,
        IConversionOperation conversion => Each(conversion.Operand),
        ICollectionExpressionOperation collection => collection.Elements,
        _ => [],
    };

    /// <summary>A new object: what its constructor has done, and what its unchangeable members are.</summary>
    private Meaning OfCreation(IObjectCreationOperation creation, Graph graph)
    {
        if (creation is not { Constructor: { ContainingType: var type } constructor })
        {
            return Meaning.Unknown;
        }

        if (helpers.Controls.Of(constructor).Log is { } moment)
        {
            return Meaning.Of(moment);
        }

        if (IsAwaitable(type))
        {
            return creation.Arguments is [var only] ? Of(only.Value, graph) : Meaning.Unknown;
        }

        var members = creation.Arguments
            .Where(a => a.Parameter is { } p && type.IsRecord && Unchangeable(type, p.Name) is { } property && IsOfParameter(property, p))
            .Select(a => new KeyValuePair<string, Meaning>(a.Parameter!.Name, Of(a.Value, graph))).ToList();
        var done = Called(creation, graph).Result.Done;
        return members.Any(m => m.Value.IsTelling)
            ? Meaning.Of(members) with { Done = done, Made = type }
            : Meaning.Object with { Done = done, Made = type };
    }

    private static IPropertySymbol? Unchangeable(ITypeSymbol? type, string name)
        => type?.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault(p => p.SetMethod is null or { IsInitOnly: true });

    /// <summary>The property of a record that its primary constructor declares.</summary>
    private static bool IsOfParameter(IPropertySymbol property, IParameterSymbol parameter)
        => property.DeclaringSyntaxReferences.Any(r => parameter.DeclaringSyntaxReferences.Any(p => p.SyntaxTree == r.SyntaxTree && p.Span == r.Span));

    /// <summary>The member that runs where an interface's or an overridden one is called on an object that is known to be made here.</summary>
    private IMethodSymbol? Implementation(IMethodSymbol target, IOperation call, Graph graph)
    {
        if (call is not IInvocationOperation { Instance: { } instance } || (Of(instance, graph).Made ?? OnlyType(instance)) is not { } made)
        {
            return null;
        }

        if (target.ContainingType.TypeKind == TypeKind.Interface)
        {
            return made.FindImplementationForInterfaceMember(target) as IMethodSymbol;
        }

        for (var type = made; type is not null; type = type.BaseType)
        {
            foreach (var method in type.GetMembers(target.Name).OfType<IMethodSymbol>())
            {
                for (var slot = method; slot is not null; slot = slot.OverriddenMethod)
                {
                    if (GovernanceSymbols.Same(slot.OriginalDefinition, target.OriginalDefinition))
                    {
                        return method;
                    }
                }
            }
        }

        return null;
    }

    private static INamedTypeSymbol? OnlyType(IOperation instance) => instance switch
    {
        IConversionOperation conversion => OnlyType(conversion.Operand),
        { Type: INamedTypeSymbol { IsSealed: true, TypeKind: TypeKind.Class or TypeKind.Struct } type } => type,
        _ => null,
    };

    private Meaning Argument(IParameterSymbol parameter)
        => parameter.RefKind is RefKind.None or RefKind.In && parameter.ContainingSymbol is IMethodSymbol { MethodKind: not (MethodKind.LocalFunction or MethodKind.AnonymousFunction) }
            && parameter.Ordinal < flow.Arguments.Length
                ? flow.Arguments[parameter.Ordinal]
                : Meaning.Unknown;

    private static Meaning Element(Meaning instance, string name)
        => instance.Members.TryGetValue(name, out var element) ? element : Meaning.Unknown;

    private static Meaning IsNull(Meaning operand) => operand.Kind switch
    {
        MeaningKind.Truth => Meaning.Truth(operand.WhenNull, Meaning.Weaker(operand.WhenTrue, operand.WhenFalse), Proof.Impossible),

        // An open scope is there to be disposed; the null test that a using adds never skips it.
        MeaningKind.Scope => Meaning.False,
        MeaningKind.Null => Meaning.True,
        _ => Meaning.Unknown,
    };

    /// <summary>A value that is being asked for in its own making adds nothing to what its other values say.</summary>
    private Meaning Joined(object variable, IEnumerable<Given> values)
    {
        if (!_asking.Add(variable))
        {
            return Meaning.Nothing;
        }

        var joined = Meaning.Nothing;
        foreach (var (graph, value, element) in values)
        {
            var given = Of(value, graph);
            joined = joined.Or((element is null ? given : Element(given, element)).Given(flow.Known(value)));
        }

        _asking.Remove(variable);
        return joined.Kind == MeaningKind.Nothing ? Meaning.Unknown : joined;
    }
}
