namespace Governance;

/// <summary>Undoes a request when a person orders it. The order is its confirmation; order and end are both recorded.</summary>
internal sealed class RollbackDesk(
    StepHistory history, Turns turns, StepRecorder recorder, EscalationDesk escalations, RecordedSteps steps, GovernanceOptions options)
{
    public async Task<StepOutcome> RollBackAsync(string requestId, string reason, CancellationToken cancellationToken)
    {
        if ((history.Find(requestId) ?? steps.FindInLog(requestId)) is not { } known)
        {
            return StepOutcome.NotCompleted(StepStatus.Refused, "", requestId, $"the action log knows no request {requestId}.");
        }

        var stepId = known.Facts.StepId;
        if (RunningStep.Current?.IsInside(known.Identity) == true)
        {
            return StepOutcome.NotCompleted(StepStatus.Refused, stepId, requestId, "a run cannot order its own rollback.");
        }

        using var turn = await turns.TakeAsync(known.Identity, cancellationToken).ConfigureAwait(false);
        var entry = history.Find(requestId) ?? steps.FindInLog(requestId)!;
        var orderer = AutomationContext.Current is { } context ? context.Actor : options.RollbackOrderedBy;
        Func<StepRun, CancellationToken, Task>? handler;
        try
        {
            handler = steps.Rollback(entry);
        }
        catch (JournalException e)
        {
            return StepOutcome.NotCompleted(StepStatus.Refused, stepId, requestId, e.Message);
        }

        if (WhyNot(entry, orderer, handler is not null) is { } why)
        {
            return StepOutcome.NotCompleted(StepStatus.Refused, stepId, requestId, why);
        }

        return await RunAsync(entry, handler!, orderer!, reason, cancellationToken).ConfigureAwait(false);
    }

    private string? WhyNot(RequestEntry entry, string? orderer, bool hasHandler)
    {
        if (string.IsNullOrWhiteSpace(orderer))
        {
            return "nobody said who orders it. Call AutomationContext.Begin(person, authority) around the order.";
        }

        if (AutomationContext.Current?.OnBehalfOf is not null || DecisionCheck.IsSamePerson(orderer, entry.Facts.Actor))
        {
            return $"'{orderer}' acts for somebody else, or ran it; a person orders a rollback, in a context of their own.";
        }

        if (entry.State == ActionStates.RolledBack)
        {
            return $"it was rolled back on {JournalRecord.Time(entry.ChangedAt)}.";
        }

        if (entry.State != ActionStates.Completed && !entry.IsTroubled && entry.State != ActionStates.Suspended)
        {
            return $"there is nothing to undo: the request is {entry.State}.";
        }

        return hasHandler ? null : steps.Step(entry.Facts.StepId) switch
        {
            { Irreversible: { } why } => $"the step cannot be undone: {why}",
            { Rollback: null } => "the step has no rollback handler.",
            _ => "its rollback handler cannot be reached from here: register the workflow with AddSteps<…>() and keep the request's arguments; "
               + "where the handler takes a redacted one, which is on no record, only the process that ran the step can undo it.",
        };
    }

    private async Task<StepOutcome> RunAsync(
        RequestEntry entry, Func<StepRun, CancellationToken, Task> handler, string orderer, string reason, CancellationToken cancellationToken)
    {
        var (facts, id) = (entry.Facts, entry.RequestId);
        var order = new StepRecorder.Details { Approver = orderer, Assurance = ConfirmationAssurance.Recorded, Reason = reason };
        try
        {
            await recorder.AppendAsync(facts, id, ActionStates.RollbackOrdered, order, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return StepOutcome.NotCompleted(StepStatus.Refused, facts.StepId, id, $"the action log cannot be written: {e.Message}");
        }

        var step = steps.Step(facts.StepId) ?? new StepDescriptor { Workflow = facts.Workflow, Step = facts.Step, Tier = facts.Tier };
        try
        {
            await InsideAsync(entry, handler, new StepRun(step, id, facts.Key ?? id, null), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            var error = StepRunner.Error(e);
            await escalations.RecordAsync(facts, id, ActionStates.RollbackFailed, order with { Error = error }).ConfigureAwait(false);
            await escalations.EscalateAsync(step, facts, id, ActionStates.RollbackFailed,
                $"The rollback of {facts.StepId} failed, so part of it may still stand: {error}. It can be ordered again.").ConfigureAwait(false);
            return StepOutcome.NotCompleted(StepStatus.Failed, facts.StepId, id, error, failure: e);
        }

        await escalations.RecordAsync(facts, id, ActionStates.RolledBack, order).ConfigureAwait(false);
        return StepOutcome.Completed(facts.StepId, id);
    }

    private static async Task InsideAsync(
        RequestEntry entry, Func<StepRun, CancellationToken, Task> handler, StepRun run, CancellationToken cancellationToken)
    {
        // Under a name of its own: a step inside the handler is not answered with what the run itself did.
        RunningStep.Current = new RunningStep(run.RequestId + "/rollback", entry.Identity, RunningStep.Current);
        await handler(run, cancellationToken).ConfigureAwait(false);
    }
}
