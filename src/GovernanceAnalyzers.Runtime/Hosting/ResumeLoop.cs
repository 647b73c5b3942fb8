using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Governance;

/// <summary>Looks for decided requests again and again, and takes them up.</summary>
internal sealed partial class ResumeLoop(IServiceProvider services, GovernanceBuilder builder, ILogger<ResumeLoop>? logger = null) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var resumer = services.GetRequiredService<IStepResumer>();
        using var timer = new PeriodicTimer(builder.ResumePause, services.GetService<TimeProvider>() ?? TimeProvider.System);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await resumer.ResumeApprovedAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                if (logger is not null)
                {
                    Failed(logger, e);
                }
            }
        }
    }

    [LoggerMessage(6, LogLevel.Error, "Decided requests could not be taken up; the next look follows.")]
    private static partial void Failed(ILogger logger, Exception e);
}
