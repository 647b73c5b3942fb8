using GovernanceAnalyzers.Package.Tests.Rig;

namespace GovernanceAnalyzers.Package.Tests;

/// <summary>The package in projects that it has nothing to say about.</summary>
[Collection(Packed.Name)]
public sealed class BystanderTests(PackedPackages packages)
{
    [Fact]
    public void A_project_without_steps_builds_in_silence()
    {
        var work = packages.Workspace("plain").Project("Plain.csproj", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>").Write("Text.cs", Code.Plain);
        work.Build(".").Silent();
        Assert.Contains("none/1", File.ReadAllText(work["bin/Debug/net10.0/Plain.governance.json"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fsproj", "fs", "module Shop\nlet shout (text: string) = text.ToUpperInvariant()\n", "<Compile Include=\"Code.fs\" />")]
    [InlineData("vbproj", "vb", "Public Class Shop\nEnd Class\n", "")]
    public void Other_languages_build_in_silence(string project, string extension, string code, string items)
    {
        var work = packages.Workspace(project).Project("Shop." + project, items: items).Write("Code." + extension, code);
        work.Build(".", "-p:ImplicitUsings=false", "-p:RunAnalyzers=false").Silent();
        Assert.Empty(Directory.GetFiles(work.Folder, "*.governance.json", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_design_time_build_writes_nothing_and_a_temporary_project_is_left_alone()
    {
        var work = packages.Workspace("design").Project("Shop_wpftmp.csproj").Write("Desk.cs", Code.Desk);
        work.Build("Shop_wpftmp.csproj").Silent();
        File.Move(work["Shop_wpftmp.csproj"], work["Shop.csproj"]);
        work.Run("restore", "Shop.csproj").Succeeded();
        work.Run("msbuild", "Shop.csproj", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true",
                 "-p:RunAnalyzers=false").Silent();
        Assert.Empty(Directory.GetFiles(work.Folder, "*.governance.json", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_project_that_compiles_nothing_builds_in_silence()
    {
        var work = packages.Workspace("nothing").Write("Nothing.csproj", """
            <Project>
              <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageReference Include="GovernanceAnalyzers" Version="$(GovernanceVersion)" /></ItemGroup>
              <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
              <Target Name="CoreCompile" />
              <Target Name="CopyFilesToOutputDirectory" />
            </Project>
            """);
        work.Build(".").Silent();
        Assert.Empty(Directory.GetFiles(work.Folder, "Nothing.dll", SearchOption.AllDirectories));
    }
}
