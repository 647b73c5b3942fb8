using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.OperatingModel;

/// <summary>A <c>[FailureMode]</c> as written, on a step or on its workflow.</summary>
internal sealed class FailureMode(AttributeData attribute)
{
    public AttributeData Attribute { get; } = attribute;

    public string Id { get; } = attribute.Positional(0) as string ?? "";

    public string? Response { get; } = attribute.NamedText("Response");

    public string? EscalateTo { get; } = attribute.NamedText("EscalateTo");

    public IEnumerable<Shortcoming> Shortcomings()
    {
        if (!GovernanceId.IsWellFormed(Id))
        {
            yield return new(Attribute.LocationOf(0), $"a failure mode is named by {GovernanceId.Form}, and '{Id}' is not");
        }

        if (!Answer.IsGiven(Response))
        {
            yield return new(Attribute.LocationOf("Response"), $"failure mode '{Id}' says no Response: what is done when it happens");
        }
    }
}
