using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Catalogue.Conditions;

/// <summary>
/// The values that an expression can have, where all of them are constant: through conversions, both branches of a choice, locals, fields that are set
/// once, what a method of the source returns, and an object that is made here and handed to nobody who could change it. Null stands for not known.
/// </summary>
/// <param name="source">The assembly whose code is the source.</param>
/// <param name="operationOf">The operation of any node of the source.</param>
internal sealed class ValueReader(IAssemblySymbol source, Func<SyntaxNode, IOperation?> operationOf)
{
    private const int DepthLimit = 16;
    private const int StepLimit = 400;
    private const int TextLimit = 16;

    private static readonly string[] s_unknown = [$"{SqlText.Hole}"];

    private readonly ObjectUse _uses = new(source, operationOf);
    private StrongBox<int> _steps = new();
    private int _depth;

    /// <summary>What the arguments of a parameter are, wherever the method is called from; null where that is not known.</summary>
    public Func<IParameterSymbol, IReadOnlyList<IOperation>?> ArgumentsOf { get; init; } = static _ => null;

    /// <summary>What the entry point is called that the code is read for; null where it is read for none.</summary>
    public string? Tool { get; init; }

    public IReadOnlyList<KnownValue>? Of(IOperation value) => Deeper(() => Read(Bare(value)));

    /// <summary>The values of a property of the object that an expression is.</summary>
    public IReadOnlyList<KnownValue>? OfProperty(IOperation instance, string property, string? setBy)
        => Deeper(() => ReadProperty(Bare(instance), property, setBy));

    private IReadOnlyList<KnownValue>? Read(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: var constant } } => [new(constant, value.Type, null)],
        IInterpolatedStringOperation text when value.Parent is IConversionOperation { Type.Name: "FormattableString" } => [Formatted(text)],
        IInterpolatedStringOperation text => Composed(text.Parts),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => Composed(Terms(sum)),
        IConditionalOperation { WhenFalse: { } no } choice => Union([choice.WhenTrue, no]),
        ICoalesceOperation choice => Union([choice.Value, choice.WhenNull]),
        ISwitchExpressionOperation choice => Union(choice.Arms.Select(a => a.Value)),
        ILocalReferenceOperation local => Grown(Union(_uses.ValuesOf(local)), _uses.AddedTo(local)),
        IParameterReferenceOperation { Parameter: var parameter } when !_uses.IsSetAgain(value) => Handed(Union(ArgumentsOf(parameter))),
        IFieldReferenceOperation { Field: var field } => Union(_uses.ValueOf(field)),
        IPropertyReferenceOperation { Property: { IsIndexer: true } item, Instance: { } whole } when !_uses.IsSource(item) => Items(whole),
        IPropertyReferenceOperation { Property: { SetMethod: null } property } => OwnInstance(property) ?? Union(_uses.Returned(property.GetMethod)),
        IDelegateCreationOperation { Target: var code } => Of(code),
        IAnonymousFunctionOperation { Symbol: var code } => [KnownValue.OfCode(code)],
        IMethodReferenceOperation { Method: var code } => [KnownValue.OfCode(code)],
        IInvocationOperation call when !_uses.IsSource(call.TargetMethod) => TemporaryPath.MadeBy(call, Of) is { } path ? [path] : MadeBy(call),
        IInvocationOperation call => Within(call, (reader, returned) => reader.Union(returned)),
        IObjectCreationOperation { Arguments: [var only], Initializer: null } => Of(only.Value),
        _ => null,
    };

    private List<KnownValue> MadeBy(IInvocationOperation call)
        => call.Arguments.FirstOrDefault(a => a.Parameter?.Type is { Name: "Delegate" } or { TypeKind: TypeKind.Delegate }) is { } handed
            && Of(handed.Value) is { } code && code.All(c => c.Code is not null)
            ? [.. code.Select(c => KnownValue.MadeBy(call.TargetMethod, c.Code))]
            : [KnownValue.MadeBy(call.TargetMethod)];

    /// <summary>Code that a caller hands over is not read where it runs, so that it is not known there.</summary>
    private static IReadOnlyList<KnownValue>? Handed(IReadOnlyList<KnownValue>? values) => values is not null && values.Any(v => v.Code is not null) ? null : values;

    /// <summary>An item of what a library has made of one thing is made of the same.</summary>
    private IReadOnlyList<KnownValue>? Items(IOperation whole) => Of(whole) is { } known && known.All(v => v.Maker is not null) ? known : null;

    private IReadOnlyList<KnownValue>? ReadProperty(IOperation instance, string property, string? setBy)
    {
        switch (instance)
        {
            case IObjectCreationOperation made:
                return OfMade(made, property, setBy);
            case ILocalReferenceOperation or IParameterReferenceOperation when _uses.MayBeChanged(instance, property):
                return null;
            case ILocalReferenceOperation local:
                return WithWhatIsSet(local, property, () => All(_uses.ValuesOf(local), origin => OfProperty(origin, property, setBy)));
            case IParameterReferenceOperation { Parameter: var parameter } when !_uses.IsSetAgain(instance):
                return WithWhatIsSet(instance, property, () => All(ArgumentsOf(parameter), argument => OfProperty(argument, property, setBy)));
            case IInvocationOperation call when IsFactory(call):
                return OfFactory(call, property, setBy);
            case IInvocationOperation call:
                return Within(call, (reader, returned) => reader.All(returned, value => reader.OfProperty(value, property, setBy)));
            default:
                return null;
        }
    }

    private IReadOnlyList<KnownValue>? OfMade(IObjectCreationOperation made, string property, string? setBy)
    {
        var set = made.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().LastOrDefault(a => ObjectUse.Sets(a, property));
        if (set is not null)
        {
            return Of(set.Value);
        }

        return made.Arguments.FirstOrDefault(a => IsFor(property, setBy, a)) is { } argument ? Of(argument.Value) : [KnownValue.Unset];
    }

    /// <summary>What it is given for the property, by its name or as the one thing of the property's own type; nothing, where it is given nothing or makes an object of its own type.</summary>
    private IReadOnlyList<KnownValue>? OfFactory(IInvocationOperation call, string property, string? setBy)
    {
        var type = TypeOf(property, call.Type);
        return call.Arguments.FirstOrDefault(a => IsFor(property, setBy, a) || GovernanceSymbols.Same(a.Parameter?.Type, type)) is { } argument ? Of(argument.Value)
             : call.Arguments.IsEmpty || (call.TargetMethod.IsStatic && GovernanceSymbols.Same(call.TargetMethod.ContainingType, call.Type)) ? [KnownValue.Unset]
             : null;
    }

    private static bool IsFor(string property, string? setBy, IArgumentOperation argument) => argument.Parameter is { } parameter
        && (parameter.Name.Equals(property, StringComparison.OrdinalIgnoreCase) || parameter.Name.Equals(setBy, StringComparison.Ordinal));

    /// <summary>The type of a property, where it tells more than that it is a text or a number.</summary>
    private static ITypeSymbol? TypeOf(string property, ITypeSymbol? of)
        => of?.GetMembers(property).OfType<IPropertySymbol>().FirstOrDefault()?.Type is { SpecialType: SpecialType.None } own ? own : null;

    /// <summary>What is set in this body takes the place of nothing, and stands beside what was set before; to all of it may be added.</summary>
    private IReadOnlyList<KnownValue>? WithWhatIsSet(IOperation reference, string property, Func<IReadOnlyList<KnownValue>?> before)
        => Grown(WithWhatIsAssigned(reference, property, before), _uses.AddedTo(reference, property));

    private IReadOnlyList<KnownValue>? WithWhatIsAssigned(IOperation reference, string property, Func<IReadOnlyList<KnownValue>?> before)
    {
        var set = _uses.SetTo(reference, property);
        if (set.Count == 0)
        {
            return before();
        }

        return before() is { } known && Union(set) is { } here ? [.. known.Where(v => !v.IsUnset), .. here] : null;
    }

    /// <summary>What a method of the source returns, read with the arguments of this call.</summary>
    private IReadOnlyList<KnownValue>? Within(IInvocationOperation call, Func<ValueReader, IReadOnlyList<IOperation>?, IReadOnlyList<KnownValue>?> read)
    {
        var returned = _uses.Returned(call.TargetMethod);
        return returned is null ? null : read(new(source, operationOf) { ArgumentsOf = ArgumentsAt, _depth = _depth, _steps = _steps }, returned);

        IReadOnlyList<IOperation>? ArgumentsAt(IParameterSymbol parameter)
            => GovernanceSymbols.Same(parameter.ContainingSymbol.OriginalDefinition, call.TargetMethod.OriginalDefinition)
            && call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal) is { } argument
                ? [argument.Value]
                : ArgumentsOf(parameter);
    }

    /// <summary>An instance that the type itself hands out by name: <c>HttpMethod.Get</c>.</summary>
    private IReadOnlyList<KnownValue>? OwnInstance(IPropertySymbol property)
        => property.IsStatic && !_uses.IsSource(property) && GovernanceSymbols.Same(property.Type, property.ContainingType)
            ? [new(null, property.Type, property.Name)]
            : null;

    /// <summary>A library's method that makes an object: <c>connection.CreateCommand()</c>.</summary>
    private bool IsFactory(IInvocationOperation call) => !_uses.IsSource(call.TargetMethod) && call.TargetMethod.Name.StartsWith("Create", StringComparison.Ordinal);

    private static IEnumerable<IOperation> Terms(IOperation text)
        => text is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String, ConstantValue.HasValue: false } sum
            ? Terms(sum.LeftOperand).Append(sum.RightOperand)
            : [text];

    /// <summary>The texts that the parts make, where one part can be several.</summary>
    private IReadOnlyList<KnownValue> Composed(IEnumerable<IOperation> parts)
    {
        List<string> texts = [""];
        foreach (var part in parts)
        {
            var readings = Readings(part);
            texts = [.. texts.SelectMany(text => (texts.Count * readings.Count <= TextLimit ? readings : s_unknown).Select(reading => text + reading))];
        }

        return [.. texts.Select(KnownValue.OfText)];
    }

    /// <summary>What can stand in a text there; a hole, where that is not known.</summary>
    private IReadOnlyList<string> Readings(IOperation part) => part switch
    {
        IInterpolatedStringTextOperation { Text: var text } => Readings(text),
        IInterpolationOperation { FormatString: null, Alignment: null, Expression: var value } => Readings(value),
        IInterpolationOperation { Alignment: null, Expression: var value } when Of(value) is { } made && made.All(v => v == KnownValue.Fresh) => [KnownValue.Fresh.Part],
        IInterpolatedStringContentOperation => s_unknown,
        _ when Of(part) is { } known => [.. known.Select(k => k.Part)],
        _ => s_unknown,
    };

    /// <summary>A text whose holes are filled in as parameters, never as text.</summary>
    private static KnownValue Formatted(IInterpolatedStringOperation text)
        => new(string.Concat(text.Parts.Select(p => p is IInterpolatedStringTextOperation fixedPart ? fixedPart.Text.ConstantValue.Value as string : " ? ")), null, null);

    private IReadOnlyList<KnownValue>? Grown(IReadOnlyList<KnownValue>? begun, IReadOnlyList<IOperation> added)
        => begun is null || added.Count == 0 ? begun : GrownText.Of(begun, [.. added.SelectMany(Readings)]);

    private IReadOnlyList<KnownValue>? Union(IEnumerable<IOperation>? values) => All(values, Of);

    /// <summary>All together, where each is known and there is one at all.</summary>
    private IReadOnlyList<KnownValue>? All(IEnumerable<IOperation>? values, Func<IOperation, IReadOnlyList<KnownValue>?> read)
    {
        var all = new List<KnownValue>();
        foreach (var value in values ?? [])
        {
            if (read(value) is not { } known)
            {
                return null;
            }

            all.AddRange(known);
        }

        return all.Count > 0 ? all : null;
    }

    private IReadOnlyList<KnownValue>? Deeper(Func<IReadOnlyList<KnownValue>?> read)
    {
        if (_depth >= DepthLimit || ++_steps.Value > StepLimit)
        {
            return null;
        }

        _depth++;
        var known = read();
        _depth--;
        return known;
    }

    private static IOperation Bare(IOperation value) => value switch
    {
        { ConstantValue.HasValue: true } => value,
        IConversionOperation { OperatorMethod: null } conversion => Bare(conversion.Operand),
        IParenthesizedOperation { Operand: var inner } => Bare(inner),
        IAwaitOperation { Operation: IInvocationOperation call } => call,
        IAwaitOperation { Operation: var awaited } => Bare(awaited),
        _ => value,
    };
}
