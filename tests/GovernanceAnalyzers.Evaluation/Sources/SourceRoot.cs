namespace GovernanceAnalyzers.Evaluation.Sources;

/// <summary>
/// A repository's sources as compilations: one per project file, and what belongs to no project together, for sources may come without
/// their project files. A file with top-level statements is a program of its own.
/// </summary>
internal sealed class SourceRoot(string folder, ProjectReader reader)
{
    private readonly Lazy<ImmutableArray<string>> _files = new(() => [.. SourceFiles.Below(folder, "*.cs")]);
    private readonly Lazy<ImmutableArray<string>> _projectFiles = new(() => [.. SourceFiles.Below(folder, "*.csproj")]);

    public string Folder { get; } = folder;

    public ImmutableArray<SourceProject> All
    {
        get
        {
            var projects = _projectFiles.Value.Select(reader.Read).OfType<SourceProject>().ToImmutableArray();
            var taken = projects.SelectMany(p => p.Files).ToHashSet(StringComparer.Ordinal);
            return [.. projects, .. Loose(_files.Value.Where(f => !taken.Contains(f)).ToList())];
        }
    }

    /// <summary>
    /// The file of a path that the table names: relative to the root, or to a folder above or below it, for what is handed in may be a part of the repository
    /// or have one folder more. Null where there is none, or more than one.
    /// </summary>
    public string? Find(string path)
    {
        var parts = path.Split('/');
        for (var skipped = 0; skipped < parts.Length - 1; skipped++)
        {
            if (Path.GetFullPath(Path.Combine([Folder, .. parts[skipped..]])) is var file && File.Exists(file))
            {
                return file;
            }
        }

        return _files.Value.Where(f => f.EndsWith("/" + path, StringComparison.Ordinal)).Take(2).ToList() is [var only] ? only : null;
    }

    /// <summary>The compilations that have the file, the nearest project first; only as many projects are read as it takes to find one.</summary>
    public ImmutableArray<SourceProject> With(string file)
    {
        var near = _projectFiles.Value.Where(p => SourceFiles.IsBelow(file, Path.GetDirectoryName(p)!))
            .OrderByDescending(p => p.Length).Select(reader.Read).OfType<SourceProject>();
        return near.FirstOrDefault(p => p.Files.Contains(file)) is { } project ? [project] : [.. All.Where(p => p.Files.Contains(file)).Take(1)];
    }

    private IEnumerable<SourceProject> Loose(List<string> files)
    {
        if (files.Count == 0)
        {
            yield break;
        }

        var programs = files.Where(IsProgram).ToHashSet(StringComparer.Ordinal);
        var others = files.Where(f => !programs.Contains(f)).ToList();
        if (others.Count > 0 && programs.Count != 1)
        {
            yield return ProjectReader.OfFiles(Folder, others);
        }

        foreach (var program in programs.Order(StringComparer.Ordinal))
        {
            // Alone it may be all there is; then the rest is its own.
            var beside = programs.Count == 1 ? others : others.Where(f => SourceFiles.IsBelow(f, Path.GetDirectoryName(program)!));
            yield return ProjectReader.OfFiles(program, beside.Prepend(program));
        }
    }

    private static bool IsProgram(string file) => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetCompilationUnitRoot()
        .Members.Any(m => m.IsKind(SyntaxKind.GlobalStatement));
}
