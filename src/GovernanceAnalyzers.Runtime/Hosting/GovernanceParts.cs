using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Governance;

/// <summary>Checks what was configured and makes the parts; the container keeps and disposes them.</summary>
internal sealed class GovernanceParts : IAsyncDisposable, IDisposable
{
    public GovernanceParts(GovernanceBuilder builder, IServiceProvider services)
    {
        var options = new GovernanceOptions();
        if (services.GetService<TimeProvider>() is { } clock)
        {
            options.TimeProvider = clock;
        }

        foreach (var setting in builder.Settings)
        {
            setting(options);
        }

        var problems = GovernanceCheck.Problems(builder, options);
        if (problems.Count > 0)
        {
            throw new GovernanceConfigurationException(problems);
        }

        // The gate first: one that cannot start must not leave a journal open behind it.
        var gate = builder.Gate?.Invoke(services, options.TimeProvider);
        Log = builder.Log!(services, options.TimeProvider);
        var channels = builder.Escalations.Select(make => make(services)).ToList();
        if (channels.Count == 0)
        {
            channels.Add(services.GetService<ILoggerFactory>() is { } loggers
                ? new LoggedEscalation(loggers.CreateLogger<LoggedEscalation>())
                : new ConsoleEscalation());
        }

        Governor = new StepGovernor(Log, gate, options, channels, services, services.GetService<ILogger<StepGovernor>>());
    }

    public IActionLog Log { get; }

    public StepGovernor Governor { get; }

    public async ValueTask DisposeAsync()
    {
        if (Log is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            (Log as IDisposable)?.Dispose();
        }
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
