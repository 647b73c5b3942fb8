using GovernanceAnalyzers.Package.Tests.Rig;

namespace GovernanceAnalyzers.Package.Tests;

/// <summary>The command as it is installed from its package, on projects that know the package and that do not.</summary>
[Collection(Packed.Name)]
public sealed class InstalledToolTests(PackedPackages packages)
{
    private const string Tools = """
        using Governance;

        public static class Tools
        {
            [AutomationEntryPoint]
            public static void Purge(string path) => File.Delete(path);
        }
        """;

    private const string Stranger = """
        namespace ModelContextProtocol.Server { [AttributeUsage(AttributeTargets.Method)] sealed class McpServerToolAttribute : Attribute; }

        public static class Tools
        {
            [ModelContextProtocol.Server.McpServerTool]
            public static void Purge(string path) => File.Delete(path);
        }
        """;

    [Fact]
    public void The_installed_command_checks_governed_projects_and_strangers_alike()
    {
        var work = packages.Workspace("tool")
            .Project("Stranger/Stranger.csproj", references: false).Write("Stranger/Tools.cs", Stranger)
            .Project("Governed/Governed.csproj").Write("Governed/Tools.cs", Tools);
        foreach (var project in new[] { "Stranger", "Governed" })
        {
            var check = Sdk.Start(packages.Command, work.Folder, "check", project, "--manifest-out", work["manifests"]);
            Assert.True(check.ExitCode == 1, check.Output);
            Assert.Single(check.Output.Split('\n'), line => line.Contains("error GVN2006", StringComparison.Ordinal));
            Assert.Contains("File.Delete", check.Output, StringComparison.Ordinal);
            Assert.False(Directory.Exists(work[project + "/bin"]), "The check built into the user's folder.");
        }
    }
}
