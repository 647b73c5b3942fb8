using System.ComponentModel;
using System.Diagnostics;
using ModelContextProtocol.Server;

namespace OpsServer;

[McpServerToolType]
public static class ProcessTools
{
    [McpServerTool(Name = "list_processes", ReadOnly = true), Description("Lists the running processes.")]
    public static string[] ListProcesses()
        => [.. Process.GetProcesses().Select(process => $"{process.Id} {process.ProcessName}").Order(StringComparer.Ordinal)];

    [McpServerTool(Name = "run_command", Destructive = true, OpenWorld = true), Description("Runs a program and returns what it printed.")]
    public static async Task<string> RunCommand(string program, string arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"Could not start {program}.");
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return $"exit code {process.ExitCode}\n{output}";
    }

    [McpServerTool(Name = "stop_process", Destructive = true), Description("Ends a process.")]
    public static string StopProcess(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill(entireProcessTree: true);
        return $"Stopped {id}.";
    }
}
