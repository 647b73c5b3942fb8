namespace Governance;

/// <summary>Runs a body that may run, and records how it began and ended.</summary>
internal sealed class StepRunner(
    StepRecorder recorder, EscalationDesk escalations, RecordedSteps steps, StepJson json, GovernanceOptions options)
{
    public async Task<StepOutcome<T>> RunAsync<TState, T>(
        StepPlan<TState, T> plan, TState state, StepAct act, Standing standing, CancellationToken cancellationToken)
    {
        var (step, id) = (plan.Step, standing.RequestId);
        if (act.NeedsHuman)
        {
            // A caller that keeps the argument can change it while the human decides; the yes was for what was shown.
            if (InputDigestNow(plan, state) != act.InputDigest)
            {
                const string changed = "an argument was changed after it had been shown to the human.";
                await escalations.RecordAsync(act.Facts, id, ActionStates.Refused, new() { Reason = changed }).ConfigureAwait(false);
                await escalations.EscalateAsync(step, act.Facts, id, ActionStates.Refused, $"{step.Id} was refused: {changed}").ConfigureAwait(false);
                return StepOutcome<T>.NotCompleted(StepStatus.Refused, step.Id, id, changed);
            }

            try
            {
                await recorder.AppendAsync(act.Facts, id, ActionStates.Started,
                    new() { Approver = standing.Approval?.Approver, Assurance = standing.Approval?.Assurance }, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                var why = $"the action log cannot be written: {e.Message}";
                await escalations.EscalateAsync(step, act.Facts, id, ActionStates.Refused, $"{step.Id} was refused: {why}").ConfigureAwait(false);
                return StepOutcome<T>.NotCompleted(StepStatus.Refused, step.Id, id, why);
            }
        }

        var run = new StepRun(step, id, act.Facts.Key ?? id, standing.Approval);
        var began = options.TimeProvider.GetTimestamp();
        T value;
        try
        {
            value = await InsideAsync(plan, state, act, run, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (PendingInside(e) is { } pending)
        {
            return await SuspendAsync<T>(act, id, pending).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            steps.Keep(plan, state, default, id);
            await FailAsync(act, id, e, plan.Reached is { } reached ? json.Write(reached(state), out _) : null, Elapsed(began)).ConfigureAwait(false);
            if (e is OperationCanceledException && cancellationToken.IsCancellationRequested)
            {
                throw;
            }

            return StepOutcome<T>.NotCompleted(StepStatus.Failed, step.Id, id, Error(e), failure: e);
        }

        steps.Keep(plan, state, new StepResult<T>(value), id);
        return await CompleteAsync(act, id, value, Elapsed(began)).ConfigureAwait(false);
    }

    private string InputDigestNow<TState, T>(StepPlan<TState, T> plan, TState state)
    {
        var arguments = new ArgumentCollector(json);
        plan.WriteArguments(state, arguments);
        return CanonicalJson.Digest(ArgumentCollector.ToJson(arguments.Arguments));
    }

    private static async Task<T> InsideAsync<TState, T>(
        StepPlan<TState, T> plan, TState state, StepAct act, StepRun run, CancellationToken cancellationToken)
    {
        // Set in an async method, so that it ends with it.
        RunningStep.Current = new RunningStep(run.RequestId, act.Identity, act.Parent);
        return await plan.Body(state, run, cancellationToken).ConfigureAwait(false);
    }

    private async Task<StepOutcome<T>> CompleteAsync<T>(StepAct act, string id, T value, double latency)
    {
        string? problem = null;
        var output = typeof(T) == typeof(NoResult) ? null : json.Write(value, out problem);
        var abandoned = value is StreamedItems { Abandoned: true };
        try
        {
            await recorder.AppendAsync(act.Facts, id, abandoned ? ActionStates.Abandoned : ActionStates.Completed,
                new() { Input = InputOf(act), Output = output, LatencyMs = latency, Reason = Joined(act.Unwritten, abandoned ? "its reader left before the end." : problem) })
                .ConfigureAwait(false);
            return StepOutcome<T>.Completed(act.Step.Id, id, value);
        }
        catch (Exception e)
        {
            var message = $"{act.Step.Id} ran, but that it completed is not on record: {e.Message}";
            await escalations.EscalateAsync(act.Step, act.Facts, id, ActionStates.InDoubt, message).ConfigureAwait(false);
            return StepOutcome<T>.NotCompleted(StepStatus.Failed, act.Step.Id, id, message, failure: e);
        }
    }

    private async Task<StepOutcome<T>> SuspendAsync<T>(StepAct act, string id, StepPendingException pending)
    {
        var reason = $"waits for {pending.Step}, request {pending.RequestId}.";
        await escalations.RecordAsync(act.Facts, id, ActionStates.Suspended, new() { Input = InputOf(act), Reason = Joined(act.Unwritten, reason) })
            .ConfigureAwait(false);
        return StepOutcome<T>.NotCompleted(StepStatus.Pending, act.Step.Id, pending.RequestId, reason, pending.Until);
    }

    private async Task FailAsync(StepAct act, string id, Exception e, string? reached, double latency)
    {
        await escalations.RecordAsync(act.Facts, id, ActionStates.Failed,
            new() { Input = InputOf(act), Output = reached, Error = Error(e), LatencyMs = latency, Reason = act.Unwritten }).ConfigureAwait(false);
        if (act.NeedsHuman || act.Step.EscalateTo is not null)
        {
            await escalations.EscalateAsync(act.Step, act.Facts, id, ActionStates.Failed,
                $"{act.Step.Id} failed after it had started, so part of it may be done: {Error(e)}. {HowToUndo(act.Step, id)}").ConfigureAwait(false);
        }
    }

    /// <summary>What the one who is told can do.</summary>
    public static string HowToUndo(StepDescriptor? step, string id) => step switch
    {
        { Rollback: not null } => $"To undo it a person orders: IStepGovernor.RollbackAsync(\"{id}\", \"<why>\").",
        { Irreversible: { } why } => $"It cannot be undone: {why}",
        _ => "It has no rollback handler.",
    };

    public static string Error(Exception e) => $"{e.GetType().Name}: {DisplayText.Clean(e.Message, 1000)}";

    private static string? Joined(string? one, string? other) => one is null || other is null ? one ?? other : $"{one}; {other}";

    // A request's arguments are on record since it was requested; a Low call has only this record.
    private static string? InputOf(StepAct act) => act.NeedsHuman ? null : act.Input;

    private double Elapsed(long began) => Math.Round(options.TimeProvider.GetElapsedTime(began).TotalMilliseconds, 3);

    private static StepPendingException? PendingInside(Exception e) => e switch
    {
        StepPendingException pending => pending,
        AggregateException many => many.InnerExceptions.Select(PendingInside).FirstOrDefault(p => p is not null),
        { InnerException: { } inner } => PendingInside(inner),
        _ => null,
    };
}
