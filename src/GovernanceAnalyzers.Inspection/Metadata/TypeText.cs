using System.Reflection.Metadata;

namespace GovernanceAnalyzers.Inspection.Metadata;

/// <summary>A type as a signature names it.</summary>
/// <param name="DocumentationId">Without the <c>T:</c>; a definition keeps its arities (<c>A.B`1</c>), an instance has its arguments in braces.</param>
/// <param name="FullName">Namespace and name, without arity and containing types; empty for arrays, pointers and type parameters.</param>
/// <param name="Handle">The definition or reference; nil where there is none.</param>
internal sealed record TypeText(string DocumentationId, string FullName = "", EntityHandle Handle = default);
