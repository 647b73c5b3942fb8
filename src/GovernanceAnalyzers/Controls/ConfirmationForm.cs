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

    /// <summary>The parameter to which the yes is bound; null where nobody claims that it is bound to anything.</summary>
    public string? Binds { get; init; }

    /// <summary>The member of the returned object that says who approved; null where nobody claims that it is known.</summary>
    public string? Approver { get; init; }

    /// <summary><c>Approved</c>, or <c>Status == Granted</c>.</summary>
    public static (string Member, string? Yes) Parse(string approvedWhen)
    {
        var at = approvedWhen.IndexOf("==", StringComparison.Ordinal);
        var member = (at < 0 ? approvedWhen : approvedWhen.Substring(0, at)).Trim();
        var yes = at < 0 ? null : approvedWhen.Substring(at + 2).Trim().Trim('"', '\'');
        return (member, yes == "true" ? null : yes?.Substring(yes.LastIndexOf('.') + 1));
    }
}
