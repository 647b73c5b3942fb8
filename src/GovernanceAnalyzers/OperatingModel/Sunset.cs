namespace GovernanceAnalyzers.OperatingModel;

/// <summary>A <c>[Sunset]</c> as written: the day on which a workflow is decided anew.</summary>
internal sealed class Sunset(AttributeData attribute)
{
    public AttributeData Attribute { get; } = attribute;

    public string Date { get; } = attribute.Positional(0) as string ?? "";

    public string? Reason { get; } = attribute.NamedText("Reason");

    /// <summary>The last day; null where it cannot be read.</summary>
    public DateTime? LastDay => GovernanceOptions.ParseDate(Date);

    public IEnumerable<Shortcoming> Shortcomings()
        => LastDay is null ? [new(Attribute.LocationOf(0), $"the sunset is on '{Date}', which is no date as yyyy-MM-dd")] : [];
}
