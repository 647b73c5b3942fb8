namespace GovernanceAnalyzers.Catalogue;

/// <summary>A <c>[ConsequentialAction]</c> that somebody wrote.</summary>
/// <param name="Member">On which member.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="Action">What it promises.</param>
internal sealed record DeclaredContract(IMethodSymbol Member, AttributeData Attribute, ConsequentialAction Action);
