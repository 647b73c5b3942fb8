namespace GovernanceAnalyzers.OperatingModel;

/// <summary>What keeps a declared value from being used, in words, and where it stands.</summary>
internal readonly record struct Shortcoming(Location Place, string Problem);
