namespace Governance.Testing;

/// <summary>
/// A governor for tests and rehearsals: decisions come from the test, records are captured, time stands until it is moved. Every control is
/// the real one; only the human is scripted, and every record says so (<see cref="ActionRecord.NotEvidence"/>).
/// </summary>
/// <example>
/// <code>
/// await using var governance = new GovernanceHarness();
/// var desk = new RefundDesk(payments, governance.Governor);
/// Assert.True((await desk.IssueRefundAsync(request)).IsPending);
/// governance.Approve("refunds/issue-refund", by: "dana");
/// Assert.Equal("r-1", (await desk.IssueRefundAsync(request)).Value.Id);
/// </code>
/// </example>
public sealed class GovernanceHarness : IAsyncDisposable
{
    private readonly HarnessLog _log;
    private readonly ScriptedGate _gate;
    private readonly StepGovernor _governor;
    private readonly HarnessEscalations _escalations = new();

    /// <summary>Makes a harness.</summary>
    /// <param name="configure">Settings; an actor and an authority are set already, so that tests need no <see cref="AutomationContext"/>.</param>
    /// <param name="services">The container for steps that are resumed or rolled back from the log.</param>
    /// <param name="journal">A folder for a real journal, for a rehearsal that leaves a log; in memory where null.</param>
    public GovernanceHarness(Action<GovernanceOptions>? configure = null, IServiceProvider? services = null, string? journal = null)
    {
        var options = new GovernanceOptions
        {
            Actor = "harness", Authority = "test", LeastAssuranceForHigh = ConfirmationAssurance.Recorded, Rehearsal = true,
            TimeProvider = journal is null ? Clock : TimeProvider.System, RollbackOrderedBy = "harness-operator",
        };
        configure?.Invoke(options);
        options.Rehearsal = true;
        _gate = new ScriptedGate(options.TimeProvider);
        _log = new HarnessLog(journal is null ? new MemoryActionLog() : FileJournal.Open(journal, options.TimeProvider));
        _governor = new StepGovernor(_log, _gate, options, [_escalations], services);
    }

    /// <summary>The governor to hand to workflows.</summary>
    public IStepGovernor Governor => _governor;

    /// <summary>Takes up decided requests as a host does.</summary>
    public IStepResumer Resumer => _governor;

    /// <summary>The clock, unless the settings name another one or a real journal is written, which tells the real time.</summary>
    public HarnessClock Clock { get; } = new();

    /// <summary>Everything that was recorded, in order.</summary>
    public IReadOnlyList<ActionRecord> Records => _log.Records;

    /// <summary>What was escalated, in order.</summary>
    public IReadOnlyList<Escalation> Escalations => _escalations.Delivered;

    /// <summary>The requests that wait for a decision, oldest first.</summary>
    public IReadOnlyList<ConfirmationRequest> Pending => _gate.Pending;

    /// <summary>Puts the generated decorator of an interface with steps round an implementation, as <c>AddGoverned</c> does in a container.</summary>
    /// <typeparam name="TInterface">The interface, marked <see cref="GovernedWorkflowAttribute"/> and not generic.</typeparam>
    /// <param name="implementation">The implementation under test, or a double.</param>
    /// <returns>What callers are given: every step goes through this harness.</returns>
    /// <exception cref="InvalidOperationException">The interface has no generated decorator, or is generic: make it by hand then.</exception>
    public TInterface Govern<TInterface>(TInterface implementation)
        where TInterface : class
    {
        ArgumentNullException.ThrowIfNull(implementation);
        return (TInterface)GovernedRegistration.Decorate(typeof(TInterface), implementation, Governor);
    }

    /// <summary>Approves the oldest waiting request of a step.</summary>
    /// <param name="step">The step as <c>workflow/step</c>, or the id of one request.</param>
    /// <param name="by">Who approves; the real rules hold, so not the requester of a High step.</param>
    /// <param name="reason">Why.</param>
    /// <returns>The request.</returns>
    /// <exception cref="InvalidOperationException">Nothing of this step waits.</exception>
    public ConfirmationRequest Approve(string step, string by, string? reason = null) => Decide(step, ConfirmationVerdict.Approved, by, reason);

    /// <summary>Denies the oldest waiting request of a step.</summary>
    /// <param name="step">The step as <c>workflow/step</c>, or the id of one request.</param>
    /// <param name="by">Who denies.</param>
    /// <param name="reason">Why.</param>
    /// <returns>The request.</returns>
    /// <exception cref="InvalidOperationException">Nothing of this step waits.</exception>
    public ConfirmationRequest Deny(string step, string by, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return Decide(step, ConfirmationVerdict.Denied, by, reason);
    }

    /// <summary>Gives decisions in advance, so that a rehearsal runs unattended.</summary>
    /// <param name="decisions">The decisions; the last one that fits a request counts, one with the request's key before one without.</param>
    public void Rehearse(params IEnumerable<RecordedDecision> decisions)
    {
        var all = decisions.ToList();
        all.ForEach(RecordedDecision.MustDecide);
        _gate.Rehearse(all);
    }

    /// <summary>Ends the harness and closes its journal.</summary>
    /// <returns>A task that ends when everything is closed.</returns>
    public ValueTask DisposeAsync() => _log.DisposeAsync();

    private ConfirmationRequest Decide(string step, ConfirmationVerdict verdict, string by, string? reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        var pending = Pending;
        var request = pending.FirstOrDefault(r => r.Workflow + "/" + r.Step == step || r.RequestId == step) ?? throw new InvalidOperationException(
            $"No request of {step} waits for a decision. "
            + (pending.Count == 0 ? "Nothing waits." : "Waiting: " + string.Join(", ", pending.Select(r => r.Workflow + "/" + r.Step)) + "."));
        _gate.Decide(request, verdict, by, reason);
        return request;
    }
}
