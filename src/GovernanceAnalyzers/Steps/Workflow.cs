namespace GovernanceAnalyzers.Steps;

/// <summary>A class or interface marked <c>[GovernedWorkflow]</c>.</summary>
internal sealed class Workflow(INamedTypeSymbol type, AttributeData attribute)
{
    public INamedTypeSymbol Type { get; } = type;

    public AttributeData Attribute { get; } = attribute;

    public string Id { get; } = attribute.Positional(0) as string ?? "";

    public string? Owner { get; } = attribute.NamedText("Owner");

    public string? TechnicalOwner { get; } = attribute.NamedText("TechnicalOwner");

    public string? GovernanceOwner { get; } = attribute.NamedText("GovernanceOwner");

    public string? EscalateTo { get; } = attribute.NamedText("EscalateTo");

    public string? Runbook { get; } = attribute.NamedText("Runbook");

    /// <summary>The stage's name, or null where none is declared.</summary>
    public string? Stage { get; } = attribute.Named("Stage") switch
    {
        1 => "Pilot", 2 => "Validate", 3 => "Harden", 4 => "Deploy", 5 => "Optimize", _ => null,
    };

    /// <summary>The workflow that a member of this type belongs to: the nearest marked type round it.</summary>
    public static Workflow? Around(INamedTypeSymbol? type, GovernanceSymbols symbols)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (type.Attribute(symbols.GovernedWorkflow) is { } attribute && attribute.IsComplete())
            {
                return new Workflow(type, attribute);
            }
        }

        return null;
    }
}
