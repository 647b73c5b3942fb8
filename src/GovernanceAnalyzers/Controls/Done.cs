namespace GovernanceAnalyzers.Controls;

/// <summary>What has happened once a call has returned, or a value has been waited for.</summary>
/// <param name="Confirmation">Who has said yes.</param>
/// <param name="Intent">The intent is on record.</param>
/// <param name="Outcome">The outcome is on record.</param>
internal readonly record struct Done(Proof Confirmation, bool Intent, bool Outcome)
{
    public static readonly Done Nothing = default;

    /// <summary>Nobody ever gets past it: waiting for null, a call that does not return.</summary>
    public static readonly Done Never = new(Proof.Impossible, true, true);

    /// <summary>It came one way or the other.</summary>
    public Done Or(Done other)
        => new(Meaning.Weaker(Confirmation, other.Confirmation), Intent && other.Intent, Outcome && other.Outcome);

    /// <summary>Both have happened.</summary>
    public Done And(Done other)
        => new(Meaning.Stronger(Confirmation, other.Confirmation), Intent || other.Intent, Outcome || other.Outcome);
}
