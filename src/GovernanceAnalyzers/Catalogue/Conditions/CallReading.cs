using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Catalogue.Conditions;

/// <summary>Whether a condition is shown to hold of one call. What takes no arguments, such as a method that is handed on, shows nothing.</summary>
internal sealed class CallReading(IOperation call, ValueReader values)
{
    /// <param name="condition">What the line asks.</param>
    /// <param name="slot">The member that the line is about; what is called may name its parameters otherwise.</param>
    public bool Shows(CallCondition condition, IMethodSymbol slot) => condition.Parts.All(p => Shows(p, slot, static (wanted, value) => wanted.Holds(value)));

    /// <summary>It would be shown, if what is put into a text were what its place is for, and an address or a name told the truth.</summary>
    public bool MayShow(CallCondition condition, IMethodSymbol slot) => condition.Parts.All(p => Shows(p, slot, static (wanted, value) => wanted.MayHold(value)));

    /// <summary>The code that runs where the condition is shown by what an object is made of.</summary>
    public IEnumerable<IMethodSymbol> CodeOf(CallCondition condition, IMethodSymbol slot) => condition.Parts
        .Where(p => p.RunsCode)
        .SelectMany(p => Subject(p, slot) is { } subject ? values.Of(subject) ?? [] : []).Select(v => v.Code).OfType<IMethodSymbol>();

    private bool Shows(ConditionPart part, IMethodSymbol slot, Func<ConditionValue, KnownValue, bool> holds)
    {
        if (Subject(part, slot) is { } subject)
        {
            return Holds(part, subject, holds);
        }

        if (part.Parameter == ConditionPart.Receiver)
        {
            return false;
        }

        var parameter = Parameter(part, slot);
        if (parameter is null && part.Parameter == ConditionPart.Tool)
        {
            return values.Tool is { } tool && part.Values.Any(wanted => holds(wanted, KnownValue.Called(tool)));
        }

        return parameter is null && part.IsOptional && call is IInvocationOperation or IObjectCreationOperation;
    }

    private static IParameterSymbol? Parameter(ConditionPart part, IMethodSymbol slot) => slot.Parameters.FirstOrDefault(p => p.Name == part.Parameter);

    /// <summary>What the part is about; null where the call hands over no such thing.</summary>
    private IOperation? Subject(ConditionPart part, IMethodSymbol slot)
    {
        if (part.Parameter == ConditionPart.Receiver)
        {
            return (call as IInvocationOperation)?.Instance;
        }

        var arguments = call switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
        return Parameter(part, slot) is { } parameter && arguments.FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal) is { } argument
            ? part.Element is { } element ? ElementOf(argument.Value, element) : argument.Value
            : null;
    }

    /// <summary>One of the values that are passed, where the array that holds them is made at the call.</summary>
    private static IOperation? ElementOf(IOperation array, int element) => array switch
    {
        IConversionOperation conversion => ElementOf(conversion.Operand, element),
        IArrayCreationOperation { Initializer.ElementValues: var values } => values.ElementAtOrDefault(element),
        ICollectionExpressionOperation { Elements: var values } when values.All(v => v is not ISpreadOperation) => values.ElementAtOrDefault(element),
        _ => null,
    };

    /// <summary>Of every value that there can be.</summary>
    private bool Holds(ConditionPart part, IOperation value, Func<ConditionValue, KnownValue, bool> holds)
        => (part.Property is { } property ? values.OfProperty(value, property, part.SetBy) : values.Of(value)) is { } known
        && known.All(v => part.Values.Any(wanted => holds(wanted, v)));
}
