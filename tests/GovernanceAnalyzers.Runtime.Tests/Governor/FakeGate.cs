namespace Governance.Tests;

/// <summary>A gate that answers as the test says; approves as dana where it says nothing.</summary>
internal sealed class FakeGate : IConfirmationGate
{
    public Func<ConfirmationRequest, ConfirmationDecision?> Answer { get; set; } = r => Decision(r);

    public List<ConfirmationRequest> Asked { get; } = [];

    public ValueTask<ConfirmationDecision> RequestAsync(ConfirmationRequest request, CancellationToken cancellationToken)
    {
        Asked.Add(request);
        return new(Answer(request)!);
    }

    public static ConfirmationDecision Decision(
        ConfirmationRequest request, ConfirmationVerdict verdict = ConfirmationVerdict.Approved, string by = "dana", string? id = null,
        string? digest = null, DateTimeOffset? expires = null, ConfirmationAssurance assurance = ConfirmationAssurance.OsAccount, string? reason = null)
        => new()
        {
            RequestId = id ?? request.RequestId, Digest = digest ?? request.Digest, Verdict = verdict, Approver = by, Assurance = assurance,
            DecidedAt = request.RequestedAt, ExpiresAt = expires ?? request.ExpiresAt, Reason = reason,
        };
}
