namespace GovernanceAnalyzers.Evaluation.Sources;

/// <summary>Files below a folder, without what builds and tools put there.</summary>
internal static class SourceFiles
{
    private static readonly HashSet<string> s_left = new(["bin", "obj", "node_modules", "packages", "TestResults"], StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Below(string folder, string pattern)
    {
        foreach (var file in Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal))
        {
            yield return file;
        }

        foreach (var inner in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(inner);
            if (!name.StartsWith('.') && !s_left.Contains(name) && new DirectoryInfo(inner).LinkTarget is null)
            {
                foreach (var file in Below(inner, pattern))
                {
                    yield return file;
                }
            }
        }
    }

    public static bool IsBelow(string path, string folder) => path.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal);
}
