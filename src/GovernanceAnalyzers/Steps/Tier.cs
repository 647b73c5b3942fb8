namespace GovernanceAnalyzers.Steps;

/// <summary><c>Governance.RiskTier</c> as the compiler extension sees it: it references Roslyn alone, so it has its own, with the same values.</summary>
internal enum Tier
{
    Unspecified = 0,
    Low = 1,
    Medium = 2,
    High = 3,
}
