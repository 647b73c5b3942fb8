using System.Diagnostics;
using System.Text;

namespace GovernanceAnalyzers.Package.Tests.Rig;

/// <summary>Runs the machine's own SDK, as a user would, and keeps what it said.</summary>
internal static class Sdk
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(5);

    public static SdkRun Run(string folder, params string[] arguments) => Start("dotnet", folder, arguments);

    /// <summary>Runs a built program.</summary>
    public static SdkRun Start(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        // What the test host was started with must not leak into the builds, nor what a build server sets.
        foreach (var name in start.Environment.Keys.Where(IsForeign).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(s_limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} took longer than {s_limit}:\n{output}");
        }

        process.WaitForExit();
        lock (output)
        {
            return new(process.ExitCode, output.ToString());
        }
    }

    private static bool IsForeign(string name)
        => (name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) && !name.Equals("MSBUILDDISABLENODEREUSE", StringComparison.Ordinal))
        || name is "CI" or "TF_BUILD" or "VSTEST_HOST_DEBUG" or "Platform" or "ContinuousIntegrationBuild";

    private static void Append(StringBuilder output, string? line)
    {
        if (line is not null)
        {
            lock (output)
            {
                output.Append(line).Append('\n');
            }
        }
    }
}

/// <summary>How a run ended.</summary>
internal sealed record SdkRun(int ExitCode, string Output)
{
    /// <summary>Lines with an error, each once: MSBuild repeats them at the end.</summary>
    public IReadOnlyList<string> Errors => Lines(": error ");

    public IReadOnlyList<string> Warnings => Lines(": warning ");

    public SdkRun Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }

    /// <summary>It succeeded without a warning and without a word of ours.</summary>
    public SdkRun Silent()
    {
        Succeeded();
        Assert.Empty(Warnings);
        Assert.DoesNotContain("GVN", Output, StringComparison.Ordinal);
        return this;
    }

    public SdkRun FailedWith(params string[] parts)
    {
        Assert.True(ExitCode != 0, "It succeeded:\n" + Output);
        Assert.True(Errors.Any(e => parts.All(p => e.Contains(p, StringComparison.Ordinal))), $"No error with {string.Join(" and ", parts)}:\n{Output}");
        return this;
    }

    private IReadOnlyList<string> Lines(string kind)
        => Output.Split('\n').Where(l => l.Contains(kind, StringComparison.Ordinal)).Select(l => l.Trim()).Distinct().ToList();
}
