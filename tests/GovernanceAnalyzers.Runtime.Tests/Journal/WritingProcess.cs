using System.Diagnostics;

namespace Governance.Tests;

/// <summary>
/// A process of its own: writes to a journal until it is killed, and names each record that was acknowledged; or dies in the body of a step.
/// </summary>
internal static class WritingProcess
{
    public static async Task<int> Main(string[] args)
    {
        try
        {
            await using var journal = FileJournal.Open(args[0]);
            Console.WriteLine("open");
            if (args is [_, DieInBody])
            {
                var desk = new RefundDesk(
                    new StepGovernor(journal, new FakeGate(), new GovernanceOptions { Actor = "refund-desk", Authority = "ticket 4711" }),
                    new Ledger { On = (_, _) => Task.Run(Process.GetCurrentProcess().Kill) });
                await desk.IssueRefundAsync(GovernedDesk.Claim);
            }

            await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
            {
                for (var i = 0; ; i++)
                {
                    var id = $"R-{Environment.ProcessId}X{writer}X{i}";
                    await journal.AppendAsync(TestFolder.Record(id), default);
                    Console.WriteLine(id);
                }
            })));
            return 0;
        }
        catch (JournalException e)
        {
            Console.WriteLine(e.Message);
            return 2;
        }
    }

    public const string DieInBody = "die-in-body";

    public static Process Start(string folder, params string[] more) => Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(WritingProcess).Assembly.Location, folder, .. more])
    {
        RedirectStandardOutput = true, RedirectStandardError = true,
    })!;
}
