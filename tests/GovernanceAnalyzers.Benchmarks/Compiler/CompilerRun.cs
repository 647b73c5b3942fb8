using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GovernanceAnalyzers.Benchmarks.Compiler;

/// <summary>One run of the compiler, in a process of its own or in a server.</summary>
/// <param name="Clock">By the clock.</param>
/// <param name="Processor">Processor time, of the server with it.</param>
/// <param name="Analyzers">What the compiler itself counts for all analyzers together (<c>/reportanalyzer</c>).</param>
internal sealed partial record CompilerRun(TimeSpan Clock, TimeSpan Processor, TimeSpan Analyzers)
{
    /// <exception cref="InvalidOperationException">The compiler reports an error, for then it may have left something out.</exception>
    public static CompilerRun Of(string responseFile, CompilerServer? server = null)
    {
        var before = Children() + (server?.Processor ?? TimeSpan.Zero);
        var clock = Stopwatch.StartNew();
        using var compiler = Process.Start(new ProcessStartInfo(Sdk.Host, [Sdk.Compiler, .. server?.Arguments ?? [], $"@{responseFile}"])
        {
            RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(responseFile)!,
        })!;
        var output = compiler.StandardOutput.ReadToEnd();
        compiler.WaitForExit();
        var took = clock.Elapsed;
        if (compiler.ExitCode != 0)
        {
            throw new InvalidOperationException(
                "The compiler failed:\n" + string.Join('\n', output.Split('\n').Where(l => l.Contains("error", StringComparison.Ordinal)).Take(20)));
        }

        var analyzers = Total().Match(output);
        return new(took, Children() + (server?.Processor ?? TimeSpan.Zero) - before, TimeSpan.FromSeconds(analyzers.Success ? double.Parse(analyzers.Groups[1].Value, CultureInfo.InvariantCulture) : 0));
    }

    /// <summary>Processor time of the child processes that have ended; fields 16 and 17 of Linux' table, in hundredths of a second.</summary>
    private static TimeSpan Children()
    {
        var fields = File.ReadAllText("/proc/self/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return TimeSpan.FromSeconds((long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)) / 100.0);
    }

    [GeneratedRegex(@"Total analyzer execution time: ([\d.]+) seconds")]
    private static partial Regex Total();
}
