namespace GovernanceAnalyzers.Tool.Check;

/// <summary>The file of --output, opened before the build: a name that cannot be written is no reason to wait for one.</summary>
internal sealed class ReportFile(StreamWriter writer) : IDisposable
{
    public TextWriter Writer => writer;

    public static ReportFile? Open(string? path)
    {
        try
        {
            return path is null ? null : new ReportFile(new StreamWriter(path) { NewLine = "\n" });
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CannotRunException($"the report cannot be written to '{path}' ({failure.Message}).");
        }
    }

    public void Dispose() => writer.Dispose();
}
