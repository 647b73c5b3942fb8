using System.Diagnostics;
using System.Globalization;

namespace GovernanceAnalyzers.Benchmarks.Compiler;

/// <summary>A compiler server of this program's own: the first compile that names its pipe starts it, and it is ended with this object.</summary>
internal sealed class CompilerServer : IDisposable
{
    private const string Program = "VBCSCompiler";

    private readonly string _pipe = $"governance-benchmark-{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}";
    private Process? _process;

    /// <summary>What sends a compile to it.</summary>
    public string[] Arguments => [$"-shared:{_pipe}", "-keepalive:600"];

    /// <summary>Processor time since it was started; none while it is not.</summary>
    /// <exception cref="InvalidOperationException">It is gone: what was measured of it is of another one.</exception>
    public TimeSpan Processor
    {
        get
        {
            _process ??= Array.Find(Process.GetProcessesByName(Program), IsOurs);
            _process?.Refresh();
            return _process is null ? TimeSpan.Zero
                 : _process.HasExited ? throw new InvalidOperationException("The compiler server has ended.")
                 : _process.TotalProcessorTime;
        }
    }

    public void Dispose()
    {
        _process?.Kill();
        _process?.Dispose();
    }

    private bool IsOurs(Process process) => File.ReadAllText($"/proc/{process.Id}/cmdline").Contains(_pipe, StringComparison.Ordinal);
}
