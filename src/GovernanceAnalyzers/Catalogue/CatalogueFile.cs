using GovernanceAnalyzers.Generation;

namespace GovernanceAnalyzers.Catalogue;

/// <summary>A parsed catalogue: what it says, and where it does not parse.</summary>
internal sealed record CatalogueFile(EquatableArray<CatalogueRow> Rows, EquatableArray<ListMistake> Mistakes);
