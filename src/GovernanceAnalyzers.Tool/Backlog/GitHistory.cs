using System.Diagnostics;

namespace GovernanceAnalyzers.Tool.Backlog;

/// <summary>Files as they were at one commit, read through git. The working tree is not touched.</summary>
internal sealed class GitHistory
{
    private readonly string _commit;

    private GitHistory(string name, string commit)
    {
        Name = name;
        _commit = commit;
    }

    /// <summary>The commit, as the user named it.</summary>
    public string Name { get; }

    /// <summary>Looks the commit up, before anything is built for it.</summary>
    public static async Task<GitHistory> AtAsync(string folder, string name, CancellationToken cancellationToken)
    {
        // What begins with a dash would be an option to git.
        var (code, output, error) = name.StartsWith('-')
            ? (1, "", "")
            : await GitAsync(folder, ["rev-parse", "--verify", "--quiet", $"{name}^{{commit}}"], cancellationToken);
        if (code == 0)
        {
            return new(name, output.Trim());
        }

        if (error.Trim().Length > 0)
        {
            throw new CannotRunException($"--backlog-from needs the git history of {folder}, and git says: {FirstLine(error)}");
        }

        var (_, isShallow, _) = await GitAsync(folder, ["rev-parse", "--is-shallow-repository"], cancellationToken);
        throw new CannotRunException(isShallow.Trim() == "true"
            ? $"there is no commit '{name}' in this clone, which is shallow: fetch it first (on a build server, check out the whole history)."
            : $"there is no commit '{name}' in this repository.");
    }

    /// <summary>A file of the folder as it was; null where there was none.</summary>
    public async Task<string?> ReadAsync(string folder, string file, CancellationToken cancellationToken)
    {
        var listed = await GitAsync(folder, ["ls-tree", "--name-only", _commit, "--", file], cancellationToken);
        if (listed is { Code: 0, Output: var names } && names.Trim().Length == 0)
        {
            return null;
        }

        var shown = listed.Code == 0 ? await GitAsync(folder, ["show", $"{_commit}:./{file}"], cancellationToken) : listed;
        return shown.Code == 0
            ? shown.Output
            : throw new CannotRunException($"{file} of {folder} cannot be read as of '{Name}', and git says: {FirstLine(shown.Error)}");
    }

    private static Task<(int Code, string Output, string Error)> GitAsync(string folder, string[] arguments, CancellationToken cancellationToken)
        => ChildProcess.ReadAsync(
            new ProcessStartInfo("git", arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["LC_ALL"] = "C", ["GIT_OPTIONAL_LOCKS"] = "0" },
            },
            "--backlog-from needs git, and there is no 'git' on the PATH.",
            cancellationToken);

    private static string FirstLine(string error) => error.Trim().Split('\n')[0].Trim();
}
