using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Reach;

/// <summary>What code a value is: a lambda, a method, a method named by reflection; through conversions and a local that is set once.</summary>
internal static class HandedCode
{
    /// <summary>The lambda, the method reference, or the typeof of a method found by name; null where the code is not to be seen.</summary>
    public static IOperation? Of(IOperation value) => value switch
    {
        IConversionOperation conversion => Of(conversion.Operand),
        IDelegateCreationOperation creation => Of(creation.Target),
        IAnonymousFunctionOperation or IMethodReferenceOperation => value,
        ILocalReferenceOperation local => OnlyValue(local) is { } only ? Of(only) : null,
        IInvocationOperation { TargetMethod.Name: "GetMethod", Instance: ITypeOfOperation type } => type,
        _ => null,
    };

    /// <summary>The one method of that name, where a method is found by <c>typeof(T).GetMethod("name")</c>.</summary>
    public static IMethodSymbol? NamedMethod(IOperation value, ITypeSymbol type)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        value = value is ILocalReferenceOperation local ? OnlyValue(local) ?? value : value;
        return value is IInvocationOperation { Arguments: [var first, ..] } && first.Value.ConstantValue is { HasValue: true, Value: string name }
            && type.GetMembers(name).OfType<IMethodSymbol>().ToList() is [var only]
                ? only
                : null;
    }

    /// <summary>What a local is declared with, where it is never set again in the whole body.</summary>
    public static IOperation? OnlyValue(ILocalReferenceOperation local) => LocalValues.Around(local).OnlyValueOf(local.Local);
}
