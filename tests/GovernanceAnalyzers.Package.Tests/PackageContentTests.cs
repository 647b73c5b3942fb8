using System.IO.Compression;
using System.Xml.Linq;
using GovernanceAnalyzers.Package.Tests.Rig;

namespace GovernanceAnalyzers.Package.Tests;

[Collection(Packed.Name)]
public sealed class PackageContentTests(PackedPackages packages)
{
    [Fact]
    public void Packing_gives_no_warning() => Assert.Empty(packages.Packing.Warnings);

    [Fact]
    public void The_package_holds_what_a_build_needs_and_nothing_to_reference()
    {
        using var package = ZipFile.OpenRead(packages.PackageFile("GovernanceAnalyzers"));
        var content = package.Entries.Select(e => e.FullName).Where(n => !n.StartsWith("_rels/") && !n.StartsWith("package/") && n != "[Content_Types].xml");
        Assert.Equal(
            [
                "GovernanceAnalyzers.nuspec", "README.md", "analyzers/dotnet/cs/GovernanceAnalyzers.CodeFixes.dll", "analyzers/dotnet/cs/GovernanceAnalyzers.dll",
                "build/GovernanceAnalyzers.props", "build/GovernanceAnalyzers.targets", "buildMultiTargeting/GovernanceAnalyzers.targets",
                "buildTransitive/Governance.Build.targets", "buildTransitive/Governance.Dates.targets", "buildTransitive/Governance.Guards.targets",
                "buildTransitive/Governance.Manifest.targets", "buildTransitive/Governance.Packing.targets", "buildTransitive/Governance.Runbooks.targets",
                "buildTransitive/Governance.Settings.targets", "buildTransitive/Governance.Tasks.targets", "buildTransitive/GovernanceAnalyzers.props",
                "buildTransitive/GovernanceAnalyzers.targets", "icon.png", "lib/netstandard2.0/_._",
                "tasks/netstandard2.0/GovernanceAnalyzers.BuildTasks.dll", "tasks/netstandard2.0/GovernanceAnalyzers.Inspection.dll",
            ],
            content.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("GovernanceAnalyzers")]
    [InlineData("GovernanceAnalyzers.Abstractions")]
    [InlineData("GovernanceAnalyzers.Runtime")]
    [InlineData("GovernanceAnalyzers.Testing")]
    [InlineData("GovernanceAnalyzers.Tool")]
    public void Every_package_shows_who_and_what_it_is(string id)
    {
        using var package = ZipFile.OpenRead(packages.PackageFile(id));
        using var nuspec = package.GetEntry(id + ".nuspec")!.Open();
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single().Elements().ToLookup(e => e.Name.LocalName, e => e.Value);
        Assert.NotNull(package.GetEntry(Assert.Single(metadata["icon"])));
        Assert.NotNull(package.GetEntry(Assert.Single(metadata["readme"])));
        Assert.Equal("MIT", Assert.Single(metadata["license"]));
        Assert.NotEqual("Package Description", Assert.Single(metadata["description"]));
        // It would take the attributes out of the reference that `dotnet add package` writes.
        Assert.Empty(metadata["developmentDependency"]);
    }

    [Fact]
    public void What_the_compiler_loads_references_the_compiler_and_nothing_else()
    {
        using var package = ZipFile.OpenRead(packages.PackageFile("GovernanceAnalyzers"));
        Assert.Equal(["Microsoft.CodeAnalysis 4.14", "Microsoft.CodeAnalysis.CSharp 4.14", "System.Collections.Immutable 9.0", "netstandard 2.0"],
                     References(package, "analyzers/dotnet/cs/GovernanceAnalyzers.dll").Where(r => !IsFacade(r)));
    }

    /// <summary>Small assemblies of the framework that every compiler host brings at these versions.</summary>
    private static bool IsFacade(string reference) => reference.Split(' ')[0] is "System.Memory" or "System.Runtime.CompilerServices.Unsafe";

    private static IEnumerable<string> References(ZipArchive package, string entry)
    {
        using var content = new MemoryStream();
        using (var stream = package.GetEntry(entry)!.Open())
        {
            stream.CopyTo(content);
        }

        content.Position = 0;
        using var file = new System.Reflection.PortableExecutable.PEReader(content);
        var reader = System.Reflection.Metadata.PEReaderExtensions.GetMetadataReader(file);
        return reader.AssemblyReferences.Select(reader.GetAssemblyReference)
            .Select(r => $"{reader.GetString(r.Name)} {r.Version.ToString(2)}").Order(StringComparer.Ordinal).ToList();
    }
}
