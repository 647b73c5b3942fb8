using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Governance;

/// <summary>
/// Runs steps through their life: requested, confirmed, started, completed. Whatever is missing on the way (a gate, a log that can be
/// written, an actor, a valid decision) ends the call before the body runs.
/// </summary>
public sealed class StepGovernor : IStepGovernor, IStepResumer
{
    private readonly GovernanceOptions _options;
    private readonly StepActReader _reader;
    private readonly StepHistory _history = new();
    private readonly Turns _turns = new();
    private readonly ApprovalLedger _approvals = new();
    private readonly StepRecorder _recorder;
    private readonly EscalationDesk _escalations;
    private readonly RequestDesk _requests;
    private readonly StepRunner _runner;
    private readonly RecordedSteps _steps;
    private readonly RollbackDesk _rollbacks;
    private readonly OpenRequests _openRequests;
    private readonly LogOpening _opening;
    private readonly StepJson _json;
    private readonly IActionLog _log;

    /// <summary>Makes a governor.</summary>
    /// <param name="log">The action log. One that cannot be read back (<see cref="IReadableActionLog"/>) remembers this process only.</param>
    /// <param name="gate">Who asks humans; without one, Medium and High steps are refused.</param>
    /// <param name="options">Settings; the defaults where null.</param>
    /// <param name="escalations">Who is told when a step needs a human.</param>
    /// <param name="services">The container from which recorded steps are taken up (resume, rollback).</param>
    /// <param name="logger">Where it is said when the action log fails.</param>
    public StepGovernor(
        IActionLog log, IConfirmationGate? gate = null, GovernanceOptions? options = null, IEnumerable<IEscalationChannel>? escalations = null,
        IServiceProvider? services = null, ILogger<StepGovernor>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        _log = log;
        _options = options ?? new GovernanceOptions();
        _json = new StepJson(_options.JsonTypeInfoResolver, Redaction.With(_options, log), _options.LongestValue);
        _reader = new StepActReader(_options, _json);
        _recorder = new StepRecorder(log, _history, _options);
        var hostLog = logger ?? (ILogger)NullLogger.Instance;
        _escalations = new EscalationDesk(_recorder, [.. escalations ?? []], hostLog);
        _steps = new RecordedSteps(_options.Steps, services, log as IReadableActionLog, _json);
        _requests = new RequestDesk(gate, _history, _recorder, _escalations, _options);
        _runner = new StepRunner(_recorder, _escalations, _steps, _json, _options);
        _rollbacks = new RollbackDesk(_history, _turns, _recorder, _escalations, _steps, _options);
        _openRequests = new OpenRequests(gate, _history, _turns, _recorder, _requests, _steps, hostLog);
        _opening = new LogOpening(log as IReadableActionLog, _history, _escalations, _steps);
    }

    /// <summary>
    /// Reads the log, and records and escalates every step that had started and whose outcome is not on record. The first call does it where
    /// nobody has before.
    /// </summary>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>A task that ends when it is done.</returns>
    public Task OpenAsync(CancellationToken cancellationToken = default) => _opening.OpenAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<StepOutcome<T>> RunAsync<TState, T>(StepCall<TState, T> call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentNullException.ThrowIfNull(call.Plan);
        using var activity = GovernanceTelemetry.Start(call.Plan.Step);
        var outcome = await GovernAsync(call, cancellationToken).ConfigureAwait(false);
        GovernanceTelemetry.End(activity, call.Plan.Step, outcome);
        return outcome;
    }

    /// <inheritdoc/>
    public async Task<StepApproval> RequireApprovalAsync(ConfirmationRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var act = _reader.Read(request);
        if (await WhyNotOpenAsync(cancellationToken).ConfigureAwait(false) is { } closed)
        {
            throw new StepRefusedException(act.Step.Id, "", closed);
        }

        using var turn = await _turns.TakeAsync(act.Identity, cancellationToken).ConfigureAwait(false);
        var standing = await _requests.ApproveOnlyAsync(act, cancellationToken).ConfigureAwait(false);
        return standing.Approval is { } approval ? _approvals.HandOut(approval, act) : throw Exception(act, standing);
    }

    /// <inheritdoc/>
    public async Task UseApprovalAsync(StepApproval approval, ConfirmationRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(approval);
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var act = _reader.Read(request);
        if ((act.Problem ?? _approvals.Use(approval, act, _recorder.Now)) is { } why)
        {
            throw Exception(act, await _requests.RefuseAsync(act, why).ConfigureAwait(false));
        }
    }

    /// <inheritdoc/>
    public async Task<StepOutcome> RollbackAsync(string requestId, string reason, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(requestId);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return await WhyNotOpenAsync(cancellationToken).ConfigureAwait(false) is { } closed
            ? StepOutcome.NotCompleted(StepStatus.Refused, "", requestId, closed)
            : await _rollbacks.RollBackAsync(requestId, reason, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> ResumeApprovedAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken).ConfigureAwait(false);
        return await _openRequests.ResumeDecidedAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<StepOutcome<T>> GovernAsync<TState, T>(StepCall<TState, T> call, CancellationToken cancellationToken)
    {
        var act = _reader.Read(call);
        _steps.Seen(call.Plan.Step);
        if (await WhyNotOpenAsync(cancellationToken).ConfigureAwait(false) is { } closed)
        {
            return StepOutcome<T>.NotCompleted(StepStatus.Refused, act.Step.Id, "", closed);
        }

        if (RunningStep.Current?.IsInside(act.Identity) == true)
        {
            var itself = await _requests.RefuseAsync(act, "it was called again, with the same key, from inside its own run.").ConfigureAwait(false);
            return Outcome<T>(act, itself);
        }

        // Low calls without a key are acts of their own; nothing can be on record for them unless they stand inside another step.
        using var turn = act.NeedsHuman || act.Facts.Key is not null || act.Parent is not null || _history.FindSame(act.Identity) is not null
            ? await _turns.TakeAsync(act.Identity, cancellationToken).ConfigureAwait(false)
            : null;
        var standing = await _requests.StandAsync(act, cancellationToken).ConfigureAwait(false);
        return standing.MayRun
            ? await _runner.RunAsync(call.Plan, call.State, act, standing, cancellationToken).ConfigureAwait(false)
            : standing.Status == StepStatus.Completed
                ? Recorded<T>(act, standing.Entry!)
                : Outcome<T>(act, standing);
    }

    private async Task<string?> WhyNotOpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await OpenAsync(cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return $"the action log cannot be read: {e.Message}";
        }
    }

    private StepOutcome<T> Recorded<T>(StepAct act, RequestEntry entry)
    {
        if (typeof(T) == typeof(NoResult))
        {
            return StepOutcome<T>.Completed(act.Step.Id, entry.RequestId, default!);
        }

        return entry.OutputDigest is { } digest && (_log as IReadableActionLog)?.ReadPayload(digest) is { } json
            && _json.TryReadBack<T>(json, out var value)
            ? StepOutcome<T>.Completed(act.Step.Id, entry.RequestId, value!)
            : throw new StepAlreadyCompletedException(act.Step.Id, entry.RequestId);
    }

    private static StepOutcome<T> Outcome<T>(StepAct act, Standing standing)
        => StepOutcome<T>.NotCompleted(standing.Status, act.Step.Id, standing.RequestId, standing.Reason, standing.Until);

    private static StepException Exception(StepAct act, Standing standing) => standing.Status switch
    {
        StepStatus.Pending => new StepPendingException(act.Step.Id, standing.RequestId, standing.Until ?? default),
        StepStatus.Denied => new StepDeniedException(act.Step.Id, standing.RequestId, standing.Reason),
        StepStatus.Expired => new StepExpiredException(act.Step.Id, standing.RequestId, standing.Reason),
        _ => new StepRefusedException(act.Step.Id, standing.RequestId, standing.Reason),
    };
}
