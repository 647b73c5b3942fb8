namespace GovernanceAnalyzers.Evaluation;

/// <summary>What was handed in cannot be measured; the message is the one line that says why.</summary>
internal sealed class BadInputException(string message) : Exception(message);
