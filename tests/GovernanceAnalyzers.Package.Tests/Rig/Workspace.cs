namespace GovernanceAnalyzers.Package.Tests.Rig;

/// <summary>A folder with projects that a test writes and builds.</summary>
internal sealed class Workspace
{
    public Workspace(PackedPackages packages, string folder)
    {
        Packages = packages;
        Folder = folder;
        Directory.CreateDirectory(folder);
    }

    public PackedPackages Packages { get; }

    public string Folder { get; }

    public string this[string path] => Path.Combine(Folder, path);

    public Workspace Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], text);
        return this;
    }

    /// <summary>A project that references the package, unless told otherwise.</summary>
    public Workspace Project(
        string path, string properties = "", string items = "", string framework = "net10.0", bool references = true, string tail = "") => Write(path, $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <{(framework.Contains(';') ? "TargetFrameworks" : "TargetFramework")}>{framework}</{(framework.Contains(';') ? "TargetFrameworks" : "TargetFramework")}>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <LangVersion Condition="'$(MSBuildProjectExtension)' == '.csproj'">latest</LangVersion>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {(references ? "<PackageReference Include=\"GovernanceAnalyzers\" Version=\"$(GovernanceVersion)\" />" : "")}
            {items}
          </ItemGroup>
          {tail}
        </Project>
        """);

    public SdkRun Run(params string[] arguments) => Sdk.Run(Folder, arguments);

    public SdkRun Build(string project, params string[] arguments) => Run(["build", project, "-v", "minimal", .. arguments]);

    /// <summary>The one file of that name below a folder.</summary>
    public string Find(string below, string name) => Directory.GetFiles(this[below], name, SearchOption.AllDirectories).Single();
}
