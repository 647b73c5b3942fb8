using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Controls;

/// <summary>What is proven when a value matches a pattern, and when it does not.</summary>
internal static class PatternMeaning
{
    public static (Proof Yes, Proof No) Match(Meaning value, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                var compared = ValueMeaning.Compare(value, Constant(constant.Value));
                return compared.Kind == MeaningKind.Truth ? (compared.WhenTrue, compared.WhenFalse) : (Proof.None, Proof.None);
            case INegatedPatternOperation negated:
                var (yes, no) = Match(value, negated.Pattern);
                return (no, yes);
            case IBinaryPatternOperation both:
                var left = Match(value, both.LeftPattern);
                var right = Match(value, both.RightPattern);
                return both.OperatorKind == BinaryOperatorKind.Or
                    ? (Meaning.Weaker(left.Yes, right.Yes), Meaning.Stronger(left.No, right.No))
                    : (Meaning.Stronger(left.Yes, right.Yes), Meaning.Weaker(left.No, right.No));
            case IRecursivePatternOperation recursive:
                // Any of the named members may be the one that says yes; that it does not match says nothing.
                var matched = recursive.PropertySubpatterns
                    .Select(p => p.Member is IPropertyReferenceOperation member
                        ? Match(ValueMeaning.Member(value, member.Property), p.Pattern).Yes
                        : Proof.None)
                    .DefaultIfEmpty(Proof.None).Max();
                return (Meaning.Stronger(matched, Present(value)), Proof.None);
            case IDeclarationPatternOperation { MatchesNull: false } or ITypePatternOperation:
                return (Present(value), Proof.None);
            case IDiscardPatternOperation:
                return (Proof.None, Proof.Impossible);
            default:
                return (Proof.None, Proof.None);
        }
    }

    /// <summary>What is proven by the value being there at all.</summary>
    private static Proof Present(Meaning value) => value.Kind == MeaningKind.Truth ? Meaning.Weaker(value.WhenTrue, value.WhenFalse) : Proof.None;

    private static Meaning Constant(IOperation value) => value.ConstantValue is not { HasValue: true, Value: var constant } ? Meaning.Unknown
        : Enum(value) is { } type ? Meaning.Constant(ValueMeaning.EnumName(type, constant))
        : Meaning.Constant(constant);

    private static ITypeSymbol? Enum(IOperation value)
        => value.Type is { TypeKind: TypeKind.Enum } type ? type : value is IConversionOperation conversion ? Enum(conversion.Operand) : null;
}
