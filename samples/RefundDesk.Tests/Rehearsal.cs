using Governance;
using Governance.Testing;

namespace Shop.Refunds.Tests;

/// <summary>The whole desk without a person: decisions come from a file, and every record of the log says that it is no evidence.</summary>
public static class Rehearsal
{
    /// <summary>The refund that is undone in the end, so that the way back is rehearsed, too.</summary>
    private const string UndoneCase = "C-5235";

    /// <summary>Runs it.</summary>
    /// <param name="files">What to read, and an empty place to write to.</param>
    /// <param name="output">Where it reports.</param>
    /// <param name="cancellationToken">Stops between two requests.</param>
    /// <returns>The run, and what was found in the log afterwards.</returns>
    public static async Task<(DeskRun Run, JournalReport Log)> RunAsync(
        DeskFiles files, TextWriter output, CancellationToken cancellationToken)
    {
        var (ledger, queues) = files.Open();
        DeskRun run;
        await using (var governance = new GovernanceHarness(
            options => (options.Actor, options.Authority) = ("refund-desk", Path.GetFileName(files.Requests)), journal: files.Governance))
        {
            governance.Rehearse(RecordedDecision.ReadFile(files.Decisions));
            run = new DeskRun(new RefundDesk(ledger, queues, governance.Governor), output);
            await run.RunAsync(RequestFile.Read(files.Requests), cancellationToken);

            using (AutomationContext.Begin("dana", "rehearsal"))
            {
                var undone = await governance.Governor.RollbackAsync(
                    run.RequestIds[UndoneCase], "the customer keeps the goods after all", cancellationToken);
                output.WriteLine($"{UndoneCase,-9} rollback   {undone.Status.ToString().ToLowerInvariant()}");
            }
        }

        var log = JournalVerifier.Verify(files.Governance);
        run.WriteSummary(ledger, queues);
        output.WriteLine($"log:    {log}");
        return (run, log);
    }
}
