using System.Diagnostics;

namespace GovernanceAnalyzers.Mutation;

/// <summary>This program once more, as a <see cref="Worker"/>.</summary>
internal sealed class WorkerProcess(IReadOnlyList<string> arguments) : IDisposable
{
    private Process? _process;

    public Verdict Try(int mutant)
    {
        if (_process is not { HasExited: false })
        {
            _process?.Dispose();
            _process = Start();
        }

        _process.StandardInput.WriteLine(mutant);
        if (_process.StandardOutput.ReadLine() is not { } answer)
        {
            // Until it has ended it would be handed the next mutant, and could not take it.
            _process.WaitForExit();
            return new(mutant, Outcome.Killed, "(the process ended)");
        }

        var verdict = Verdict.Parse(answer);
        if (verdict.By.EndsWith(Worker.Endless, StringComparison.Ordinal))
        {
            // It is about to end itself, and must not take the next mutant with it.
            _process.WaitForExit();
        }

        return verdict;
    }

    public void Dispose()
    {
        _process?.StandardInput.Close();
        _process?.WaitForExit();
        _process?.Dispose();
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        return Process.Start(start)!;
    }
}
