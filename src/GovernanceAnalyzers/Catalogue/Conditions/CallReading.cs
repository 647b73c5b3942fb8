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

    private bool Shows(ConditionPart part, IMethodSymbol slot, Func<ConditionValue, KnownValue, bool> holds)
    {
        if (part.Parameter == ConditionPart.Receiver)
        {
            return call is IInvocationOperation { Instance: { } instance } && Holds(part, instance, holds);
        }

        var parameter = slot.Parameters.FirstOrDefault(p => p.Name == part.Parameter);
        if (parameter is null && part.Parameter == ConditionPart.Tool)
        {
            return values.Tool is { } tool && part.Values.Any(wanted => holds(wanted, new(tool, null, null)));
        }

        if (parameter is null)
        {
            return part.IsOptional && call is IInvocationOperation or IObjectCreationOperation;
        }

        var arguments = call switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
        return arguments.FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal) is { } argument
            && (part.Element is { } element ? ElementOf(argument.Value, element) : argument.Value) is { } value && Holds(part, value, holds);
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
