namespace Governance;

/// <summary>How a request stands, from its records.</summary>
internal sealed class RequestEntry(string requestId, RequestFacts facts, string inputDigest, DateTimeOffset requestedAt, RequestEntry? before)
{
    public string RequestId => requestId;

    public RequestFacts Facts => facts;

    public string InputDigest => inputDigest;

    public string Identity { get; } = facts.Identity(inputDigest);

    public DateTimeOffset RequestedAt => requestedAt;

    /// <summary>What the person who decides should know about an earlier request for the same act; as it was when this one was made.</summary>
    public string? Note { get; } = before is { IsTroubled: true } ? $"asked again: request {before.RequestId} with the same key {before.Word}" : null;

    public string State { get; private set; } = "";

    public DateTimeOffset ChangedAt { get; private set; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    public string? Approver { get; private set; }

    public ConfirmationAssurance? Assurance { get; private set; }

    public string? Reason { get; private set; }

    public string? Error { get; private set; }

    public string? OutputDigest { get; private set; }

    public bool NotEvidence { get; private set; }

    /// <summary>How often it was asked for again after it had been denied.</summary>
    public int Repeats { get; private set; }

    /// <summary>Somebody can still decide, or it goes on once something inside it is decided.</summary>
    public bool IsOpen => State is ActionStates.Requested or ActionStates.Confirmed or ActionStates.Suspended;

    /// <summary>The body may have acted, and that it ended well is not on record.</summary>
    public bool IsTroubled => State is ActionStates.Started or ActionStates.Failed or ActionStates.Abandoned or ActionStates.InDoubt
        or ActionStates.RollbackOrdered or ActionStates.RolledBack or ActionStates.RollbackFailed;

    /// <summary>What went wrong, for the one who calls again.</summary>
    public string Trouble => $"request {requestId} {Word} on {JournalRecord.Time(ChangedAt)}: {Error ?? Reason ?? "no detail is on record."}";

    private string Word => State switch
    {
        ActionStates.Failed => "failed",
        ActionStates.Abandoned => "was left before its end",
        ActionStates.RolledBack => "was rolled back",
        ActionStates.RollbackFailed or ActionStates.RollbackOrdered => "was not rolled back completely",
        _ => "is in doubt",
    };

    public void Apply(ActionRecord record, string? outputDigest)
    {
        NotEvidence |= record.NotEvidence;
        switch (record.State)
        {
            case ActionStates.Escalated:
                return;
            case ActionStates.Denied when State == ActionStates.Denied:
                Repeats++;
                return;
            case ActionStates.Confirmed or ActionStates.Denied:
                Approver = record.Approver;
                Assurance = record.Assurance;
                break;
            case ActionStates.Completed:
                OutputDigest = outputDigest;
                break;
        }

        State = record.State;
        ChangedAt = record.Time;
        ExpiresAt = record.ExpiresAt ?? ExpiresAt;
        Reason = record.Reason;
        Error = record.Error ?? Error;
    }
}
