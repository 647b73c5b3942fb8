using GovernanceAnalyzers.Generation;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Catalogue;

/// <summary>A parsed catalogue: what it says, and where it does not parse.</summary>
internal sealed record CatalogueFile(EquatableArray<CatalogueRow> Rows, EquatableArray<CatalogueMistake> Mistakes);

/// <summary>A place that does not parse, and what to write there.</summary>
internal sealed record CatalogueMistake(TextSpan Span, LinePositionSpan Lines, string Message);
