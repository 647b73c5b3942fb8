namespace GovernanceAnalyzers.Tool.Check;

/// <summary>Where one check builds and logs, outside the user's folder and gone afterwards.</summary>
internal sealed class CheckFolder : IDisposable
{
    private CheckFolder(string path) => Root = path + Path.DirectorySeparatorChar;

    /// <summary>With a separator at the end: the attached targets append names to it.</summary>
    public string Root { get; }

    public string Artifacts => Path.Combine(Root, "artifacts");

    public string Compilations => Path.Combine(Root, "compilations");

    public static CheckFolder Create()
    {
        try
        {
            return new CheckFolder(Directory.CreateTempSubdirectory("governance-check-").FullName);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CannotRunException($"the folder for temporary files, {Path.GetTempPath()}, cannot be written ({failure.Message}).");
        }
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The compiler server may still hold a file. What is left lies in the folder for temporary files and hides nothing.
        }
    }
}
