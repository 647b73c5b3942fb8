using Governance;

namespace Violations.GVN2011;

// Breaks GVN2011: A confirmation comes from a person, and a record is written. See docs/rules/GVN2011.md
public sealed class QuickGate : IConfirmationGate
{
    public ValueTask<ConfirmationDecision> RequestAsync(ConfirmationRequest request, CancellationToken cancellationToken)
        => new(new ConfirmationDecision { RequestId = request.RequestId, Digest = request.Digest, Verdict = ConfirmationVerdict.Approved, Approver = request.Actor });
}
