namespace Governance;

/// <summary>Reads the log once, and brings before a person what an earlier process left in doubt.</summary>
internal sealed class LogOpening(IReadableActionLog? log, StepHistory history, EscalationDesk escalations, RecordedSteps steps)
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile bool _open;

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (_open)
        {
            return;
        }

        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_open && log is not null)
            {
                history.Load(log.ReadAll());
                foreach (var entry in history.Where(e => e.State is ActionStates.Started or ActionStates.RollbackOrdered))
                {
                    await DoubtAsync(entry).ConfigureAwait(false);
                }
            }

            _open = true;
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task DoubtAsync(RequestEntry entry)
    {
        var step = steps.Step(entry.Facts.StepId);
        var undoing = entry.State == ActionStates.RollbackOrdered;
        var reason = (undoing ? "its rollback" : "it") + " had started when the process ended, and how it ended is not on record.";
        await escalations.RecordAsync(entry.Facts, entry.RequestId, ActionStates.InDoubt, new() { Reason = reason }).ConfigureAwait(false);
        await escalations.EscalateAsync(step, entry.Facts, entry.RequestId, ActionStates.InDoubt,
            $"{entry.Facts.StepId} is in doubt: {reason} Find out what was done; it is not tried again. {StepRunner.HowToUndo(step, entry.RequestId)}")
            .ConfigureAwait(false);
    }
}
