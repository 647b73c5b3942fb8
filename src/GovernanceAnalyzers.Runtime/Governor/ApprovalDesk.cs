namespace Governance;

/// <summary>Gets a human's decision on a request that is on record, verifies it and records it.</summary>
internal sealed class ApprovalDesk(IConfirmationGate gate, StepRecorder recorder, EscalationDesk escalations, GovernanceOptions options)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);

    /// <summary>What came of asking: an approval, or how the call ends instead.</summary>
    public readonly record struct Answer(StepApproval? Approval, StepStatus Status, string Reason, DateTimeOffset? Until = null);

    public async Task<Answer> AskAsync(StepAct act, RequestEntry entry, CancellationToken cancellationToken)
    {
        var request = Request(act, entry);
        var patience = recorder.Now + options.WaitForDecision;
        while (true)
        {
            ConfirmationDecision? decision;
            try
            {
                decision = await gate.RequestAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception e)
            {
                return await RefuseAsync(act, request, $"nobody could be asked: {e.GetType().Name}: {e.Message}").ConfigureAwait(false);
            }

            if (decision is null || !Enum.IsDefined(decision.Verdict))
            {
                return await RefuseAsync(act, request, $"{gate.GetType().Name} gave no decision.").ConfigureAwait(false);
            }

            if (decision.Verdict != ConfirmationVerdict.Pending)
            {
                return await SettleAsync(act, request, decision, cancellationToken).ConfigureAwait(false);
            }

            var now = recorder.Now;
            if (now >= request.ExpiresAt)
            {
                return await ExpireAsync(act.Step, act.Facts, request.RequestId, request.ExpiresAt).ConfigureAwait(false);
            }

            if (now >= patience)
            {
                return new(null, StepStatus.Pending, "nobody has decided yet.", request.ExpiresAt);
            }

            var pause = patience - now < s_pause ? patience - now : s_pause;
            await Task.Delay(pause, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<Answer> ExpireAsync(StepDescriptor? step, RequestFacts facts, string requestId, DateTimeOffset since)
    {
        var reason = $"nobody decided until {JournalRecord.Time(since)}.";
        await escalations.RecordAsync(facts, requestId, ActionStates.Expired, new() { Reason = reason }).ConfigureAwait(false);
        await escalations.EscalateAsync(step, facts, requestId, ActionStates.Expired, $"{facts.StepId} was not done: {reason}").ConfigureAwait(false);
        return new(null, StepStatus.Expired, reason);
    }

    private async Task<Answer> SettleAsync(
        StepAct act, ConfirmationRequest request, ConfirmationDecision decision, CancellationToken cancellationToken)
    {
        var id = request.RequestId;
        if (decision.Verdict == ConfirmationVerdict.Expired)
        {
            return await ExpireAsync(act.Step, act.Facts, id, request.ExpiresAt).ConfigureAwait(false);
        }

        var why = decision.Verdict == ConfirmationVerdict.Denied
            ? DecisionCheck.WrongRequest(request, decision)
            : DecisionCheck.WhyNotApproved(request, decision, act.Facts, options.LeastAssuranceForHigh, recorder.Now);
        if (why is not null)
        {
            return await RefuseAsync(act, request, why).ConfigureAwait(false);
        }

        var expires = decision.ExpiresAt < request.ExpiresAt ? decision.ExpiresAt : request.ExpiresAt;
        var approver = string.IsNullOrWhiteSpace(decision.Approver) ? "(unnamed)" : decision.Approver;
        var denied = decision.Verdict == ConfirmationVerdict.Denied;
        var details = new StepRecorder.Details
        {
            Approver = approver, Assurance = decision.Assurance, Reason = decision.Reason, NotEvidence = decision.NotEvidence,
            ExpiresAt = denied ? null : expires,
        };
        if (denied)
        {
            var reason = string.IsNullOrWhiteSpace(decision.Reason) ? "no reason given." : DisplayText.Clean(decision.Reason, 1000);
            await escalations.RecordAsync(act.Facts, id, ActionStates.Denied, details with { Reason = reason }).ConfigureAwait(false);
            await escalations.EscalateAsync(act.Step, act.Facts, id, ActionStates.Denied, $"{approver} denied {act.Step.Id}: {reason}")
                .ConfigureAwait(false);
            return new(null, StepStatus.Denied, reason);
        }

        await recorder.AppendAsync(act.Facts, id, ActionStates.Confirmed, details, cancellationToken).ConfigureAwait(false);
        return new(new StepApproval(id, request.Digest, approver, decision.Assurance, expires), StepStatus.Completed, "");
    }

    private async Task<Answer> RefuseAsync(StepAct act, ConfirmationRequest request, string why)
    {
        await escalations.RecordAsync(act.Facts, request.RequestId, ActionStates.Refused, new() { Reason = why }).ConfigureAwait(false);
        await escalations.EscalateAsync(act.Step, act.Facts, request.RequestId, ActionStates.Refused, $"{act.Step.Id} was refused: {why}")
            .ConfigureAwait(false);
        return new(null, StepStatus.Refused, why);
    }

    // Who asked stands in the record: the same request is shown whoever calls again, and after a restart.
    private static ConfirmationRequest Request(StepAct act, RequestEntry entry) => new()
    {
        RequestId = entry.RequestId, Workflow = act.Step.Workflow, Step = act.Step.Step, Tier = act.Step.Tier, Question = entry.Note is { } note ? $"{act.Question} [{note}]" : act.Question,
        Arguments = act.Arguments, Key = entry.Facts.Key, Actor = entry.Facts.Actor ?? "", OnBehalfOf = entry.Facts.OnBehalfOf,
        Authority = entry.Facts.Authority, Owner = act.Step.Owner, Rollback = act.Rollback,
        Digest = CanonicalJson.Binding(act.Step.Digest, act.InputDigest), RequestedAt = entry.RequestedAt,
        ExpiresAt = entry.ExpiresAt ?? entry.RequestedAt,
    };
}
