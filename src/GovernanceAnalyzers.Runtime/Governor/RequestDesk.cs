using System.Globalization;

namespace Governance;

/// <summary>Finds the request a call belongs to, or makes it, and brings it to the point where the body may run.</summary>
internal sealed class RequestDesk(
    IConfirmationGate? gate, StepHistory history, StepRecorder recorder, EscalationDesk escalations, GovernanceOptions options)
{
    private readonly ApprovalDesk? _approvals = gate is null ? null : new ApprovalDesk(gate, recorder, escalations, options);

    /// <summary>For a plumbed step.</summary>
    public Task<Standing> StandAsync(StepAct act, CancellationToken cancellationToken) => GuardedAsync(act, async () =>
    {
        if (act.Problem is not null)
        {
            return await RefuseAsync(act, act.Problem).ConfigureAwait(false);
        }

        var earlier = Earlier(act);
        if (earlier is not null && await StandingOfAsync(act, earlier, cancellationToken).ConfigureAwait(false) is { } standing)
        {
            return standing;
        }

        return await NewAsync(act, cancellationToken).ConfigureAwait(false);
    });

    /// <summary>For a self-governed step: the approval is used up by handing it out, because what happens then is not ours to see.</summary>
    public Task<Standing> ApproveOnlyAsync(StepAct act, CancellationToken cancellationToken) => GuardedAsync(act, async () =>
    {
        if (act.Problem is not null)
        {
            return await RefuseAsync(act, act.Problem).ConfigureAwait(false);
        }

        var earlier = Earlier(act);
        if (earlier is { State: ActionStates.Confirmed } && act.Facts.Key is null)
        {
            earlier = null;
        }

        if (earlier is { State: ActionStates.Confirmed } && earlier.InputDigest == act.InputDigest)
        {
            return await RefuseAsync(act, $"the approval of request {earlier.RequestId} was handed out before and is good once.").ConfigureAwait(false);
        }

        if (earlier is not null && await StandingOfAsync(act, earlier, cancellationToken).ConfigureAwait(false) is { } standing)
        {
            return standing;
        }

        return await NewAsync(act, cancellationToken).ConfigureAwait(false);
    });

    public async Task<Standing> RefuseAsync(StepAct act, string why)
    {
        var id = RequestIds.New(history.IsKnown);
        await escalations.RecordAsync(act.Facts, id, ActionStates.Refused, new() { Reason = why, Input = act.Input }).ConfigureAwait(false);
        return Standing.End(StepStatus.Refused, id, why);
    }

    public async Task<bool> ExpireIfOverdueAsync(StepDescriptor? step, RequestEntry entry)
    {
        if (entry.State != ActionStates.Requested || entry.ExpiresAt is not { } until || recorder.Now < until || _approvals is null)
        {
            return false;
        }

        await _approvals.ExpireAsync(step, entry.Facts, entry.RequestId, until).ConfigureAwait(false);
        return true;
    }

    // Before the body nothing is lost by ending: a log that fails here keeps the step from acting.
    private async Task<Standing> GuardedAsync(StepAct act, Func<Task<Standing>> stand)
    {
        try
        {
            return await stand().ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var why = $"the action log cannot be written: {e.Message}";
            await escalations.EscalateAsync(act.Step, act.Facts, "", ActionStates.Refused, $"{act.Step.Id} was refused: {why}").ConfigureAwait(false);
            return Standing.End(StepStatus.Refused, "", why);
        }
    }

    private RequestEntry? Earlier(StepAct act)
    {
        if (act.Facts.Key is not null)
        {
            return history.FindSame(act.Identity);
        }

        return act.Parent is { } parent
            ? history.FindInner(parent, act.Step.Id, act.InputDigest)
            : history.FindSame(act.Identity) is { IsOpen: true } open ? open : null;
    }

    /// <summary>How the call stands through an earlier request; null where it is a new one all the same.</summary>
    private async Task<Standing?> StandingOfAsync(StepAct act, RequestEntry earlier, CancellationToken cancellationToken)
    {
        if (earlier.InputDigest != act.InputDigest)
        {
            return await RefuseAsync(act, $"its key was used with other arguments by request {earlier.RequestId}. An act is told from another by its key.")
                .ConfigureAwait(false);
        }

        if (earlier.State == ActionStates.Completed)
        {
            return Standing.Done(earlier);
        }

        if (earlier.IsTroubled)
        {
            var again = act.NeedsHuman ? recorder.Now >= earlier.ChangedAt + options.DenialHolds : earlier.State is ActionStates.Failed or ActionStates.Abandoned;
            return again ? null : Standing.End(StepStatus.Failed, earlier.RequestId, earlier.Trouble);
        }

        return earlier.IsOpen ? await GoOnAsync(act, earlier, cancellationToken).ConfigureAwait(false) : null;
    }

    private async Task<Standing?> GoOnAsync(StepAct act, RequestEntry open, CancellationToken cancellationToken)
    {
        if (open.Facts.StepDigest != act.Step.Digest)
        {
            await escalations.RecordAsync(open.Facts, open.RequestId, ActionStates.Expired,
                new() { Reason = "the step was declared anew since it was requested." }).ConfigureAwait(false);
            return null;
        }

        if (open.State == ActionStates.Requested)
        {
            return await AskAsync(act, open.RequestId, cancellationToken).ConfigureAwait(false);
        }

        if (!act.NeedsHuman)
        {
            return Standing.Run(open.RequestId);
        }

        var until = open.ExpiresAt ?? open.ChangedAt;
        if (recorder.Now >= until)
        {
            var reason = $"its confirmation ended on {JournalRecord.Time(until)}"
                + (open.State == ActionStates.Suspended ? " while it waited for a step inside it." : " before it started.");
            await escalations.RecordAsync(open.Facts, open.RequestId, ActionStates.Expired, new() { Reason = reason }).ConfigureAwait(false);
            await escalations.EscalateAsync(act.Step, open.Facts, open.RequestId, ActionStates.Expired, $"{act.Step.Id}: {reason}").ConfigureAwait(false);
            return Standing.End(StepStatus.Expired, open.RequestId, reason);
        }

        return Standing.Run(open.RequestId, new StepApproval(
            open.RequestId, open.Facts.Digest ?? "", open.Approver ?? "", open.Assurance ?? ConfirmationAssurance.Recorded, until));
    }

    private async Task<Standing> NewAsync(StepAct act, CancellationToken cancellationToken)
    {
        if (!act.NeedsHuman && act.Doubt is not null)
        {
            return await HandOverAsync(act, act.Doubt).ConfigureAwait(false);
        }

        var id = RequestIds.New(history.IsKnown);
        if (!act.NeedsHuman)
        {
            act.Parent?.Claim(id);
            return Standing.Run(id);
        }

        if (history.FindDenial(act.Step.Id, act.InputDigest) is { } denial && recorder.Now < denial.ChangedAt + options.DenialHolds)
        {
            return await RepeatedAsync(act, denial).ConfigureAwait(false);
        }

        if (_approvals is null)
        {
            return await RefuseAsync(act, "there is no way to ask a human. Add ConfirmThroughInbox() or ConfirmAtConsole() to AddGovernance.")
                .ConfigureAwait(false);
        }

        if (!history.TryReserve(act.Facts, options.MostOpenRequests))
        {
            return await RefuseAsync(act, string.Create(CultureInfo.InvariantCulture,
                $"{options.MostOpenRequests} requests of {act.Facts.Actor} for it wait for a decision already.")).ConfigureAwait(false);
        }

        try
        {
            await recorder.AppendAsync(act.Facts, id, ActionStates.Requested,
                new() { Input = act.Input, ExpiresAt = recorder.Now + options.ExpireAfter }, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            history.GiveBack(act.Facts);
        }

        if (act.Doubt is not null)
        {
            await escalations.EscalateAsync(act.Step, act.Facts, id, ActionStates.Requested,
                $"{act.Step.Id} waits for a human's decision: {act.Doubt}.").ConfigureAwait(false);
        }

        act.Parent?.Claim(id);
        return await AskAsync(act, id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A Low step runs alone only where the model is sure enough: otherwise a human is told, and does it or calls it again.</summary>
    private async Task<Standing> HandOverAsync(StepAct act, string doubt)
    {
        var standing = await RefuseAsync(act, $"{doubt}.").ConfigureAwait(false);
        await escalations.EscalateAsync(act.Step, act.Facts, standing.RequestId, ActionStates.Refused,
            $"{act.Step.Id} was not run: {doubt}.").ConfigureAwait(false);
        return standing;
    }

    private async Task<Standing> RepeatedAsync(StepAct act, RequestEntry denial)
    {
        var reason = $"repeated: {denial.Approver} denied it as request {denial.RequestId}: {denial.Reason}";
        await escalations.RecordAsync(act.Facts, denial.RequestId, ActionStates.Denied, new() { Reason = reason }).ConfigureAwait(false);
        if (denial.Repeats == 3)
        {
            await escalations.EscalateAsync(act.Step, act.Facts, denial.RequestId, ActionStates.Denied,
                $"{act.Facts.Actor} asked three more times for {act.Step.Id} after it was denied.").ConfigureAwait(false);
        }

        return Standing.End(StepStatus.Denied, denial.RequestId, reason);
    }

    private async Task<Standing> AskAsync(StepAct act, string requestId, CancellationToken cancellationToken)
    {
        if (_approvals is null)
        {
            return Standing.End(StepStatus.Refused, requestId, "there is no way to ask a human any more.");
        }

        var answer = await _approvals.AskAsync(act, history.Find(requestId)!, cancellationToken).ConfigureAwait(false);
        return answer.Approval is { } approval
            ? Standing.Run(requestId, approval)
            : Standing.End(answer.Status, requestId, answer.Reason, answer.Until);
    }
}
