namespace GovernanceAnalyzers.Tool;

/// <summary>A command could not do its work. The message is the one line that says why; never a result, never a pass.</summary>
internal sealed class CannotRunException(string why) : Exception(why);
