namespace Governance;

/// <summary>An inbox cannot be read or written, or a request in it cannot be decided. The message says why, and what to do.</summary>
public sealed class ConfirmationInboxException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Why, and what to do.</param>
    /// <param name="innerException">What the operating system said.</param>
    public ConfirmationInboxException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
