using GovernanceAnalyzers.Package.Tests.Rig;

namespace GovernanceAnalyzers.Package.Tests;

[Collection(Packed.Name)]
public sealed class GovernedProjectTests(PackedPackages packages)
{
    [Fact]
    public void The_manifest_comes_with_the_build_stays_when_nothing_changed_and_goes_with_clean()
    {
        var work = packages.Workspace("library").Project("Shop/Shop.csproj").Write("Shop/Desk.cs", Code.Desk);
        work.Build("Shop").Silent();
        var manifest = work["Shop/bin/Debug/net10.0/Shop.governance.json"];
        Assert.Contains("\"id\": \"refunds/issue-refund\"", File.ReadAllText(manifest), StringComparison.Ordinal);

        var again = work.Run("build", "Shop", "--no-restore", "-v", "normal").Silent();
        Assert.Contains("Skipping target \"GovernanceWriteManifest\"", again.Output, StringComparison.Ordinal);

        work.Run("clean", "Shop").Succeeded();
        Assert.Empty(Directory.GetFiles(work["Shop"], "*.governance.json", SearchOption.AllDirectories));
    }

    [Fact]
    public void Two_folders_give_the_same_bytes()
    {
        var manifests = new[] { "here", "there/deeper" }.Select(folder =>
        {
            var work = packages.Workspace("twice").Project($"{folder}/Shop.csproj").Write($"{folder}/Desk.cs", Code.Desk);
            work.Build(folder).Silent();
            return File.ReadAllBytes(work[$"{folder}/bin/Debug/net10.0/Shop.governance.json"]);
        }).ToList();
        Assert.Equal(manifests[0], manifests[1]);
        Assert.DoesNotContain((byte)'\r', manifests[0]);
        Assert.Equal((byte)'{', manifests[0][0]);
    }

    [Fact]
    public void Each_framework_has_its_manifest_and_a_program_publishes_its_own_and_its_libraries()
    {
        var work = packages.Workspace("frameworks")
            .Project("Shop/Shop.csproj", framework: "net10.0;netstandard2.1").Write("Shop/Desk.cs", Code.Desk)
            .Write("Shop/OlderFrameworks.cs", "#if !NET\nnamespace System.Runtime.CompilerServices { static class IsExternalInit; }\n#endif\n")
            .Project("App/App.csproj", "<OutputType>Exe</OutputType>", "<ProjectReference Include=\"../Shop/Shop.csproj\" />")
            .Write("App/Program.cs", "Console.WriteLine(typeof(Shop.RefundDesk).Name);");
        work.Run("publish", "App", "-v", "minimal", "-o", work["out"]).Silent();
        Assert.True(File.Exists(work["out/App.governance.json"]));
        Assert.True(File.Exists(work["out/Shop.governance.json"]));
        Assert.Equal("RefundDesk\n", Sdk.Run(work.Folder, work["out/App.dll"]).Succeeded().Output);

        work.Build("Shop", "--no-restore").Silent();
        Assert.True(File.Exists(work["Shop/bin/Debug/netstandard2.1/Shop.governance.json"]));
        Assert.True(File.Exists(work["Shop/bin/Debug/net10.0/Shop.governance.json"]));
    }
}
