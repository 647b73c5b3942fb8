using GovernanceAnalyzers.Generation;

namespace GovernanceAnalyzers.Catalogue;

/// <summary>A parsed catalogue: what it says, and where it does not parse.</summary>
internal sealed record CatalogueFile(EquatableArray<CatalogueRow> Rows, EquatableArray<ListMistake> Mistakes)
{
    /// <summary>The assembly that a summary is about; it reaches nothing else than what the lines say. Null of what is no summary.</summary>
    public string? Assembly { get; init; }
}

/// <summary>Whose lines they are, for the keys that they may have.</summary>
internal enum CatalogueKind
{
    /// <summary>A project's, or its organisation's.</summary>
    List,

    /// <summary>The one that ships with this package.</summary>
    BuiltIn,

    /// <summary>What the members of one assembly reach.</summary>
    Summary,
}
