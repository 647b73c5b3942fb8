using System.Diagnostics;

namespace Governance.Tests;

/// <summary>A process that writes to a journal until it is killed, and names each record that was acknowledged.</summary>
internal static class WritingProcess
{
    public static async Task<int> Main(string[] args)
    {
        try
        {
            await using var journal = FileJournal.Open(args[0]);
            Console.WriteLine("open");
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

    public static Process Start(string folder) => Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList = { "exec", typeof(WritingProcess).Assembly.Location, folder }, RedirectStandardOutput = true, RedirectStandardError = true,
    })!;
}
