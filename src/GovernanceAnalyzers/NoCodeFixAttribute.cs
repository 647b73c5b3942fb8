namespace GovernanceAnalyzers;

/// <summary>Says why a rule has no fix. A test over all rules wants either a fix or this.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class NoCodeFixAttribute(string reason) : Attribute
{
    public string Reason { get; } = reason;
}
