using System.Reflection;
using System.Text.Json;
using System.Xml.Linq;

namespace GovernanceAnalyzers.Package.Tests.Rig;

/// <summary>
/// The packages, packed once from this repository under a version nobody else has, in a folder feed outside it; and the folder in which fresh
/// projects use them. Restores go to a package folder of their own, so nothing of another run is found; what the machine has is used as fallback.
/// </summary>
public sealed class PackedPackages : IDisposable
{
    private static readonly string[] s_projects = ["Package", "Abstractions", "Runtime", "Testing", "Tool"];

    private readonly string _serverId;
    private readonly Lazy<string> _command;

    public PackedPackages()
    {
        _command = new(InstallCommand);
        Root = Directory.CreateTempSubdirectory("governance-packages-").FullName;
        Version = $"0.1.0-test.{DateTime.UtcNow:yyyyMMdd}.t{DateTime.UtcNow:HHmmssfff}";
        // A compiler server of our own: it is fast, holds nothing of other builds, and can be ended without touching theirs.
        _serverId = "governance-" + Guid.NewGuid().ToString("N")[..12];
        Packing = Pack();
        WriteSettings();
    }

    public static string Repository { get; } = typeof(PackedPackages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "Repository").Value!;

    public string Root { get; }

    public string Version { get; }

    public string Feed => Path.Combine(Root, "feed");

    /// <summary>The <c>governance</c> command, installed from its package.</summary>
    public string Command => _command.Value;

    /// <summary>What packing said.</summary>
    internal SdkRun Packing { get; }

    public string PackageFile(string id) => Path.Combine(Feed, $"{id}.{Version}.nupkg");

    /// <summary>An empty folder for one test's projects.</summary>
    internal Workspace Workspace(string name) => new(this, Path.Combine(Root, "work", name));

    public void Dispose()
    {
        Sdk.Run(Root, Path.Combine(SdkFolder(), "Roslyn", "bincore", "VBCSCompiler.dll"), "-shutdown", "-pipename:" + _serverId);
        Directory.Delete(Root, recursive: true);
    }

    private string SdkFolder()
    {
        var version = Sdk.Run(Root, "--version").Output.Trim();
        var line = Sdk.Run(Root, "--list-sdks").Output.Split('\n').First(l => l.StartsWith(version + " ", StringComparison.Ordinal));
        return Path.Combine(line[(line.IndexOf('[') + 1)..line.IndexOf(']')], version);
    }

    /// <summary>All of them in one build, in which what they share is restored and compiled once.</summary>
    private SdkRun Pack()
    {
        var filter = Path.Combine(Root, "packages.slnf");
        var projects = s_projects.Select(p => $@"src\GovernanceAnalyzers.{p}\GovernanceAnalyzers.{p}.csproj");
        File.WriteAllText(filter, JsonSerializer.Serialize(new { solution = new { path = Path.Combine(Repository, "GovernanceAnalyzers.sln"), projects } }));
        return Sdk.Run(Root, "pack", filter, "-c", "Release", "--artifacts-path", Path.Combine(Root, "artifacts"), $"-p:PackageOutputPath={Feed}",
                       $"-p:Version={Version}", "-p:UseSharedCompilation=true", $"-p:SharedCompilationId={_serverId}", "-v", "minimal").Succeeded();
    }

    private string InstallCommand()
    {
        var folder = Path.Combine(Root, "command");
        Sdk.Run(Root, "tool", "install", "GovernanceAnalyzers.Tool", "--version", Version, "--tool-path", folder).Succeeded();
        return Path.Combine(folder, "governance");
    }

    /// <summary>The machine's configured sources stay; ours is added.</summary>
    private void WriteSettings()
    {
        var machine = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        new XElement("configuration",
            new XElement("packageSources", Add("packed", Feed)),
            new XElement("fallbackPackageFolders", Directory.Exists(machine) ? Add("machine", machine) : null)).Save(Path.Combine(Root, "nuget.config"));
        new XElement("Project", new XElement("PropertyGroup",
            new XElement("RestorePackagesPath", Path.Combine(Root, "packages")),
            new XElement("NuGetAudit", "false"),
            new XElement("UseSharedCompilation", "true"),
            new XElement("SharedCompilationId", _serverId),
            new XElement("GovernanceVersion", Version))).Save(Path.Combine(Root, "Directory.Build.props"));
        File.WriteAllText(Path.Combine(Root, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(Root, ".editorconfig"), "root = true\n");
    }

    private static XElement Add(string key, string value) => new("add", new XAttribute("key", key), new XAttribute("value", value));
}

/// <summary>One packing for all tests.</summary>
[CollectionDefinition(Name)]
public sealed class Packed : ICollectionFixture<PackedPackages>
{
    public const string Name = "packed";
}
