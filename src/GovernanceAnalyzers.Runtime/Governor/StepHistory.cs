namespace Governance;

/// <summary>What the log says about requests, kept where a call finds it at once.</summary>
internal sealed class StepHistory
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, RequestEntry> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RequestEntry> _byIdentity = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<RequestEntry>> _byParent = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RequestEntry> _denied = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _waiting = new(StringComparer.Ordinal);

    public void Load(IEnumerable<LoggedAction> actions)
    {
        lock (_lock)
        {
            _byId.Clear();
            _byIdentity.Clear();
            _byParent.Clear();
            _denied.Clear();
            _waiting.Clear();
            foreach (var action in actions)
            {
                Apply(action.Record, action.InputDigest, action.OutputDigest);
            }
        }
    }

    public void Apply(ActionRecord record, string? inputDigest, string? outputDigest)
    {
        lock (_lock)
        {
            var entry = _byId.GetValueOrDefault(record.RequestId) ?? Add(record, inputDigest);
            if (entry is null)
            {
                return;
            }

            var waited = entry.State == ActionStates.Requested;
            entry.Apply(record, outputDigest);
            Count(entry, (entry.State == ActionStates.Requested ? 1 : 0) - (waited ? 1 : 0));
            if (entry.State == ActionStates.Denied)
            {
                _denied[DenialOf(entry.Facts.StepId, entry.InputDigest)] = entry;
            }
        }
    }

    public RequestEntry? Find(string requestId)
    {
        lock (_lock)
        {
            return _byId.GetValueOrDefault(requestId);
        }
    }

    public RequestEntry? FindSame(string identity)
    {
        lock (_lock)
        {
            return _byIdentity.GetValueOrDefault(identity);
        }
    }

    /// <summary>The first request of an earlier run of the enclosing step for the same call that this run has not met yet.</summary>
    public RequestEntry? FindInner(RunningStep parent, string stepId, string inputDigest)
    {
        lock (_lock)
        {
            return _byParent.GetValueOrDefault(parent.RequestId)?.FirstOrDefault(entry => entry.Facts.Key is null
                && entry.Facts.StepId == stepId && entry.InputDigest == inputDigest
                && entry.State is not (ActionStates.Expired or ActionStates.Refused) && parent.Claim(entry.RequestId));
        }
    }

    public RequestEntry? FindDenial(string stepId, string inputDigest)
    {
        lock (_lock)
        {
            return _denied.GetValueOrDefault(DenialOf(stepId, inputDigest)) is { State: ActionStates.Denied } entry ? entry : null;
        }
    }

    /// <summary>Takes a place among the waiting requests of an actor and step; false where all are taken. Give it back with the request's record.</summary>
    public bool TryReserve(RequestFacts facts, int most)
    {
        lock (_lock)
        {
            var count = _waiting.GetValueOrDefault(Waiter(facts));
            if (count >= most)
            {
                return false;
            }

            _waiting[Waiter(facts)] = count + 1;
            return true;
        }
    }

    public void GiveBack(RequestFacts facts)
    {
        lock (_lock)
        {
            _waiting[Waiter(facts)]--;
        }
    }

    public IReadOnlyList<RequestEntry> Where(Func<RequestEntry, bool> condition)
    {
        lock (_lock)
        {
            return [.. _byId.Values.Where(condition)];
        }
    }

    public bool IsKnown(string requestId)
    {
        lock (_lock)
        {
            return _byId.ContainsKey(requestId);
        }
    }

    private RequestEntry? Add(ActionRecord record, string? inputDigest)
    {
        // A call that was refused before it became a request is not found again, nor is a Low call that nothing can refer to.
        var isRequest = record.State is ActionStates.Requested or ActionStates.Suspended
            || (record.State is ActionStates.Completed or ActionStates.Failed or ActionStates.Abandoned && (record.Key is not null || record.ParentRequestId is not null));
        if (!isRequest)
        {
            return null;
        }

        var facts = RequestFacts.Of(record);
        var before = facts.Key is null ? null : _byIdentity.GetValueOrDefault(facts.Identity(""));
        var entry = new RequestEntry(record.RequestId, facts, inputDigest ?? "", record.Time, before);
        _byId[entry.RequestId] = entry;
        _byIdentity[entry.Identity] = entry;
        if (entry.Facts.ParentRequestId is { } parent)
        {
            if (!_byParent.TryGetValue(parent, out var inner))
            {
                _byParent[parent] = inner = [];
            }

            inner.Add(entry);
        }

        return entry;
    }

    private void Count(RequestEntry entry, int change)
    {
        if (change != 0)
        {
            _waiting[Waiter(entry.Facts)] = _waiting.GetValueOrDefault(Waiter(entry.Facts)) + change;
        }
    }

    private static string Waiter(RequestFacts facts) => facts.StepId + "\n" + facts.Actor;

    private static string DenialOf(string stepId, string inputDigest) => stepId + "\n" + inputDigest;
}
