using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Governance;

/// <summary>What is governed, where it is recorded, and who is asked.</summary>
public sealed class GovernanceBuilder
{
    private readonly List<Type> _workflows = [];
    private readonly List<Func<IServiceProvider, IEscalationChannel>> _escalations = [];
    private readonly List<Action<GovernanceOptions>> _settings = [];

    internal GovernanceBuilder(IServiceCollection services) => Services = services;

    /// <summary>The container.</summary>
    public IServiceCollection Services { get; }

    internal IReadOnlyList<Type> Workflows => _workflows;

    internal IReadOnlyList<Func<IServiceProvider, IEscalationChannel>> Escalations => _escalations;

    internal IReadOnlyList<Action<GovernanceOptions>> Settings => _settings;

    internal string? JournalFolder { get; private set; }

    internal Func<IServiceProvider, TimeProvider, IActionLog>? Log { get; private set; }

    internal Func<IServiceProvider, TimeProvider, IConfirmationGate>? Gate { get; private set; }

    internal bool NeedsFolderForInbox { get; private set; }

    internal TimeSpan ResumePause { get; private set; }

    /// <summary>
    /// Registers a workflow's steps, so that they can be resumed and undone from the log, and the workflow itself as a service. What is registered with
    /// <c>AddGoverned</c> is registered here, too.
    /// </summary>
    /// <typeparam name="TWorkflow">The class or interface marked <see cref="GovernedWorkflowAttribute"/>; an interface is not made a service by it.</typeparam>
    /// <returns>This builder.</returns>
    public GovernanceBuilder AddSteps<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TWorkflow>()
        where TWorkflow : class
    {
        if (!typeof(TWorkflow).IsInterface)
        {
            Services.TryAddTransient<TWorkflow>();
        }

        return AddSteps(typeof(TWorkflow));
    }

    /// <summary>Registers a workflow's steps; the way for a static class, which is no service.</summary>
    /// <param name="workflow">The class or interface marked <see cref="GovernedWorkflowAttribute"/>.</param>
    /// <returns>This builder.</returns>
    public GovernanceBuilder AddSteps(Type workflow)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        if (!_workflows.Contains(workflow))
        {
            _workflows.Add(workflow);
        }

        return this;
    }

    /// <summary>Records in a journal: see <see cref="FileJournal"/>.</summary>
    /// <param name="folder">The folder, absolute or relative to the current directory.</param>
    /// <returns>This builder.</returns>
    public GovernanceBuilder UseJournal(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        JournalFolder = folder;
        return SetLog((_, clock) => FileJournal.Open(folder, clock));
    }

    /// <summary>Records in a log of your own.</summary>
    /// <param name="log">Makes the log; it should be an <see cref="IReadableActionLog"/>, or the governor forgets what earlier processes did.</param>
    /// <returns>This builder.</returns>
    public GovernanceBuilder UseLog(Func<IServiceProvider, IActionLog> log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return SetLog((services, _) => log(services));
    }

    /// <summary>Asks through files, answered with <c>governance confirm</c>: see <see cref="FolderInbox"/>.</summary>
    /// <param name="folder">The governance folder; the journal's where left out.</param>
    /// <returns>This builder.</returns>
    public GovernanceBuilder ConfirmThroughInbox(string? folder = null)
    {
        NeedsFolderForInbox = folder is null;
        return SetGate((_, clock) => new FolderInbox(folder ?? JournalFolder!, clock));
    }

    /// <summary>Asks at the console: see <see cref="ConsoleConfirmationGate"/>.</summary>
    /// <returns>This builder.</returns>
    public GovernanceBuilder ConfirmAtConsole() => SetGate((_, clock) => new ConsoleConfirmationGate(clock));

    /// <summary>Asks through a gate of your own.</summary>
    /// <param name="gate">Makes the gate.</param>
    /// <returns>This builder.</returns>
    public GovernanceBuilder ConfirmThrough(Func<IServiceProvider, IConfirmationGate> gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return SetGate((services, _) => gate(services));
    }

    /// <summary>Tells people through this channel when a step needs one. Without any, the host's log is told.</summary>
    /// <param name="channel">Makes the channel.</param>
    /// <returns>This builder.</returns>
    public GovernanceBuilder EscalateThrough(Func<IServiceProvider, IEscalationChannel> channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        _escalations.Add(channel);
        return this;
    }

    /// <summary>Who acts, and on what authority, where no <see cref="AutomationContext"/> says it.</summary>
    /// <param name="actor">The automation.</param>
    /// <param name="authority">What it was allowed to act on: a ticket, a job, a mandate.</param>
    /// <param name="onBehalfOf">The person it acts for, where there is one.</param>
    /// <returns>This builder.</returns>
    public GovernanceBuilder ActAs(string actor, string authority, string? onBehalfOf = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(authority);
        return Configure(o => (o.Actor, o.Authority, o.OnBehalfOf) = (actor, authority, onBehalfOf));
    }

    /// <summary>Changes settings.</summary>
    /// <param name="settings">What to change.</param>
    /// <returns>This builder.</returns>
    public GovernanceBuilder Configure(Action<GovernanceOptions> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings.Add(settings);
        return this;
    }

    /// <summary>Takes up decided requests by itself, for hosts whose callers do not come back: see <see cref="IStepResumer"/>.</summary>
    /// <param name="pause">The pause between two looks.</param>
    /// <returns>This builder.</returns>
    public GovernanceBuilder ResumeApprovedEvery(TimeSpan pause)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(pause, TimeSpan.Zero);
        ResumePause = pause;
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ResumeLoop>());
        return this;
    }

    private GovernanceBuilder SetLog(Func<IServiceProvider, TimeProvider, IActionLog> log)
    {
        Log = Log is null ? log : throw new InvalidOperationException("There is one action log: call UseJournal or UseLog once.");
        return this;
    }

    private GovernanceBuilder SetGate(Func<IServiceProvider, TimeProvider, IConfirmationGate> gate)
    {
        Gate = Gate is null
            ? gate
            : throw new InvalidOperationException("There is one way to ask: call ConfirmThroughInbox, ConfirmAtConsole or ConfirmThrough once.");
        return this;
    }
}
