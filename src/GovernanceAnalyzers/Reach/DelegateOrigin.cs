using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Reach;

/// <summary>Where a delegate comes from that is run, or handed on.</summary>
/// <param name="IsSeen">It is made of code in this very body, which is read there.</param>
/// <param name="Code">The code that a field or property keeps, where all of it is to be seen.</param>
/// <param name="IsParameter">The caller hands it over.</param>
internal sealed record DelegateOrigin(bool IsSeen, ImmutableArray<IMethodSymbol>? Code, bool IsParameter)
{
    private static readonly DelegateOrigin s_seen = new(true, null, false);
    private static readonly DelegateOrigin s_unknown = new(false, null, false);

    public static DelegateOrigin Of(IOperation? value, KeptValues kept) => value switch
    {
        IConversionOperation conversion => Of(conversion.Operand, kept),
        IDelegateCreationOperation creation => Of(creation.Target, kept),
        IAnonymousFunctionOperation or IMethodReferenceOperation or { ConstantValue: { HasValue: true, Value: null } } => s_seen,
        ILocalReferenceOperation local => OfLocal(local, kept),
        // A primary constructor's parameter was handed over long before the call.
        IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } } => new(false, null, true),
        IFieldReferenceOperation field => new(false, kept.Of(field.Field).Code, false),
        IPropertyReferenceOperation property => new(false, kept.Of(property.Property).Code, false),
        IConditionalAccessInstanceOperation { Parent: IInvocationOperation { Parent: IConditionalAccessOperation access } } => Of(access.Operation, kept),
        ICoalesceOperation coalesce => Both(Of(coalesce.Value, kept), Of(coalesce.WhenNull, kept)),
        IConditionalOperation { WhenFalse: { } otherwise } choice => Both(Of(choice.WhenTrue, kept), Of(otherwise, kept)),
        IThrowOperation => s_seen,
        _ => s_unknown,
    };

    /// <summary>All that the local is ever given; what is given to it elsewhere, by reference, is not seen.</summary>
    private static DelegateOrigin OfLocal(ILocalReferenceOperation local, KeptValues kept)
        => LocalValues.Around(local).GivenTo(local.Local).Aggregate(s_seen, (origin, given) => Both(origin, given is ILocalReferenceOperation ? s_unknown : Of(given, kept)));

    private static DelegateOrigin Both(DelegateOrigin one, DelegateOrigin other)
        => one.IsSeen ? other
         : other.IsSeen ? one
         : one.Code is { } code && other.Code is { } more ? new(false, code.AddRange(more), false)
         : one.IsParameter && other.IsParameter ? one
         : s_unknown;
}
