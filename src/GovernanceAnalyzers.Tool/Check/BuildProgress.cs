using System.Diagnostics;
using GovernanceAnalyzers.Tool.Output;
using Spectre.Console;

namespace GovernanceAnalyzers.Tool.Check;

/// <summary>Says on a terminal that and what is being built; says nothing where nobody watches.</summary>
internal static class BuildProgress
{
    public static async Task<T> WatchAsync<T>(CheckTarget target, CheckFolder folder, Func<Task<T>> build)
    {
        if (Page.Progress() is not { } console)
        {
            return await build();
        }

        var elapsed = Stopwatch.StartNew();
        return await console.Status().Spinner(Spinner.Known.Dots).StartAsync(Text(target, folder, elapsed), async status =>
        {
            var running = build();
            while (!running.IsCompleted)
            {
                await Task.WhenAny(running, Task.Delay(250));
                status.Status(Text(target, folder, elapsed));
            }

            return await running;
        });
    }

    private static string Text(CheckTarget target, CheckFolder folder, Stopwatch elapsed)
    {
        var read = Directory.Exists(folder.Compilations) ? Directory.EnumerateFiles(folder.Compilations, "*.sarif").Count() : 0;
        var soFar = read == 0 ? "" : $", {read} compiled";
        return Markup.Escape(Printable.Line($"Building {target.Name} ({elapsed.Elapsed.TotalSeconds:0} s{soFar})"));
    }
}
