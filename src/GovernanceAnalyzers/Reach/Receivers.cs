using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Reach;

/// <summary>Of which type the object is that a member is called on, as far as the body and its type show.</summary>
internal sealed class Receivers(KeptValues kept)
{
    /// <summary>The type, and whether the object is of exactly that type and of none derived from it.</summary>
    public (ITypeSymbol? Type, bool IsExact) Of(IOperation? receiver)
    {
        if (receiver is null)
        {
            return (null, false);
        }

        if (Made(receiver) is { } made)
        {
            return (made, true);
        }

        var origin = receiver switch
        {
            IConversionOperation { OperatorMethod: null, Conversion: { IsImplicit: true } or { IsIdentity: true } } conversion => Of(conversion.Operand),
            ILocalReferenceOperation local when HandedCode.OnlyValue(local) is { } only => Of(only),
            IFieldReferenceOperation field => (kept.Of(field.Field).Type, true),
            IPropertyReferenceOperation property => (kept.Of(property.Property).Type, true),
            IConditionalAccessInstanceOperation instance => Of(Accessed(instance)),
            _ => (null, false),
        };
        return origin.Item1 is null ? (receiver.Type, false) : origin;
    }

    /// <summary>The type of an object that is made here, or that no other type can derive from.</summary>
    public static ITypeSymbol? Made(IOperation value) => value switch
    {
        IObjectCreationOperation creation => creation.Type,
        IConversionOperation { OperatorMethod: null } conversion => Made(conversion.Operand),
        { Type: { IsSealed: true, TypeKind: TypeKind.Class or TypeKind.Struct } type } => type,
        _ => null,
    };

    private static IOperation? Accessed(IConditionalAccessInstanceOperation instance)
    {
        for (IOperation? at = instance; at is not null; at = at.Parent)
        {
            if (at.Parent is IConditionalAccessOperation access && access.WhenNotNull == at)
            {
                return access.Operation;
            }
        }

        return null;
    }
}
