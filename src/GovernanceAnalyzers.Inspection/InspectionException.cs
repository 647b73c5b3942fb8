using System;

namespace GovernanceAnalyzers.Inspection;

/// <summary>An assembly that cannot be read. The message is one line, fit to be shown to a user as it is.</summary>
public sealed class InspectionException : Exception
{
    /// <summary>Says what could not be read, and why.</summary>
    /// <param name="message">One line.</param>
    /// <param name="innerException">What the reader met; null where it was ours to find.</param>
    public InspectionException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
