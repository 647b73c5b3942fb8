using Microsoft.Extensions.Logging;

namespace Governance;

/// <summary>Tells a person, and records that it did. A delivery that fails changes no outcome, but it is on record.</summary>
internal sealed partial class EscalationDesk(StepRecorder recorder, IReadOnlyList<IEscalationChannel> channels, ILogger logger)
{
    public async Task EscalateAsync(StepDescriptor? step, RequestFacts facts, string requestId, string state, string message)
    {
        var target = step?.EscalateTo ?? step?.Owner ?? "unknown: the step is not registered with AddSteps";
        var escalation = new Escalation
        {
            Target = target, Workflow = facts.Workflow, Step = facts.Step, RequestId = requestId, State = state, Message = message,
        };
        var failures = new List<string>();
        foreach (var channel in channels)
        {
            try
            {
                await channel.DeliverAsync(escalation, CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                failures.Add($"{channel.GetType().Name} did not deliver: {e.GetType().Name}: {e.Message}");
                Undelivered(e, target, requestId, message);
            }
        }

        await RecordAsync(facts, requestId, ActionStates.Escalated, new StepRecorder.Details
        {
            Reason = $"to {target}: {message}", Error = failures.Count > 0 ? string.Join("; ", failures) : null,
        }).ConfigureAwait(false);
    }

    /// <summary>Records what changes nothing if the log is gone; then the loss stands in the host's own log.</summary>
    public async Task RecordAsync(RequestFacts facts, string requestId, string state, StepRecorder.Details details)
    {
        try
        {
            await recorder.AppendAsync(facts, requestId, state, details).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Unrecorded(e, state, facts.StepId, requestId, details.Reason ?? details.Error);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "An escalation to {Target} about request {RequestId} was not delivered: {Message}")]
    private partial void Undelivered(Exception e, string target, string requestId, string message);

    [LoggerMessage(2, LogLevel.Critical, "The action log did not take '{State}' of {Step}, request {RequestId}: {Reason}")]
    private partial void Unrecorded(Exception e, string state, string step, string requestId, string? reason);
}
