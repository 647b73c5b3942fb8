using System.Diagnostics;
using System.Text.Json;

namespace GovernanceAnalyzers.Benchmarks.Compiler;

/// <summary>A package of analyzers that we are compared with: restored on demand into a folder, never referenced by this repository.</summary>
internal sealed record Rival(string Package, string Version)
{
    public static readonly Rival[] All =
    [
        new("Microsoft.CodeAnalysis.BannedApiAnalyzers", "4.14.0"),
        new("Meziantou.Analyzer", "3.0.321"),
        new("SonarAnalyzer.CSharp", "9.32.0.97167"),
        new("Roslynator.Analyzers", "5.0.1"),
    ];

    /// <summary>What the compiler would be handed in a project that references the package.</summary>
    /// <exception cref="InvalidOperationException">The package cannot be restored.</exception>
    public IReadOnlyList<string> Analyzers(string folder)
    {
        // A project with the name of a package cannot reference it.
        var project = Path.Combine(folder, $"Rival.{Package}.csproj");
        File.WriteAllText(project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageReference Include="{Package}" Version="[{Version}]" /></ItemGroup>
            </Project>
            """);
        Dotnet(folder, "restore", project);
        using var items = JsonDocument.Parse(Dotnet(folder, "msbuild", project, "-t:ResolvePackageAssets", "-getItem:ResolvedAnalyzers", "-getItem:Analyzer"));
        var analyzers = items.RootElement.GetProperty("Items").EnumerateObject().SelectMany(i => i.Value.EnumerateArray())
            .Select(i => i.GetProperty("FullPath").GetString()!)
            .Where(p => p.Contains(Package.ToLowerInvariant(), StringComparison.Ordinal)).Distinct().ToList();
        return analyzers.Count > 0 ? analyzers : throw new InvalidOperationException($"{Package} {Version} brings no analyzer.");
    }

    private static string Dotnet(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Sdk.Host, arguments) { RedirectStandardOutput = true, WorkingDirectory = folder })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:\n{output}");
    }
}
