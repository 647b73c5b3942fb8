using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Reach;

namespace GovernanceAnalyzers.Controls;

/// <summary>An action of a self-governed step, and how it stands.</summary>
/// <param name="Proof">What is proven at the place in the step's own body.</param>
/// <param name="Places">The way to it, and further places of the same that are behind that place.</param>
internal sealed record OwnAction(SiteProof Proof, Places Places)
{
    public ConsequentialAction Action => Places.First.Action;

    /// <summary>As messages name it.</summary>
    public string Path => Places.First.Path + Places.Words;
}
