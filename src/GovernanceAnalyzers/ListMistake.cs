using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers;

/// <summary>A place of a project's list that does not parse, and what to write there.</summary>
internal sealed record ListMistake(TextSpan Span, LinePositionSpan Lines, string Message);
