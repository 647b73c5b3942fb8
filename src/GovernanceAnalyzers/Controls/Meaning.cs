namespace GovernanceAnalyzers.Controls;

internal enum MeaningKind
{
    Unknown,

    /// <summary>No value ever: the identity when ways are joined.</summary>
    Nothing,

    /// <summary>A bool, nullable or not: what is proven when it is true, false or null.</summary>
    Truth,

    /// <summary>What a confirming member returned; its members say yes or no.</summary>
    Decision,

    /// <summary>The member of a decision that says yes by being equal to a value.</summary>
    Verdict,

    /// <summary>A confirmation that throws unless approved; waiting for it is the proof.</summary>
    Guard,

    /// <summary>A write to the action log that may still run.</summary>
    Entry,

    /// <summary>An open log scope, which records the outcome when disposed.</summary>
    Scope,

    Constant,
    Null,
}

/// <summary>What a value says about confirmation and log.</summary>
internal sealed record Meaning(MeaningKind Kind)
{
    public static readonly Meaning Unknown = new(MeaningKind.Unknown);
    public static readonly Meaning Nothing = new(MeaningKind.Nothing);
    public static readonly Meaning Null = new(MeaningKind.Null);
    public static readonly Meaning True = Truth(Proof.None, Proof.Impossible, Proof.Impossible);
    public static readonly Meaning False = Truth(Proof.Impossible, Proof.None, Proof.Impossible);

    public Proof WhenTrue { get; private init; }

    public Proof WhenFalse { get; private init; }

    public Proof WhenNull { get; private init; }

    public ConfirmationForm? Form { get; private init; }

    /// <summary>The value that means yes, of a verdict.</summary>
    public string? Yes { get; private init; }

    public LogMoment? Moment { get; private init; }

    public object? Value { get; private init; }

    public static Meaning Truth(Proof whenTrue, Proof whenFalse, Proof whenNull)
        => new(MeaningKind.Truth) { WhenTrue = whenTrue, WhenFalse = whenFalse, WhenNull = whenNull };

    public static Meaning Of(ConfirmationForm form) => form switch
    {
        { Throws: true } => new(MeaningKind.Guard) { Form = form },
        { ApprovedWhen.IsEmpty: true } => Truth(form.Strength, Proof.None, Proof.Impossible),
        _ => new(MeaningKind.Decision) { Form = form },
    };

    public static Meaning Verdict(ConfirmationForm form, string yes) => new(MeaningKind.Verdict) { Form = form, Yes = yes };

    public static Meaning Of(LogMoment moment) => new(moment == LogMoment.Scope ? MeaningKind.Scope : MeaningKind.Entry) { Moment = moment };

    public static Meaning Constant(object? value) => value switch
    {
        null => Null,
        true => True,
        false => False,
        _ => new(MeaningKind.Constant) { Value = value },
    };

    /// <summary>The value came one way or the other: what holds is what holds on both.</summary>
    public Meaning Or(Meaning other) => (Kind, other.Kind) switch
    {
        (MeaningKind.Nothing, _) => other,
        (_, MeaningKind.Nothing) => this,
        (MeaningKind.Truth, MeaningKind.Truth) => Truth(
            Weaker(WhenTrue, other.WhenTrue), Weaker(WhenFalse, other.WhenFalse), Weaker(WhenNull, other.WhenNull)),
        (MeaningKind.Truth, MeaningKind.Null) => Truth(WhenTrue, WhenFalse, Proof.None),
        (MeaningKind.Null, MeaningKind.Truth) => other.Or(this),

        // Null or another value than yes says no; a null decision, guard or entry throws when it is used.
        (MeaningKind.Verdict, MeaningKind.Constant) => other.Value is string text && text != Yes ? this : Unknown,
        (MeaningKind.Constant, MeaningKind.Verdict) => other.Or(this),
        (MeaningKind.Decision or MeaningKind.Verdict or MeaningKind.Guard or MeaningKind.Entry, MeaningKind.Null) => this,
        (MeaningKind.Null, MeaningKind.Decision or MeaningKind.Verdict or MeaningKind.Guard or MeaningKind.Entry) => other,
        _ => this == other ? this : Unknown,
    };

    public Meaning Not() => Kind == MeaningKind.Truth ? Truth(WhenFalse, WhenTrue, WhenNull) : Unknown;

    public static Proof Weaker(Proof one, Proof other) => one < other ? one : other;

    public static Proof Stronger(Proof one, Proof other) => one > other ? one : other;
}
