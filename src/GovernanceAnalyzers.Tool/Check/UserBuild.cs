using System.Diagnostics;

namespace GovernanceAnalyzers.Tool.Check;

/// <summary>
/// The user's own build, with the analyzers attached from outside: everything goes through the environment and the command line, into a
/// folder of the check's own, so that their folder stays as it is and an up-to-date project is compiled all the same.
/// </summary>
internal sealed class UserBuild
{
    internal UserBuild(int exitCode, IReadOnlyList<BuildError> errors, string? lastLine)
    {
        Succeeded = exitCode == 0;
        Errors = errors;
        LastLine = lastLine;
    }

    public bool Succeeded { get; }

    public IReadOnlyList<BuildError> Errors { get; }

    /// <summary>What the build said last, for a failure without an error line.</summary>
    public string? LastLine { get; }

    public static async Task<UserBuild> RunAsync(CheckTarget target, CheckFolder folder, CheckOptions options, CancellationToken cancellationToken)
    {
        using var process = DotnetSdk.Start(Command(target, folder, options));
        var errors = new List<BuildError>();
        var seen = new HashSet<BuildError>();
        string? last = null;
        var outputRead = ReadAsync(process.StandardOutput);
        var errorRead = ReadAsync(process.StandardError);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        await Task.WhenAll(outputRead, errorRead);
        return new UserBuild(process.ExitCode, errors, last);

        async Task ReadAsync(StreamReader reader)
        {
            while (await reader.ReadLineAsync(CancellationToken.None) is { } line)
            {
                lock (seen)
                {
                    last = line.Trim() is { Length: > 0 } text ? text : last;
                    if (BuildError.Read(line) is { } error && seen.Add(error))
                    {
                        errors.Add(error);
                    }
                }
            }
        }
    }

    private static ProcessStartInfo Command(CheckTarget target, CheckFolder folder, CheckOptions options)
    {
        var attach = Path.Combine(AppContext.BaseDirectory, "attach");
        if (!File.Exists(Path.Combine(attach, "analyzers", "dotnet", "cs", "GovernanceAnalyzers.dll")))
        {
            throw new CannotRunException($"the tool is not complete: {attach} does not hold the analyzers. Install it again.");
        }

        List<string> arguments =
        [
            "build", target.File, "--artifacts-path", folder.Artifacts, "--nologo", "-v:q", "-tl:off", "-nodeReuse:false",
            "-consoleLoggerParameters:NoSummary;ErrorsOnly", "-p:PreferredUILang=en-US", "-p:GeneratePackageOnBuild=false",
        ];
        if (options.Configuration is { } configuration)
        {
            arguments.AddRange(["-c", configuration]);
        }

        if (options.NoRestore)
        {
            arguments.Add("--no-restore");
        }

        var start = DotnetSdk.Command(target.Folder, arguments);
        Attach(start, "CustomBeforeDirectoryBuildProps", Path.Combine(attach, "governance.attach.props"));
        Attach(start, "CustomAfterDirectoryBuildTargets", Path.Combine(attach, "governance.attach.targets"));
        start.Environment["GovernanceCheckFolder"] = folder.Root;
        start.Environment["GovernanceCheckNoRestore"] = options.NoRestore ? "true" : "false";
        return start;
    }

    /// <summary>Through the environment, not as a global property: what a project sets for itself in the same place then stays in force.</summary>
    private static void Attach(ProcessStartInfo start, string property, string file)
        => start.Environment[property] = start.Environment.TryGetValue(property, out var theirs) && !string.IsNullOrEmpty(theirs)
            ? $"{file};{theirs}"
            : file;
}
