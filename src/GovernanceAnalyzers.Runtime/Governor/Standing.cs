namespace Governance;

/// <summary>Where a call stands before its body: it may run, or it ends, or it ended before.</summary>
internal readonly record struct Standing(
    bool MayRun, StepStatus Status, string RequestId, string Reason, RequestEntry? Entry = null, StepApproval? Approval = null,
    DateTimeOffset? Until = null)
{
    public static Standing Run(string requestId, StepApproval? approval = null) => new(true, StepStatus.Completed, requestId, "", Approval: approval);

    public static Standing Done(RequestEntry entry) => new(false, StepStatus.Completed, entry.RequestId, "", entry);

    public static Standing End(StepStatus status, string requestId, string reason, DateTimeOffset? until = null)
        => new(false, status, requestId, reason, Until: until);
}
