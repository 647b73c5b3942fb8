using Microsoft.Extensions.Logging;

namespace Governance;

/// <summary>Takes up what was decided while nobody called, and closes what is overdue.</summary>
internal sealed partial class OpenRequests(
    IConfirmationGate? gate, StepHistory history, Turns turns, StepRecorder recorder, RequestDesk requests, RecordedSteps steps, ILogger logger)
{
    public async Task<IReadOnlyList<string>> ResumeDecidedAsync(CancellationToken cancellationToken)
    {
        var taken = new List<string>();
        if (gate is not IDecidedRequests decided)
        {
            return taken;
        }

        foreach (var entry in history.Where(e => e.IsOpen && e.Facts.ParentRequestId is null))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsDecided(entry, decided) && await ResumeAsync(entry, cancellationToken).ConfigureAwait(false))
            {
                taken.Add(entry.RequestId);
            }
        }

        // After the decisions: one that came in time has been taken up by now.
        foreach (var entry in history.Where(e => e.State == ActionStates.Requested && recorder.Now >= e.ExpiresAt))
        {
            using var turn = await turns.TakeAsync(entry.Identity, cancellationToken).ConfigureAwait(false);
            await requests.ExpireIfOverdueAsync(steps.Step(entry.Facts.StepId), entry).ConfigureAwait(false);
        }

        return taken;
    }

    // A suspended step goes on when one inside it is decided; running it before would only repeat its first half.
    private bool IsDecided(RequestEntry entry, IDecidedRequests decided) => entry.State switch
    {
        ActionStates.Requested => decided.IsDecided(entry.RequestId),
        ActionStates.Confirmed => true,
        _ => history.Where(inner => inner.Facts.ParentRequestId == entry.RequestId && inner.IsOpen).Any(inner => IsDecided(inner, decided)),
    };

    private async Task<bool> ResumeAsync(RequestEntry entry, CancellationToken cancellationToken)
    {
        using var context = entry.Facts is { Actor: { Length: > 0 } actor, Authority: { Length: > 0 } authority }
            ? AutomationContext.Begin(actor, authority, entry.Facts.OnBehalfOf, entry.Facts.Model, entry.Facts.Key, entry.Facts.Confidence)
            : null;
        try
        {
            if (steps.Resume(entry) is not { } resume)
            {
                return false;
            }

            await resume(cancellationToken).ConfigureAwait(false);
        }
        catch (StepException)
        {
            // Pending again, denied, expired: on record, and escalated where it has to be.
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // A body that failed is on record; a workflow that could not be made is not. One must not keep the others from their turn.
            NotResumed(e, entry.Facts.StepId, entry.RequestId);
        }

        return true;
    }

    [LoggerMessage(3, LogLevel.Error, "{Step}, request {RequestId}, was decided and could not be completed.")]
    private partial void NotResumed(Exception e, string step, string requestId);
}
