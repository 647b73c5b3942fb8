using System.ComponentModel;
using System.Diagnostics;

namespace GovernanceAnalyzers.Tool;

/// <summary>A program that is run for what it prints.</summary>
internal static class ChildProcess
{
    /// <summary>Starts a program whose three streams are redirected, with nothing to read.</summary>
    /// <exception cref="CannotRunException">It is not on the PATH; <paramref name="missing"/> says so.</exception>
    public static Process Start(ProcessStartInfo start, string missing)
    {
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception)
        {
            throw new CannotRunException(missing);
        }
    }

    public static async Task<(int Code, string Output, string Error)> ReadAsync(ProcessStartInfo start, string missing, CancellationToken cancellationToken)
    {
        using var process = Start(start, missing);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
