using System;
using System.Globalization;
using System.Runtime.ExceptionServices;

namespace Governance;

/// <summary>How a step stands after a call.</summary>
public enum StepStatus
{
    /// <summary>Done, and recorded.</summary>
    Completed = 0,

    /// <summary>A human has been asked and has not decided; calling again finds the same request.</summary>
    Pending = 1,

    /// <summary>A human said no.</summary>
    Denied = 2,

    /// <summary>Nobody decided in time.</summary>
    Expired = 3,

    /// <summary>A control is missing or the request contradicts an earlier one, so the step was not run.</summary>
    Refused = 4,

    /// <summary>The body failed.</summary>
    Failed = 5,
}

/// <summary>How a step ended, where it has no result.</summary>
public class StepOutcome
{
    private protected StepOutcome(StepStatus status, string step, string requestId, string? reason, DateTimeOffset? until, Exception? failure)
    {
        Status = status;
        Step = step;
        RequestId = requestId;
        Reason = reason;
        Until = until;
        Failure = failure;
    }

    /// <summary>How the step stands.</summary>
    public StepStatus Status { get; }

    /// <summary>The step as <c>workflow/step</c>.</summary>
    public string Step { get; }

    /// <summary>The request.</summary>
    public string RequestId { get; }

    /// <summary>Why it did not complete; null when it did.</summary>
    public string? Reason { get; }

    /// <summary>Until when a pending request can be decided.</summary>
    public DateTimeOffset? Until { get; }

    /// <summary>What the body threw, for <see cref="StepStatus.Failed"/>.</summary>
    public Exception? Failure { get; }

    /// <summary>The step is done.</summary>
    public bool IsCompleted => Status == StepStatus.Completed;

    /// <summary>A human has not decided yet.</summary>
    public bool IsPending => Status == StepStatus.Pending;

    /// <summary>Makes the outcome of a step or rollback that is done.</summary>
    /// <param name="step">The step as <c>workflow/step</c>.</param>
    /// <param name="requestId">The request.</param>
    public static StepOutcome Completed(string step, string requestId) => new(StepStatus.Completed, step, requestId, null, null, null);

    /// <summary>
    /// What whoever implements a step of an interface returns where the interface returns an outcome: the work is done. The governor puts the
    /// outcome of the whole step in its place.
    /// </summary>
    /// <returns>A completed outcome of no request.</returns>
    public static StepOutcome Done() => Completed("", "");

    /// <summary>The same with a result.</summary>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <param name="value">The result.</param>
    /// <returns>A completed outcome of no request.</returns>
    public static StepOutcome<T> Done<T>(T value) => StepOutcome<T>.Completed("", "", value);

    /// <summary>Makes the outcome of a step or rollback that is not done.</summary>
    /// <param name="status">Any status but completed.</param>
    /// <param name="step">The step as <c>workflow/step</c>.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="reason">Why.</param>
    /// <param name="until">Until when a pending request can be decided.</param>
    /// <param name="failure">What the body threw.</param>
    /// <exception cref="ArgumentException">The status is completed.</exception>
    public static StepOutcome NotCompleted(
        StepStatus status, string step, string requestId, string reason, DateTimeOffset? until = null, Exception? failure = null)
        => new(MustNotBeCompleted(status), step, requestId, reason, until, failure);

    /// <summary>Does nothing for a completed step and throws what fits otherwise.</summary>
    /// <exception cref="StepPendingException">Nobody has decided yet.</exception>
    /// <exception cref="StepDeniedException">A person said no.</exception>
    /// <exception cref="StepExpiredException">The request expired undecided.</exception>
    /// <exception cref="StepRefusedException">A control is missing.</exception>
    public void ThrowIfNotCompleted()
    {
        var reason = Reason ?? Status.ToString();
        switch (Status)
        {
            case StepStatus.Completed:
                return;
            case StepStatus.Pending:
                throw new StepPendingException(Step, RequestId, Until ?? default);
            case StepStatus.Denied:
                throw new StepDeniedException(Step, RequestId, reason);
            case StepStatus.Expired:
                throw new StepExpiredException(Step, RequestId, reason);
            case StepStatus.Failed when Failure is not null:
                ExceptionDispatchInfo.Capture(Failure).Throw();
                throw Failure;
            default:
                throw new StepRefusedException(Step, RequestId, reason);
        }
    }

    /// <summary>Says what happened in words that keep a model from asking again.</summary>
    /// <returns>One sentence or two, in English, without any argument's value.</returns>
    public string ForModel() => Status switch
    {
        StepStatus.Completed => $"Done: {Step}, request {RequestId}.",
        StepStatus.Pending => $"{Step} waits for a person's decision, request {RequestId}"
                            + (Until is { } until ? $", until {until.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)}" : "")
                            + ". It has not been done. Do not call again: calling again does not speed it up.",
        StepStatus.Denied => $"A person denied {Step}, request {RequestId}. It has not been done and asking again will not change that.",
        StepStatus.Expired => $"Nobody decided on {Step} in time, request {RequestId}. It has not been done.",
        StepStatus.Failed => $"{Step} failed, request {RequestId}. The owner has been told; do not call again.",
        _ => $"{Step} was refused, request {RequestId}: {Reason} It has not been done; do not call again.",
    };

    private protected static StepStatus MustNotBeCompleted(StepStatus status)
        => status != StepStatus.Completed ? status : throw new ArgumentException("A completed outcome has no reason.", nameof(status));
}

/// <summary>How a step with a result ended.</summary>
/// <typeparam name="T">The result's type.</typeparam>
public sealed class StepOutcome<T> : StepOutcome
{
    private readonly T _value;

    private StepOutcome(StepStatus status, string step, string requestId, T value, string? reason, DateTimeOffset? until, Exception? failure)
        : base(status, step, requestId, reason, until, failure)
        => _value = value;

    /// <summary>The result.</summary>
    /// <exception cref="StepPendingException">Nobody has decided yet.</exception>
    /// <exception cref="StepDeniedException">A person said no.</exception>
    /// <exception cref="StepExpiredException">The request expired undecided.</exception>
    /// <exception cref="StepRefusedException">A control is missing.</exception>
    public T Value
    {
        get
        {
            ThrowIfNotCompleted();
            return _value;
        }
    }

    /// <summary>Makes the outcome of a step that is done.</summary>
    /// <param name="step">The step as <c>workflow/step</c>.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="value">The result.</param>
    public static StepOutcome<T> Completed(string step, string requestId, T value)
        => new(StepStatus.Completed, step, requestId, value, null, null, null);

    /// <summary>Makes the outcome of a step that is not done.</summary>
    /// <param name="status">Any status but completed.</param>
    /// <param name="step">The step as <c>workflow/step</c>.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="reason">Why.</param>
    /// <param name="until">Until when a pending request can be decided.</param>
    /// <param name="failure">What the body threw.</param>
    /// <exception cref="ArgumentException">The status is completed.</exception>
    public static new StepOutcome<T> NotCompleted(
        StepStatus status, string step, string requestId, string reason, DateTimeOffset? until = null, Exception? failure = null)
        => new(MustNotBeCompleted(status), step, requestId, default!, reason, until, failure);

    /// <summary>Says what happened in words for a model: the result in your words, everything else in ours.</summary>
    /// <param name="completed">Words for the result.</param>
    /// <returns>One sentence or two.</returns>
    public string ForModel(Func<T, string> completed) => IsCompleted ? completed(_value) : ForModel();
}
