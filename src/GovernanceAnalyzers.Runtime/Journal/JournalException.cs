namespace Governance;

/// <summary>The journal cannot be opened, written or trusted. The message says which file and line, and what to do.</summary>
public sealed class JournalException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong, and what to do.</param>
    /// <param name="innerException">What the operating system said.</param>
    public JournalException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
