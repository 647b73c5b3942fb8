namespace GovernanceAnalyzers.Benchmarks.Compiler;

/// <summary>The SDK that this program runs under.</summary>
internal static class Sdk
{
    private static readonly string s_root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    public static string Host { get; } = Path.Combine(s_root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    /// <summary>The newest SDK's own compiler.</summary>
    public static string Compiler { get; } = Directory.GetDirectories(Path.Combine(s_root, "sdk"))
        .Select(d => Path.Combine(d, "Roslyn", "bincore", "csc.dll")).Where(File.Exists)
        .OrderByDescending(d => d, StringComparer.Ordinal).First();
}
