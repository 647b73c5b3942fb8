using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Reach;

/// <summary>A place in a body that takes an action, and the member it takes it through.</summary>
internal sealed record ActionSite(SyntaxNode Syntax, IMethodSymbol Target, ImmutableArray<ConsequentialAction> Actions);

/// <summary>A call whose target is code that the catalogue says nothing about.</summary>
/// <param name="Syntax">The call.</param>
/// <param name="Target">The member called, as bound.</param>
/// <param name="IsExact">No override and no other implementation can be meant.</param>
internal sealed record CalledMember(SyntaxNode Syntax, IMethodSymbol Target, bool IsExact);

/// <summary>What no analysis of the source can see through.</summary>
internal sealed record BlindSpot(string Kind, string Detail, SyntaxNode Syntax);

/// <summary>A call of a step, which is governed at its own place.</summary>
internal sealed record CalledStep(SyntaxNode Syntax, Step Step);

/// <summary>What one body does by itself. Symbols and syntax, never operations: it outlives the walk.</summary>
internal sealed record BodyFacts(
    ImmutableArray<ActionSite> Sites, ImmutableArray<CalledMember> Calls, ImmutableArray<CalledStep> Steps, ImmutableArray<BlindSpot> BlindSpots)
{
    public static readonly BodyFacts None = new([], [], [], []);
}
