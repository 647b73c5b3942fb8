using System.Runtime.CompilerServices;

namespace Governance;

/// <summary>
/// The approvals that this governor has handed out, by the very object: what an approval says of itself counts for nothing, so that one that was made,
/// copied or changed by reflection has no effect.
/// </summary>
internal sealed class ApprovalLedger
{
    private readonly ConditionalWeakTable<StepApproval, Entry> _handedOut = [];

    public StepApproval HandOut(StepApproval approval, StepAct act)
    {
        _handedOut.Add(approval, new(approval.RequestId, act.Step.Id, act.Facts.Key, approval.Digest, approval.ExpiresAt));
        return approval;
    }

    /// <summary>Uses the approval up for what it was given for; why it is not good for this act otherwise.</summary>
    public string? Use(StepApproval approval, StepAct act, DateTimeOffset now)
        => !_handedOut.TryGetValue(approval, out var entry) ? "the approval is none that this governor has handed out."
         : entry.Step != act.Step.Id || entry.Key != act.Facts.Key || entry.Digest != CanonicalJson.Binding(act.Step.Digest, act.InputDigest)
            ? $"the approval is for request {entry.RequestId}, not for this one."
         : now >= entry.ExpiresAt ? $"the approval of request {entry.RequestId} ended on {JournalRecord.Time(entry.ExpiresAt)}."
         : !entry.TryUse() ? $"the approval of request {entry.RequestId} was used before and is good once."
         : null;

    private sealed class Entry(string requestId, string step, string? key, string digest, DateTimeOffset expiresAt)
    {
        private int _used;

        public string RequestId { get; } = requestId;

        public string Step { get; } = step;

        public string? Key { get; } = key;

        public string Digest { get; } = digest;

        public DateTimeOffset ExpiresAt { get; } = expiresAt;

        public bool TryUse() => Interlocked.Exchange(ref _used, 1) == 0;
    }
}
