using System.Collections.Generic;
using System.IO;
using System.Linq;
using GovernanceAnalyzers.Stages;

namespace GovernanceAnalyzers.Inspection;

/// <summary>
/// A runbook that a workflow names and that is not there (GVN4003). The compiler asks for the path; whether a file lies there is no input of it, and is
/// looked up after it.
/// </summary>
/// <param name="path">The path, as declared.</param>
/// <param name="isCertain">The whole repository was at hand. Where only a part of it is, such as in a container's build, the file may lie outside.</param>
/// <param name="message">Which workflow names it, and what to do; one line, without a full stop.</param>
public sealed class MissingRunbook(string path, bool isCertain, string message)
{
    /// <summary>The rule that asks for it.</summary>
    public const string Rule = StageRequirements.Runbook;

    private static readonly int s_from = StageRequirements.Order(StageRequirements.All.Single(r => r.Rule == Rule).From);

    /// <summary>The path, as declared.</summary>
    public string Path { get; } = path;

    /// <summary>The whole repository was at hand. Where only a part of it is, such as in a container's build, the file may lie outside.</summary>
    public bool IsCertain { get; } = isCertain;

    /// <summary>Which workflow names it, and what to do; one line, without a full stop.</summary>
    public string Message { get; } = message;

    /// <summary>
    /// The runbooks of a manifest that lie neither under the repository's root (the nearest folder with a <c>.git</c>) nor under the project's folder, each
    /// for the workflows from the stage on that demands one. An address (<c>https://…</c>) is not looked up.
    /// No waiver is asked: a workflow whose runbook is yet to be written names none, and has that waived.
    /// </summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="projectFolder">The folder of the project, absolute.</param>
    public static IReadOnlyList<MissingRunbook> In(WrittenManifest manifest, string projectFolder)
    {
        var root = RepositoryAround(projectFolder);
        return
        [
            .. from workflow in manifest.List("workflows")
               where StageRequirements.Order(workflow["stage"]?.Text) >= s_from
               let path = workflow["runbook"]?.Text
               where path is not null && !path.Contains("://") && !Folders(root, projectFolder).Any(folder => Holds(folder, path))
               select new MissingRunbook(path, root is not null, $"Workflow '{workflow["id"]?.Text}' is in stage {workflow["stage"]?.Text} and its runbook '{path}' {Where(root)}"),
        ];
    }

    private static string Where(string? root)
        => root is null
            ? "is not under the project's folder, and no repository is around it (no .git) to look further: write the runbook, or correct the path"
            : "is neither under the repository's root nor under the project's folder: write the runbook, or correct the path";

    private static IEnumerable<string> Folders(string? root, string projectFolder) => root is null ? [projectFolder] : [root, projectFolder];

    /// <summary>Within the folder: a path that leads out of it leads elsewhere on the next machine.</summary>
    private static bool Holds(string folder, string path)
    {
        var file = path.Split('#')[0].Replace('\\', '/');
        return file.Length > 0 && !System.IO.Path.IsPathRooted(file) && !file.Split('/').Contains("..") && File.Exists(System.IO.Path.Combine(folder, file));
    }

    private static string? RepositoryAround(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            // A file in a worktree and in a submodule.
            var git = System.IO.Path.Combine(at.FullName, ".git");
            if (Directory.Exists(git) || File.Exists(git))
            {
                return at.FullName;
            }
        }

        return null;
    }
}
