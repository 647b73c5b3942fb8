using GovernanceAnalyzers.Package.Tests.Rig;

namespace GovernanceAnalyzers.Package.Tests;

/// <summary>The ways by which the package arrives, and the mode that each means.</summary>
[Collection(Packed.Name)]
public sealed class ReferenceTests(PackedPackages packages)
{

    /// <summary>An entry point by another's attribute: what is ungoverned is no business of a consumer's.</summary>
    private const string Tool = """
        namespace ModelContextProtocol.Server { [AttributeUsage(AttributeTargets.Method)] sealed class McpServerToolAttribute : Attribute; }

        namespace App
        {
            public static class Tools
            {
                [ModelContextProtocol.Server.McpServerTool]
                public static void Purge(string path) => File.Delete(path);
            }
        }
        """;

    [Fact]
    public void Whoever_gets_the_package_through_a_governed_library_is_a_consumer()
    {
        var work = packages.Workspace("consumer").Project("Shop/Shop.csproj").Write("Shop/Desk.cs", Code.Desk);
        var pack = work.Run("pack", "Shop", "-o", packages.Feed, "-p:Version=" + packages.Version, "-v", "minimal").Succeeded();
        Assert.Contains("GVN3105", Assert.Single(pack.Warnings), StringComparison.Ordinal);
        work.Project("App/App.csproj", references: false, items: "<PackageReference Include=\"Shop\" Version=\"$(GovernanceVersion)\" />")
            .Write("App/Tools.cs", Tool);
        // Whether the app's analyzers run is its own affair, as long as it declares nothing.
        work.Build("App", "-p:RunAnalyzers=false").Silent();
        Assert.Contains("build_property.GovernanceMode = consumer", Settings(work, "App"), StringComparison.Ordinal);

        work.Write("App/Desk.cs", Code.Desk.Replace("Owner = \"payments-ops\", ", "", StringComparison.Ordinal));
        work.Build("App", "--no-restore").FailedWith("GVN1001", "Desk.cs");
    }

    [Fact]
    public void Whoever_references_the_project_of_a_governed_library_is_a_consumer_and_carries_its_manifest()
    {
        var work = packages.Workspace("project").Project("Shop/Shop.csproj").Write("Shop/Desk.cs", Code.Desk)
            .Project("App/App.csproj", references: false, items: "<ProjectReference Include=\"../Shop/Shop.csproj\" />").Write("App/Tools.cs", Tool);
        work.Build("App").Silent();
        Assert.Contains("build_property.GovernanceMode = enforce", Settings(work, "Shop"), StringComparison.Ordinal);
        Assert.Contains("build_property.GovernanceMode = consumer", Settings(work, "App"), StringComparison.Ordinal);
        Assert.True(File.Exists(work["App/bin/Debug/net10.0/Shop.governance.json"]));
    }

    [Fact]
    public void A_direct_reference_enforces_unless_the_project_adopts()
    {
        var work = packages.Workspace("direct").Project("App.csproj").Write("Tools.cs", Tool);
        work.Build(".").FailedWith("GVN2006", "Tools.cs");
        work.Build(".", "--no-restore", "-p:GovernanceMode=Adopt").Succeeded();
    }

    [Fact]
    public void A_global_reference_governs_every_project_of_a_repository()
    {
        var work = packages.Workspace("global").Write("Directory.Packages.props", $"""
                <Project>
                  <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
                  <ItemGroup><GlobalPackageReference Include="GovernanceAnalyzers" Version="{packages.Version}" /></ItemGroup>
                </Project>
                """)
            .Project("Shop/Shop.csproj", references: false).Write("Shop/Desk.cs", Code.Desk)
            .Project("App/App.csproj", "<OutputType>Exe</OutputType>", "<ProjectReference Include=\"../Shop/Shop.csproj\" />", references: false)
            .Write("App/Program.cs", "Console.WriteLine(typeof(Shop.RefundDesk).GetMethods().Length > 0);")
            .Project("Script/Script.fsproj", items: "<Compile Include=\"Code.fs\" />", references: false)
            .Write("Script/Code.fs", "module Script\nlet one = 1\n")
            .Write("All.proj", """
                <Project DefaultTargets="Build">
                  <ItemGroup><Every Include="App/App.csproj;Script/Script.fsproj" /></ItemGroup>
                  <Target Name="Restore"><MSBuild Projects="@(Every)" Targets="Restore" /></Target>
                  <Target Name="Build"><MSBuild Projects="@(Every)" Targets="Build" /></Target>
                </Project>
                """);
        work.Run("msbuild", "All.proj", "-restore", "-v:minimal").Silent();
        Assert.Contains("build_property.GovernanceMode = enforce", Settings(work, "Shop"), StringComparison.Ordinal);
        Assert.Contains("refunds/issue-refund", File.ReadAllText(work["App/bin/Debug/net10.0/Shop.governance.json"]), StringComparison.Ordinal);
        Assert.Equal("True\n", Sdk.Run(work.Folder, work["App/bin/Debug/net10.0/App.dll"]).Succeeded().Output);
    }

    [Theory]
    [InlineData("build;buildTransitive")]
    [InlineData("buildTransitive")]
    public void A_reference_that_leaves_the_guards_out_is_refused_where_something_is_declared(string excluded)
    {
        var work = packages.Workspace("unguarded-" + excluded.Length).Project("Shop.csproj", "<RunAnalyzers>false</RunAnalyzers>", references: false,
                items: $"<PackageReference Include=\"GovernanceAnalyzers\" Version=\"$(GovernanceVersion)\" ExcludeAssets=\"{excluded}\" />")
            .Write("Text.cs", Code.Plain);
        work.Build(".").Silent();
        work.Write("Desk.cs", Code.Desk).Build(".", "--no-restore").FailedWith("error GVN3106", "ExcludeAssets");
    }

    [Theory]
    [InlineData("shop.actions.txt")]
    [InlineData("governance.owners")]
    public void Lists_in_the_project_folder_are_read_without_being_mentioned(string file)
    {
        var work = packages.Workspace(file.Split('.')[0]).Project("App.csproj").Write("Text.cs", Code.Plain).Write(file, "nonsense\n");
        work.Build(".").FailedWith("GVN9001", file);
    }

    private static string Settings(Workspace work, string project)
        => File.ReadAllText(work.Find(project + "/obj/Debug", $"{project}.GeneratedMSBuildEditorConfig.editorconfig"));
}
