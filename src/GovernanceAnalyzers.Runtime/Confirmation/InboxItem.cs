namespace Governance;

/// <summary>How a request in an inbox stands.</summary>
public enum InboxState
{
    /// <summary>Nobody has decided yet.</summary>
    Waiting = 0,

    /// <summary>A person said yes.</summary>
    Approved = 1,

    /// <summary>A person said no.</summary>
    Denied = 2,

    /// <summary>Nobody decided in time.</summary>
    Expired = 3,

    /// <summary>A file is damaged, so it can neither be decided nor count as decided.</summary>
    Damaged = 4,
}

/// <summary>A request in an inbox.</summary>
public sealed class InboxItem
{
    /// <summary>The request's id.</summary>
    public string RequestId { get; init; } = "";

    /// <summary>How it stands.</summary>
    public InboxState State { get; init; }

    /// <summary>The request; null where its file is damaged.</summary>
    public ConfirmationRequest? Request { get; init; }

    /// <summary>The decision; null where there is none.</summary>
    public ConfirmationDecision? Decision { get; init; }

    /// <summary>Which file is damaged, and how; null where none is.</summary>
    public string? Damage { get; init; }
}
