namespace GovernanceAnalyzers.Tool.Check;

/// <summary>Paths as a reader wants them: relative to where they stand if the target lies beneath, else relative to the target's folder.</summary>
internal sealed class ShownPaths
{
    public ShownPaths(CheckTarget target)
    {
        var here = Environment.CurrentDirectory;
        Root = IsBeneath(target.File, here) ? here : target.Folder;
    }

    public string Root { get; }

    public string Of(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    public string Of(SourcePlace place) => place.Line > 0 ? $"{Of(place.File)}:{place.Line}" : Of(place.File);

    private static bool IsBeneath(string file, string folder)
        => file.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
