namespace GovernanceAnalyzers.Tool.Check;

/// <summary>The project or solution that a user named, or the only one in the folder that they named.</summary>
internal sealed record CheckTarget(string File)
{
    private static readonly string[] s_solutions = [".sln", ".slnx", ".slnf"];
    private static readonly string[] s_projects = [".csproj", ".vbproj", ".fsproj"];

    public string Folder => Path.GetDirectoryName(File)!;

    public string Name => Path.GetFileName(File);

    public bool IsSolution => s_solutions.Contains(Path.GetExtension(File), StringComparer.OrdinalIgnoreCase);

    public static CheckTarget Resolve(string given)
    {
        string path;
        try
        {
            path = Path.GetFullPath(given);
        }
        catch (ArgumentException)
        {
            throw new CannotRunException($"'{given}' is not a path.");
        }

        if (Directory.Exists(path))
        {
            return InFolder(given, path);
        }

        if (!System.IO.File.Exists(path))
        {
            throw new CannotRunException($"there is no project, solution or folder '{given}'.");
        }

        var extension = Path.GetExtension(path);
        if (s_solutions.Contains(extension, StringComparer.OrdinalIgnoreCase)
            || string.Equals(extension, ".csproj", StringComparison.OrdinalIgnoreCase))
        {
            return new CheckTarget(path);
        }

        throw new CannotRunException(s_projects.Contains(extension, StringComparer.OrdinalIgnoreCase)
            ? $"'{given}' is not a C# project, and check reads C#."
            : $"'{given}' is neither a C# project (.csproj) nor a solution (.sln, .slnx, .slnf).");
    }

    /// <summary>A solution goes before the projects beside it: it names what belongs together.</summary>
    private static CheckTarget InFolder(string given, string folder)
    {
        foreach (var extensions in new[] { s_solutions, [".csproj"] })
        {
            var found = Directory.EnumerateFiles(folder)
                .Where(f => extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal).ToList();
            if (found.Count == 1)
            {
                return new CheckTarget(found[0]);
            }

            if (found.Count > 1)
            {
                throw new CannotRunException(
                    $"'{given}' holds {found.Count} to choose from ({string.Join(", ", found.Take(4).Select(Path.GetFileName))}"
                    + $"{(found.Count > 4 ? ", …" : "")}). Name one.");
            }
        }

        throw new CannotRunException($"'{given}' holds no C# project and no solution.");
    }
}
