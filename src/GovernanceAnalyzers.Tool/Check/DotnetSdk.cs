using System.Diagnostics;

namespace GovernanceAnalyzers.Tool.Check;

/// <summary>The SDK that the user's own build takes in this folder: global.json decides, as for them.</summary>
internal static class DotnetSdk
{
    /// <summary>The first SDK whose compiler loads the analyzers (Roslyn 4.14). An older one would leave them out with a warning.</summary>
    private static readonly Version s_oldest = new(9, 0, 300);

    /// <summary>What the .NET command that started this process tells its children; to another SDK it would be wrong.</summary>
    private static readonly string[] s_notInherited =
        ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly", "MSBUILDUSESERVER"];

    private const string Missing = "the .NET SDK was not found: there is no 'dotnet' on the PATH.";

    public static ProcessStartInfo Command(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in s_notInherited)
        {
            start.Environment.Remove(name);
        }

        // The lines are read here, so they are wanted in one language.
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_SKIP_FIRST_TIME_EXPERIENCE"] = "1";
        return start;
    }

    public static async Task RequireAsync(string folder, CancellationToken cancellationToken)
    {
        var (code, output, error) = await ChildProcess.ReadAsync(Command(folder, "--version"), Missing, cancellationToken);
        var first = $"{output}\n{error}".Split('\n').FirstOrDefault(line => line.Trim().Length > 0)?.Trim() ?? "";
        if (code != 0)
        {
            throw new CannotRunException($"there is no .NET SDK for {folder}: {first}");
        }

        if (!Version.TryParse(first.Split('-')[0], out var version) || version < s_oldest)
        {
            throw new CannotRunException($"the .NET SDK here is {first} (is there a global.json?), and check needs {s_oldest} or later.");
        }
    }

    public static Process Start(ProcessStartInfo start) => ChildProcess.Start(start, Missing);
}
