using System;

namespace Governance;

/// <summary>
/// Proof that a human approved one exact request. Only the governor makes one, after it has verified the decision; a method that demands
/// it as a parameter cannot be called without it, and hands it to <see cref="IStepGovernor.UseApprovalAsync"/> before it acts: the approval is good
/// once, for this request and no other.
/// </summary>
/// <remarks>The governor knows its approvals by the object. One that was made by other means has no effect (GVN2015).</remarks>
public sealed class StepApproval
{
    internal StepApproval(string requestId, string digest, string approver, ConfirmationAssurance assurance, DateTimeOffset expiresAt)
    {
        RequestId = requestId;
        Digest = digest;
        Approver = approver;
        Assurance = assurance;
        ExpiresAt = expiresAt;
    }

    /// <summary>The approved request.</summary>
    public string RequestId { get; }

    /// <summary>The digest of the approved request.</summary>
    public string Digest { get; }

    /// <summary>Who approved.</summary>
    public string Approver { get; }

    /// <summary>How surely the approver is known.</summary>
    public ConfirmationAssurance Assurance { get; }

    /// <summary>When the approval ends.</summary>
    public DateTimeOffset ExpiresAt { get; }
}
