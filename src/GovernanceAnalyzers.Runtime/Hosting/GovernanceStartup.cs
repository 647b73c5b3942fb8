using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Governance;

/// <summary>Makes the governor before the host serves anything, so that what is missing stops the start and not the first High step.</summary>
internal sealed partial class GovernanceStartup(IServiceProvider services, ILogger<GovernanceStartup>? logger = null) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var governor = services.GetRequiredService<StepGovernor>();
        if (logger is not null && services.GetRequiredService<IActionLog>() is FileJournal { OpeningReport: { TornTailKeptAs: { } kept } } journal)
        {
            CutOff(logger, journal.Folder, kept);
        }

        await governor.OpenAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(5, LogLevel.Warning, "The journal in {Folder} ended in an unfinished record, which nobody was told was written. It was cut off and kept as {Kept}.")]
    private static partial void CutOff(ILogger logger, string folder, string kept);
}
