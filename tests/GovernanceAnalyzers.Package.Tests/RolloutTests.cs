using System.Text.RegularExpressions;
using GovernanceAnalyzers.Package.Tests.Rig;

namespace GovernanceAnalyzers.Package.Tests;

/// <summary>docs/guides/rolling-out.md, with the very lines that stand there, over a repository of ten projects of many kinds.</summary>
[Collection(Packed.Name)]
public sealed partial class RolloutTests(PackedPackages packages)
{
    /// <summary>A tool that acts by itself: found, counted, and not in the way of a project that adopts.</summary>
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
    public void Two_lines_govern_the_governed_project_and_leave_the_others_silent()
    {
        var work = Repository();
        var lines = TwoLines();
        work.Write("Directory.Build.props", $"""
            <Project>
              <Import Project="$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))" />
              {lines.Replace("Version=\"0.1.0\"", $"Version=\"{packages.Version}\"", StringComparison.Ordinal)}
            </Project>
            """);

        // Also as a build server builds, where the compilers' logs are kept and read.
        work.Build("Repository.slnx", "-p:ContinuousIntegrationBuild=true").Silent();
        var manifests = Directory.GetFiles(work.Folder, "*.governance.json", SearchOption.AllDirectories)
            .Where(f => f.Contains("/obj/", StringComparison.Ordinal)).ToLookup(f => Path.GetFileName(f).Split('.')[0], File.ReadAllText);
        Assert.Equal(["App", "Both", "Caller", "Checks", "Desk", "Text"], manifests.Select(m => m.Key).Order(StringComparer.Ordinal));
        Assert.Equal(2, manifests["Both"].Count());
        Assert.Contains("refunds/issue-refund", manifests["Desk"].Single(), StringComparison.Ordinal);
        Assert.All(manifests.Where(m => m.Key != "Desk").SelectMany(m => m), m => Assert.Contains("none/1", m, StringComparison.Ordinal));

        var run = work.Write("Desk/Desk.cs", Code.Desk.Replace("Owner = \"payments-ops\", ", "", StringComparison.Ordinal)).Build("Desk", "--no-restore");
        run.FailedWith("error GVN1001", "Desk.cs");

        // The way on that the guide names for a project that has been worked through.
        work.Build("App", "--no-restore", "-p:GovernanceMode=enforce").FailedWith("error GVN2006", "Tools.cs");
    }

    [GeneratedRegex("^```xml Directory.Build.props\n<Project>\n(?<lines>.*?)</Project>\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    /// <summary>Two, not counting the brackets that they stand in.</summary>
    private static string TwoLines()
    {
        var guide = File.ReadAllText(Path.Combine(PackedPackages.Repository, "docs/guides/rolling-out.md")).ReplaceLineEndings("\n");
        var lines = Assert.Single(Block().Matches(guide)).Groups["lines"].Value;
        Assert.Equal(2, lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        return lines;
    }

    /// <summary>As it is before: nothing in it knows of us but the project with the steps, which cannot build yet.</summary>
    private Workspace Repository()
    {
        var work = packages.Workspace("rollout");
        void Add(string name, string file, string code, string extension = "csproj", string properties = "", string items = "", string framework = "net10.0")
            => work.Project($"{name}/{name}.{extension}", properties, items, framework, references: false).Write($"{name}/{file}", code);

        Add("Text", "Text.cs", Code.Plain, properties: "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        Add("App", "Tools.cs", Tool + "\n", properties: "<OutputType>Exe</OutputType>");
        work.Write("App/Program.cs", "Console.WriteLine(Shop.Text.Shout(\"hello\"));").Write("App/Text.cs", Code.Plain);
        Add("Checks", "Checks.cs", "public class Checks { [Xunit.Fact] public void Holds() { } }", properties: "<IsTestProject>true</IsTestProject>",
            items: "<PackageReference Include=\"xunit\" Version=\"2.9.3\" />");
        Add("Script", "Code.fs", "module Script\nlet one = 1\n", "fsproj", items: "<Compile Include=\"Code.fs\" />");
        Add("Basic", "Code.vb", "Public Class Basic\nEnd Class\n", "vbproj", "<ImplicitUsings>disable</ImplicitUsings>");
        // What WPF builds to compile its XAML against, by its name.
        Add("Window_x1y2_wpftmp", "Text.cs", Code.Plain);
        work.Write("Nothing/Nothing.csproj", """
            <Project>
              <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><UsingMicrosoftNoTargetsSdk>true</UsingMicrosoftNoTargetsSdk></PropertyGroup>
              <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
              <Target Name="CoreCompile" />
              <Target Name="CopyFilesToOutputDirectory" />
            </Project>
            """);
        Add("Both", "Text.cs", Code.Plain, framework: "net10.0;netstandard2.0", properties: "<ImplicitUsings>disable</ImplicitUsings>");
        Add("Desk", "Desk.cs", Code.Desk);
        Add("Caller", "Caller.cs", "public sealed class Caller(Shop.RefundDesk desk) { public string Name => desk.ToString()!; }",
            items: "<ProjectReference Include=\"../Desk/Desk.csproj\" />");
        var projects = Directory.GetFiles(work.Folder, "*.*proj", SearchOption.AllDirectories).Select(p => Path.GetRelativePath(work.Folder, p)).ToList();
        Assert.Equal(10, projects.Count);
        return work.Write("Repository.slnx", $"<Solution>{string.Concat(projects.Select(p => $"<Project Path=\"{p}\" />"))}</Solution>");
    }
}
