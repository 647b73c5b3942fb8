namespace Governance;

/// <summary>Writes records, and keeps the history in step with the log.</summary>
internal sealed class StepRecorder(IActionLog log, StepHistory history, GovernanceOptions options)
{
    public DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    /// <summary>What a record says beyond the request's facts.</summary>
    public readonly record struct Details
    {
        public string? Reason { get; init; }

        public string? Error { get; init; }

        public string? Approver { get; init; }

        public ConfirmationAssurance? Assurance { get; init; }

        public DateTimeOffset? ExpiresAt { get; init; }

        public double? LatencyMs { get; init; }

        public string? Input { get; init; }

        public string? Output { get; init; }

        public bool NotEvidence { get; init; }
    }

    /// <summary>Returns once the record is durable; throws what the log throws.</summary>
    public async Task AppendAsync(RequestFacts facts, string requestId, string state, Details details, CancellationToken cancellationToken = default)
    {
        var record = new ActionRecord
        {
            Time = Now, Workflow = facts.Workflow, Step = facts.Step, RequestId = requestId, ParentRequestId = facts.ParentRequestId, State = state,
            Tier = facts.Tier, Key = facts.Key, Actor = facts.Actor, Model = facts.Model, OnBehalfOf = facts.OnBehalfOf,
            Authority = facts.Authority, Confidence = facts.Confidence, Digest = facts.Digest, StepDigest = facts.StepDigest,
            DeclaredDigest = facts.DeclaredDigest, Reason = details.Reason, Error = details.Error, Approver = details.Approver,
            Assurance = details.Assurance, ExpiresAt = details.ExpiresAt, LatencyMs = details.LatencyMs, Input = details.Input,
            Output = details.Output,
            NotEvidence = options.Rehearsal || details.NotEvidence || (history.Find(requestId)?.NotEvidence ?? false),
        };
        await log.AppendAsync(record, cancellationToken).ConfigureAwait(false);
        history.Apply(record, Digest(record.Input), Digest(record.Output));
    }

    private static string? Digest(string? payload) => payload is null ? null : CanonicalJson.Digest(payload);
}
