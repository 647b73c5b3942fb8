using System;

namespace Governance;

/// <summary>One line of the action log: one arrow in the life of a step.</summary>
public sealed class ActionRecord
{
    /// <summary>When it happened.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>The workflow's id.</summary>
    public string Workflow { get; init; } = "";

    /// <summary>The step's id.</summary>
    public string Step { get; init; } = "";

    /// <summary>The request this record belongs to.</summary>
    public string RequestId { get; init; } = "";

    /// <summary>The request of the step inside which this step was called; null where it was called from outside a step.</summary>
    public string? ParentRequestId { get; init; }

    /// <summary>The step's state after this record: one of <see cref="ActionStates"/>.</summary>
    public string State { get; init; } = "";

    /// <summary>The step's tier.</summary>
    public RiskTier Tier { get; init; }

    /// <summary>The operation key; null where the step declares none.</summary>
    public string? Key { get; init; }

    /// <summary>The automation that acts.</summary>
    public string? Actor { get; init; }

    /// <summary>The model and version behind the automation, where there is one.</summary>
    public string? Model { get; init; }

    /// <summary>The person the automation acts for.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>What the automation was allowed to act on: a ticket, a job, a mandate.</summary>
    public string? Authority { get; init; }

    /// <summary>The model's confidence, from 0 to 1.</summary>
    public double? Confidence { get; init; }

    /// <summary>The human who decided or ordered.</summary>
    public string? Approver { get; init; }

    /// <summary>How surely the approver is known; null where nobody decided.</summary>
    public ConfirmationAssurance? Assurance { get; init; }

    /// <summary>SHA-256 over the step digest and the arguments: what a decision on the request is bound to. Lower-case hexadecimal.</summary>
    public string? Digest { get; init; }

    /// <summary>Until when the request can be decided and the decision be used; null where nobody is asked.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Why: the denial's or the rollback's reason, or what the record means.</summary>
    public string? Reason { get; init; }

    /// <summary>The failure, as type and message.</summary>
    public string? Error { get; init; }

    /// <summary>How long the body ran, in milliseconds.</summary>
    public double? LatencyMs { get; init; }

    /// <summary>The arguments as JSON. Kept beside the chain; the record carries their digest.</summary>
    public string? Input { get; init; }

    /// <summary>The result as JSON. Kept beside the chain; the record carries its digest.</summary>
    public string? Output { get; init; }

    /// <summary>SHA-256 of the step's declared entry, lower-case hexadecimal.</summary>
    public string? StepDigest { get; init; }

    /// <summary>SHA-256 of the declared manifest embedded in the step's assembly, lower-case hexadecimal.</summary>
    public string? DeclaredDigest { get; init; }

    /// <summary>True for a rehearsal or a test: the decision was scripted, so the record is no evidence of a human's decision.</summary>
    public bool NotEvidence { get; init; }
}

/// <summary>The states of a step's life, as the action log writes them.</summary>
public static class ActionStates
{
    /// <summary>Somebody asked for the step.</summary>
    public const string Requested = "requested";

    /// <summary>A human said yes.</summary>
    public const string Confirmed = "confirmed";

    /// <summary>A human said no.</summary>
    public const string Denied = "denied";

    /// <summary>Nobody decided in time.</summary>
    public const string Expired = "expired";

    /// <summary>A control was missing, so the step was not run.</summary>
    public const string Refused = "refused";

    /// <summary>The body is about to run.</summary>
    public const string Started = "started";

    /// <summary>The body ended well.</summary>
    public const string Completed = "completed";

    /// <summary>The body threw.</summary>
    public const string Failed = "failed";

    /// <summary>Who read a stream left before its end, so the body ended there: in order, with a part of its work undone.</summary>
    public const string Abandoned = "abandoned";

    /// <summary>The step waits for an inner step that is pending; it runs again later.</summary>
    public const string Suspended = "suspended";

    /// <summary>A person was told.</summary>
    public const string Escalated = "escalated";

    /// <summary>Started, and the process ended before the outcome was recorded.</summary>
    public const string InDoubt = "in-doubt";

    /// <summary>A person ordered the rollback.</summary>
    public const string RollbackOrdered = "rollback-ordered";

    /// <summary>The rollback handler ended well.</summary>
    public const string RolledBack = "rolled-back";

    /// <summary>The rollback handler threw.</summary>
    public const string RollbackFailed = "rollback-failed";
}
