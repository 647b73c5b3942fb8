namespace Governance.Testing;

/// <summary>Captures what a person would have been told.</summary>
internal sealed class HarnessEscalations : IEscalationChannel
{
    private readonly Lock _lock = new();
    private readonly List<Escalation> _delivered = [];

    public IReadOnlyList<Escalation> Delivered
    {
        get
        {
            lock (_lock)
            {
                return [.. _delivered];
            }
        }
    }

    public ValueTask DeliverAsync(Escalation escalation, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _delivered.Add(escalation);
        }

        return default;
    }
}
