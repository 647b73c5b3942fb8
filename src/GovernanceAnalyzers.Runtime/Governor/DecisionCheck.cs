namespace Governance;

/// <summary>Whether a decision is a valid approval of a request. Pure: what it refuses, no gate can get past.</summary>
internal static class DecisionCheck
{
    /// <summary>What is wrong with the decision, whatever its verdict; null where it is about this request.</summary>
    public static string? WrongRequest(ConfirmationRequest request, ConfirmationDecision decision)
        => decision.RequestId != request.RequestId ? $"the decision is for request {decision.RequestId}, not for {request.RequestId}."
            : decision.Digest != request.Digest ? "the decision was given for other arguments or another declaration (its digest does not fit)."
            : null;

    /// <summary>Why the decision does not approve the request; null where it does.</summary>
    public static string? WhyNotApproved(
        ConfirmationRequest request, ConfirmationDecision decision, RequestFacts caller, ConfirmationAssurance leastForHigh, DateTimeOffset now)
    {
        if (WrongRequest(request, decision) is { } wrong)
        {
            return wrong;
        }

        if (string.IsNullOrWhiteSpace(decision.Approver))
        {
            return "the decision names no approver.";
        }

        if (now >= decision.ExpiresAt || now >= request.ExpiresAt || decision.DecidedAt > request.ExpiresAt)
        {
            return "the decision has expired.";
        }

        return request.Tier == RiskTier.High ? WhyNotHigh(request, decision, caller, leastForHigh) : null;
    }

    /// <summary>Whether two names mean one person: <c>CORP\dana</c> and <c>dana@corp.example</c> are <c>dana</c> where the other gives no domain.</summary>
    public static bool IsSamePerson(string? one, string? other)
    {
        if (string.IsNullOrWhiteSpace(one) || string.IsNullOrWhiteSpace(other))
        {
            return false;
        }

        var (a, b) = (one.Trim(), other.Trim());
        return string.Equals(a, b, StringComparison.OrdinalIgnoreCase)
            || ((!HasDomain(a) || !HasDomain(b)) && string.Equals(Account(a), Account(b), StringComparison.OrdinalIgnoreCase));
    }

    private static string? WhyNotHigh(
        ConfirmationRequest request, ConfirmationDecision decision, RequestFacts caller, ConfirmationAssurance leastForHigh)
    {
        // Also whoever takes the request up now: approving one's own call under somebody else's request is approving one's own call.
        var own = new[] { request.Actor, request.OnBehalfOf, caller.Actor, caller.OnBehalfOf };
        return own.Any(name => IsSamePerson(decision.Approver, name))
            ? $"'{decision.Approver}' asked for it and may not approve it: a High step needs another person."
            : decision.Assurance < leastForHigh
                ? $"the approver is known only by '{JournalRecord.AssuranceWord(decision.Assurance)}'; "
                  + $"a High step needs '{JournalRecord.AssuranceWord(leastForHigh)}'."
                : null;
    }

    private static bool HasDomain(string name) => name.Contains('\\', StringComparison.Ordinal) || name.Contains('@', StringComparison.Ordinal);

    private static string Account(string name) => name[(name.LastIndexOf('\\') + 1)..].Split('@')[0];
}
