using System.Diagnostics;

namespace GovernanceAnalyzers.Tool.Tests;

/// <summary>What one run of the tool did.</summary>
public sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public string[] Lines => Output.TrimEnd('\n').Split('\n');

    /// <summary>Exit code and both streams, for a failing assertion.</summary>
    public override string ToString() => $"exit {ExitCode}\n--- output\n{Output}--- error\n{Error}";
}

/// <summary>Runs the built tool as a user does: a child process whose output is piped.</summary>
public static class GovernanceTool
{
    private static readonly string s_tool = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "governance.exe" : "governance");

    public static ToolRun Run(TempFolder folder, params string[] arguments) => Run(folder, [], arguments);

    public static ToolRun Run(TempFolder folder, (string Name, string? Value)[] environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(s_tool, arguments)
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };

        // The manifests that a check keeps go with the test's folder.
        start.Environment["XDG_DATA_HOME"] = folder.Data;
        start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(Environment.ProcessPath);
        start.Environment.Remove("NO_COLOR");

        // On a build server the SDK maps the repository's path for the compiler, and cannot write one with an apostrophe (CS8101), as the test's folder has.
        start.Environment.Remove("ContinuousIntegrationBuild");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(4)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"governance {string.Join(' ', arguments)} did not end.");
        }

        return new ToolRun(process.ExitCode, output.Result.ReplaceLineEndings("\n"), error.Result.ReplaceLineEndings("\n"));
    }
}
