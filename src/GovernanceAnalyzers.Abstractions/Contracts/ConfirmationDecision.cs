using System;

namespace Governance;

/// <summary>A named human's recorded decision on one exact request.</summary>
public sealed class ConfirmationDecision
{
    /// <summary>The request it is about.</summary>
    public string RequestId { get; init; } = "";

    /// <summary>The digest of the request that the human saw; a decision on another digest is refused.</summary>
    public string Digest { get; init; } = "";

    /// <summary>What was decided.</summary>
    public ConfirmationVerdict Verdict { get; init; }

    /// <summary>Who decided; empty while pending.</summary>
    public string Approver { get; init; } = "";

    /// <summary>How surely the approver is known.</summary>
    public ConfirmationAssurance Assurance { get; init; }

    /// <summary>Why; a denial always has a reason.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset DecidedAt { get; init; }

    /// <summary>When the decision ends.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>True for a scripted decision of a test or a rehearsal: no evidence that a human decided.</summary>
    public bool NotEvidence { get; init; }
}

/// <summary>What was decided.</summary>
public enum ConfirmationVerdict
{
    /// <summary>Nobody has decided yet.</summary>
    Pending = 0,

    /// <summary>A human said yes.</summary>
    Approved = 1,

    /// <summary>A human said no.</summary>
    Denied = 2,

    /// <summary>Nobody decided in time.</summary>
    Expired = 3,
}

/// <summary>How surely an approver is known; a greater value is surer.</summary>
public enum ConfirmationAssurance
{
    /// <summary>A name was given and written down.</summary>
    Recorded = 0,

    /// <summary>The operating system's account of the one who decided.</summary>
    OsAccount = 1,

    /// <summary>The decision is signed with the approver's key.</summary>
    Signed = 2,

    /// <summary>An identity provider authenticated the approver for this decision.</summary>
    Authenticated = 3,
}
