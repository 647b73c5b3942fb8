namespace GovernanceAnalyzers.Controls;

internal enum MeaningKind
{
    Unknown,

    /// <summary>No value ever: the identity when ways are joined.</summary>
    Nothing,

    /// <summary>What is proven when the value is true, false or null. Of an object: when it is there (both), and when it is null.</summary>
    Truth,

    /// <summary>What a confirming member returned; its members say yes or no.</summary>
    Decision,

    /// <summary>A value that says yes by being equal to another.</summary>
    Verdict,

    /// <summary>An open log scope, which records the outcome when disposed.</summary>
    Scope,

    /// <summary>A tuple or an object whose members cannot change after it is made.</summary>
    Parts,

    Constant,
    Null,
}

/// <summary>What a value says about confirmation and log.</summary>
internal sealed record Meaning(MeaningKind Kind)
{
    public static readonly Meaning Unknown = new(MeaningKind.Unknown);
    public static readonly Meaning Nothing = new(MeaningKind.Nothing);
    public static readonly Meaning Null = new(MeaningKind.Null) { Done = Done.Never };
    public static readonly Meaning True = Truth(Proof.None, Proof.Impossible, Proof.Impossible);
    public static readonly Meaning False = Truth(Proof.Impossible, Proof.None, Proof.Impossible);

    /// <summary>Some object, and not null.</summary>
    public static readonly Meaning Object = Truth(Proof.None, Proof.None, Proof.Impossible);

    public Proof WhenTrue { get; private init; }

    public Proof WhenFalse { get; private init; }

    public Proof WhenNull { get; private init; }

    public ConfirmationForm? Form { get; private init; }

    /// <summary>The value that means yes, of a verdict.</summary>
    public string? Yes { get; private init; }

    public object? Value { get; private init; }

    public ImmutableDictionary<string, Meaning> Members { get; private init; } = ImmutableDictionary<string, Meaning>.Empty;

    /// <summary>What has happened once the value has been waited for: of a task that guards or that records.</summary>
    public Done Done { get; init; }

    /// <summary>The type that was made, where the value is a new object; then a call of an interface leads to that type's member.</summary>
    public INamedTypeSymbol? Made { get; init; }

    /// <summary>It says something that a helper which is handed it could pass on.</summary>
    public bool IsTelling => Done != Done.Nothing && Kind != MeaningKind.Null
        || Kind is MeaningKind.Decision or MeaningKind.Verdict or MeaningKind.Scope or MeaningKind.Parts
        || (Kind == MeaningKind.Truth && this != Object && (Made is null || WhenTrue != Proof.None));

    /// <summary>A truth that holds whatever the value is says nothing about which it is; a constant does.</summary>
    public bool IsBoolean => this == True || this == False;

    public static Meaning Truth(Proof whenTrue, Proof whenFalse, Proof whenNull)
        => new(MeaningKind.Truth) { WhenTrue = whenTrue, WhenFalse = whenFalse, WhenNull = whenNull };

    public static Meaning Of(ConfirmationForm form) => form switch
    {
        { Throws: true } => Unknown with { Done = new(form.Strength, false, false) },
        { ApprovedWhen.IsEmpty: true } => Truth(form.Strength, Proof.None, Proof.Impossible),
        _ => new(MeaningKind.Decision) { Form = form },
    };

    public static Meaning Verdict(ConfirmationForm form, string yes) => new(MeaningKind.Verdict) { Form = form, Yes = yes };

    public static Meaning Of(LogMoment moment) => moment switch
    {
        LogMoment.Scope => new(MeaningKind.Scope) { Done = new(Proof.None, true, false) },
        LogMoment.Both => Unknown with { Done = new(Proof.None, true, true) },
        LogMoment.Intent => Unknown with { Done = new(Proof.None, true, false) },
        _ => Unknown with { Done = new(Proof.None, false, true) },
    };

    public static Meaning Of(IEnumerable<KeyValuePair<string, Meaning>> members)
        => new(MeaningKind.Parts) { Members = ImmutableDictionary<string, Meaning>.Empty.SetItems(members) };

    public static Meaning Constant(object? value) => value switch
    {
        null => Null,
        true => True,
        false => False,
        _ => new(MeaningKind.Constant) { Value = value },
    };

    /// <summary>The value came one way or the other: what holds is what holds on both.</summary>
    public Meaning Or(Meaning other)
        => Kind == MeaningKind.Nothing ? other
         : other.Kind == MeaningKind.Nothing ? this
         : ValueOr(other) with { Done = Done.Or(other.Done), Made = SymbolEqualityComparer.Default.Equals(Made, other.Made) ? Made : null };

    /// <summary>The same value where all this is known already: whatever it is, who has said yes has said it.</summary>
    public Meaning Given(Proof known) => known == Proof.None ? this : Kind switch
    {
        MeaningKind.Truth => this with
        {
            WhenTrue = Stronger(WhenTrue, known), WhenFalse = Stronger(WhenFalse, known), WhenNull = Stronger(WhenNull, known),
        },
        MeaningKind.Null => Truth(Proof.Impossible, Proof.Impossible, known) with { Done = Done },
        MeaningKind.Constant when Value is string value => Verdict(ConfirmationForm.Proven(known), value),
        MeaningKind.Unknown or MeaningKind.Constant => Truth(known, known, known) with { Done = Done, Made = Made },
        _ => this,
    };

    public Meaning Not() => Kind == MeaningKind.Truth ? Truth(WhenFalse, WhenTrue, WhenNull) : Unknown;

    public static Proof Weaker(Proof one, Proof other) => one < other ? one : other;

    public static Proof Stronger(Proof one, Proof other) => one > other ? one : other;

    private Meaning ValueOr(Meaning other)
    {
        switch (Kind, other.Kind)
        {
            case (MeaningKind.Truth, MeaningKind.Truth):
                return Truth(Weaker(WhenTrue, other.WhenTrue), Weaker(WhenFalse, other.WhenFalse), Weaker(WhenNull, other.WhenNull));
            case (MeaningKind.Truth, MeaningKind.Null):
                return Truth(WhenTrue, WhenFalse, Proof.None);

            // Null or another value than yes says no; a null decision, guard or entry throws when it is used.
            case (MeaningKind.Verdict, MeaningKind.Constant):
                return other.Value is string text && text != Yes ? this : Unknown;
            case (MeaningKind.Verdict, MeaningKind.Verdict) when Yes == other.Yes:
                return Form!.Strength <= other.Form!.Strength ? this : other;
            case (MeaningKind.Decision or MeaningKind.Verdict or MeaningKind.Unknown, MeaningKind.Null):
                return this;
            case (MeaningKind.Parts, MeaningKind.Parts):
                return Of(Members.Where(m => other.Members.ContainsKey(m.Key)).Select(m => new KeyValuePair<string, Meaning>(m.Key, m.Value.Or(other.Members[m.Key]))));
            case (MeaningKind.Null, MeaningKind.Truth or MeaningKind.Decision or MeaningKind.Verdict or MeaningKind.Unknown):
            case (MeaningKind.Constant, MeaningKind.Verdict):
                return other.ValueOr(this);
            default:
                return Kind == other.Kind && this with { Done = Done.Nothing, Made = null } == other with { Done = Done.Nothing, Made = null } ? this : Unknown;
        }
    }
}
