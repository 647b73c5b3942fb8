using Governance;
using Microsoft.Extensions.DependencyInjection;

namespace Shop.Refunds;

/// <summary>The desk as it is operated: people decide, at the console or through the inbox.</summary>
public static class DeskHost
{
    /// <summary>Works through the requests.</summary>
    /// <param name="files">What to read and where to write.</param>
    /// <param name="atConsole">Ask at the console; through the inbox otherwise.</param>
    /// <param name="count">How many lines of the request file to take.</param>
    /// <param name="output">Where it reports.</param>
    /// <returns>Whether the log is intact afterwards.</returns>
    public static async Task<bool> RunAsync(DeskFiles files, bool atConsole, int count, TextWriter output)
    {
        var (ledger, queues) = files.Open();
        DeskRun run;
        await using (var services = Services(files, ledger, queues, atConsole))
        {
            run = new DeskRun(services.GetRequiredService<RefundDesk>(), output);
            await run.RunAsync(RequestFile.Read(files.Requests).Take(count), CancellationToken.None);
        }

        run.WriteSummary(ledger, queues);
        var log = JournalVerifier.Verify(files.Governance);
        output.WriteLine($"log:    {log}");
        return log.IsIntact;
    }

    /// <summary>Undoes one request because the person at this account orders it.</summary>
    /// <param name="files">What to read and where to write.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="reason">Why.</param>
    public static async Task<StepOutcome> RollBackAsync(DeskFiles files, string requestId, string reason)
    {
        var (ledger, queues) = files.Open();
        await using var services = Services(files, ledger, queues, atConsole: false);
        using var person = AutomationContext.Begin(Environment.UserName, "order at the desk");
        return await services.GetRequiredService<IStepGovernor>().RollbackAsync(requestId, reason, CancellationToken.None);
    }

    private static ServiceProvider Services(DeskFiles files, FileLedger ledger, FolderQueues queues, bool atConsole)
        => new ServiceCollection()
            .AddSingleton<IPaymentLedger>(ledger)
            .AddSingleton<ICaseQueues>(queues)
            .AddGovernance(governance =>
            {
                governance.AddSteps<RefundDesk>().UseJournal(files.Governance).ActAs("refund-desk", Path.GetFileName(files.Requests));
                _ = atConsole ? governance.ConfirmAtConsole() : governance.ConfirmThroughInbox();
            })
            .BuildServiceProvider();
}
