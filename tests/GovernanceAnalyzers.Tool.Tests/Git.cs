using System.Diagnostics;

namespace GovernanceAnalyzers.Tool.Tests;

/// <summary>A repository in a test's folder.</summary>
internal static class Git
{
    public static void Run(string folder, params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-c", "user.name=Dana", "-c", "user.email=dana@example.com", .. arguments])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var said = git.StandardOutput.ReadToEnd() + git.StandardError.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, $"git {string.Join(' ', arguments)}: {said}");
    }

    public static void Commit(TempFolder folder)
    {
        if (!Directory.Exists(folder[".git"]))
        {
            Run(folder.Path, "init", "-q", "-b", "main");
        }

        Run(folder.Path, "add", "-A");
        Run(folder.Path, "commit", "-q", "-m", "A state");
    }
}
