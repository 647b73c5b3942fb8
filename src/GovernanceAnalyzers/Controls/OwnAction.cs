using GovernanceAnalyzers.Catalogue;

namespace GovernanceAnalyzers.Controls;

/// <summary>An action of a self-governed step, how it stands, and the way to it as messages name it.</summary>
internal sealed record OwnAction(SiteProof Proof, ConsequentialAction Action, string Path);
