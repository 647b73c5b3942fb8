using System;

namespace Governance;

/// <summary>A step did not complete.</summary>
public abstract class StepException : Exception
{
    private protected StepException(string message, string step, string requestId)
        : base(message)
    {
        Step = step;
        RequestId = requestId;
    }

    /// <summary>The step as <c>workflow/step</c>.</summary>
    public string Step { get; }

    /// <summary>The request; empty when it was refused before it had one.</summary>
    public string RequestId { get; }
}

/// <summary>A human has been asked and has not decided. Not a failure: call again later with the same arguments.</summary>
public sealed class StepPendingException : StepException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="step">The step as <c>workflow/step</c>.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="until">Until when it can be decided.</param>
    public StepPendingException(string step, string requestId, DateTimeOffset until)
        : base($"{step} waits for a person's decision on request {requestId}.", step, requestId)
        => Until = until;

    /// <summary>Until when it can be decided.</summary>
    public DateTimeOffset Until { get; }
}

/// <summary>A human said no.</summary>
public sealed class StepDeniedException : StepException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="step">The step as <c>workflow/step</c>.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="reason">The human's reason.</param>
    public StepDeniedException(string step, string requestId, string reason)
        : base($"{step} was denied, request {requestId}: {reason}", step, requestId)
        => Reason = reason;

    /// <summary>The human's reason.</summary>
    public string Reason { get; }
}

/// <summary>Nobody decided in time.</summary>
public sealed class StepExpiredException : StepException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="step">The step as <c>workflow/step</c>.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="reason">Since when.</param>
    public StepExpiredException(string step, string requestId, string reason)
        : base($"{step} expired undecided, request {requestId}: {reason}", step, requestId)
    {
    }
}

/// <summary>A control is missing or the request contradicts an earlier one, so the step was not run.</summary>
public sealed class StepRefusedException : StepException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="step">The step as <c>workflow/step</c>.</param>
    /// <param name="requestId">The request; empty when it was refused before it had one.</param>
    /// <param name="reason">What is missing, and what to do.</param>
    public StepRefusedException(string step, string requestId, string reason)
        : base($"{step} was refused: {reason}", step, requestId)
        => Reason = reason;

    /// <summary>What is missing, and what to do.</summary>
    public string Reason { get; }
}

/// <summary>The call was made and completed before, and its result cannot be given back from the log.</summary>
public sealed class StepAlreadyCompletedException : StepException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="step">The step as <c>workflow/step</c>.</param>
    /// <param name="requestId">The request that completed.</param>
    public StepAlreadyCompletedException(string step, string requestId)
        : base($"{step} has completed before as request {requestId}; it is not run twice.", step, requestId)
    {
    }
}
