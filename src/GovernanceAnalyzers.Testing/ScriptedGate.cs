namespace Governance.Testing;

/// <summary>The harness' gate: requests wait until the test decides, or are decided by a rehearsal's recorded decisions.</summary>
internal sealed class ScriptedGate(TimeProvider clock) : IConfirmationGate, IDecidedRequests
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ConfirmationRequest> _pending = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ConfirmationDecision> _decided = new(StringComparer.Ordinal);
    private readonly List<RecordedDecision> _rehearsal = [];

    public IReadOnlyList<ConfirmationRequest> Pending
    {
        get
        {
            lock (_lock)
            {
                return [.. _pending.Values.OrderBy(r => r.RequestedAt)];
            }
        }
    }

    public void Rehearse(IEnumerable<RecordedDecision> decisions)
    {
        lock (_lock)
        {
            _rehearsal.AddRange(decisions);
        }
    }

    public ValueTask<ConfirmationDecision> RequestAsync(ConfirmationRequest request, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_decided.TryGetValue(request.RequestId, out var decision))
            {
                return new(decision);
            }

            if (Recorded(request) is { } recorded)
            {
                return new(_decided[request.RequestId] = Decision(request, recorded.Verdict, recorded.By, recorded.Reason));
            }

            _pending[request.RequestId] = request;
            return new(new ConfirmationDecision { RequestId = request.RequestId, Digest = request.Digest, ExpiresAt = request.ExpiresAt });
        }
    }

    public bool IsDecided(string requestId)
    {
        lock (_lock)
        {
            return _decided.ContainsKey(requestId);
        }
    }

    public void Decide(ConfirmationRequest request, ConfirmationVerdict verdict, string by, string? reason)
    {
        lock (_lock)
        {
            _pending.Remove(request.RequestId);
            _decided[request.RequestId] = Decision(request, verdict, by, reason);
        }
    }

    private RecordedDecision? Recorded(ConfirmationRequest request)
    {
        var ofStep = _rehearsal.Where(d => d.Step == request.Workflow + "/" + request.Step).ToList();
        return ofStep.LastOrDefault(d => d.Key is not null && d.Key == request.Key) ?? ofStep.LastOrDefault(d => d.Key is null);
    }

    private ConfirmationDecision Decision(ConfirmationRequest request, ConfirmationVerdict verdict, string by, string? reason) => new()
    {
        RequestId = request.RequestId, Digest = request.Digest, Verdict = verdict, Approver = by, Reason = reason,
        Assurance = ConfirmationAssurance.Recorded, DecidedAt = clock.GetUtcNow(), ExpiresAt = request.ExpiresAt, NotEvidence = true,
    };
}
