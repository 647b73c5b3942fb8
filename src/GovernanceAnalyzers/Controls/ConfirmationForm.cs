namespace GovernanceAnalyzers.Controls;

/// <summary>How a confirming member says yes.</summary>
/// <param name="Strength">Whose yes it is.</param>
/// <param name="IsAsserted">By a mark or a client's word, not by our own contracts.</param>
internal sealed record ConfirmationForm(Proof Strength, bool IsAsserted)
{
    /// <summary>A yes that the flow of a body proves, such as of a value that is only made after one.</summary>
    public static ConfirmationForm Proven(Proof strength) => new(strength, IsAsserted: false);

    /// <summary>It returns only when approved.</summary>
    public bool Throws { get; init; }

    /// <summary>Members of the returned object, and the value that means yes; null for a bool. Empty where the returned value is the bool.</summary>
    public ImmutableArray<(string Member, string? Yes)> ApprovedWhen { get; init; } = [];
}
