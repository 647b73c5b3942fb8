using System.ComponentModel;
using System.Diagnostics;
using ModelContextProtocol.Server;
using Governance;

namespace OpsServer;

[McpServerToolType]
[GovernedWorkflow("process-tools", Owner = "platform-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-platform")]
[Review("authority", EveryDays = 90)]
public static partial class ProcessTools
{
    [McpServerTool(Name = "list_processes", ReadOnly = true), Description("Lists the running processes.")]
    public static string[] ListProcesses()
        => [.. Process.GetProcesses().Select(process => $"{process.Id} {process.ProcessName}").Order(StringComparer.Ordinal)];

    [McpServerTool(Name = "run_command", Destructive = true, OpenWorld = true), Description("Runs a program and returns what it printed.")]
    public static async Task<string> RunCommand(string program, string arguments, IStepGovernor governor, CancellationToken cancellationToken)
        => (await RunCommandStepAsync(program, arguments, governor, cancellationToken)).ForModel(text => text);

    [WorkflowStep("run-command", RiskTier.High, Irreversible = "nobody knows what a program does", Key = "{program} {arguments}",
        Question = "Run {program} {arguments}?")]
    internal static partial Task<StepOutcome<string>> RunCommandStepAsync(string program, string arguments, IStepGovernor governor, CancellationToken cancellationToken);

    private static async Task<string> RunCommandStepCoreAsync(string program, string arguments, IStepGovernor governor, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"Could not start {program}.");
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return $"exit code {process.ExitCode}\n{output}";
    }

    [McpServerTool(Name = "stop_process", Destructive = true), Description("Ends a process.")]
    public static async Task<string> StopProcess(int id, IStepGovernor governor)
        => (await StopProcessStepAsync(id, governor)).ForModel(text => text);

    [WorkflowStep("stop-process", RiskTier.High, Irreversible = "what it had in memory is gone", Key = "{id}", Question = "End process {id} and its children?")]
    internal static partial Task<StepOutcome<string>> StopProcessStepAsync(int id, IStepGovernor governor);

    private static Task<string> StopProcessStepCoreAsync(int id, IStepGovernor governor)
    {
        using var process = Process.GetProcessById(id);
        process.Kill(entireProcessTree: true);
        return Task.FromResult($"Stopped {id}.");
    }
}
