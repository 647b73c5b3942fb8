namespace GovernanceAnalyzers.Tool.Tests.Check;

/// <summary>A solution as they come: frameworks side by side, warnings as errors, files written beside the sources, targets of its own.</summary>
public sealed class CheckSolutionTests : IDisposable
{
    private readonly TempFolder _folder = new TempFolder()
        .With("Shop.slnx", """
            <Solution>
              <Folder Name="/lib/"><Project Path="lib/Shop.csproj" /></Folder>
              <Folder Name="/app/"><Project Path="app/Shop.csproj" /></Folder>
            </Solution>
            """)
        .With("lib/Shop.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>
                <AssemblyName>Shop.Library</AssemblyName>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <DocumentationFile>api.xml</DocumentationFile>
                <NoWarn>$(NoWarn);CS1591</NoWarn>
                <ErrorLog>own.sarif</ErrorLog>
                <OutputPath>out/</OutputPath>
                <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
                <CompilerGeneratedFilesOutputPath>generated</CompilerGeneratedFilesOutputPath>
                <CustomAfterMicrosoftCommonTargets>$(MSBuildProjectDirectory)/own.targets</CustomAfterMicrosoftCommonTargets>
              </PropertyGroup>
            </Project>
            """)
        .With("lib/own.targets", "<Project><PropertyGroup><DefineConstants>$(DefineConstants);OWN_TARGETS</DefineConstants></PropertyGroup></Project>")
        .With("lib/Tools.cs", Projects.Tools).With("lib/Mcp.cs", Projects.McpAttribute)
        .With("lib/Own.cs", """
            #if !OWN_TARGETS
            #error The project's own targets were lost.
            #endif
            """)
        .With("app/Shop.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><RunAnalyzers>false</RunAnalyzers></PropertyGroup>
              <ItemGroup><ProjectReference Include="../lib/Shop.csproj" /></ItemGroup>
            </Project>
            """)
        .With("app/Program.cs", """
            using ModelContextProtocol.Server;

            FileTools.Exists("a");

            public static class MoreTools
            {
                [McpServerTool(Name = "wipe_folder")]
                public static void Wipe(string path)
                    => System.IO.Directory.Delete(path, true);
            }
            """);

    [Fact]
    public void What_depends_on_a_project_with_findings_is_read_too_and_each_finding_is_shown_once()
    {
        var before = _folder.Fingerprint();
        var run = GovernanceTool.Run(_folder, "check", "Shop.slnx");
        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.Equal(["Tool delete_file  High", "Tool wipe_folder  High"], run.Lines.Where(l => l.StartsWith("Tool ", StringComparison.Ordinal)).Order());
        Assert.Equal(["    app/Program.cs:9", "    lib/Tools.cs:8"], run.Lines.Where(l => l.StartsWith("    ", StringComparison.Ordinal) && l.Contains(".cs:", StringComparison.Ordinal)).Order());
        Assert.Contains("Read            Shop (net10.0), Shop (net10.0, netstandard2.0)", run.Lines);
        Assert.Equal("2 errors.", run.Lines[^1]);
        Assert.Equal(before, _folder.Fingerprint());
    }

    [Fact]
    public void A_project_that_the_solution_names_and_does_not_build_is_not_clean()
    {
        _folder.With("Shop.slnx", """
            <Solution>
              <Configurations><BuildType Name="Debug" /><Platform Name="Any CPU" /></Configurations>
              <Project Path="quiet/Quiet.csproj" />
              <Project Path="app/Shop.csproj"><Build Project="false" /></Project>
            </Solution>
            """)
            .With("quiet/Quiet.csproj", Projects.Empty).With("quiet/Quiet.cs", "public class Quiet;");
        var run = GovernanceTool.Run(_folder, "check", "Shop.slnx");
        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.Contains("Not read        app/Shop.csproj", run.Lines);
        Assert.Equal("No findings in what was read. 1 project was not read (first: Shop.csproj). Not a clean result.", run.Lines[^1]);
    }

    [Fact]
    public void A_project_whose_intermediate_files_would_land_in_its_folder_is_refused_before_any_is_written()
    {
        _folder.With("lib/Shop.csproj", Projects.Empty.Replace("<TargetFramework>", "<IntermediateOutputPath>own/</IntermediateOutputPath><TargetFramework>", StringComparison.Ordinal));
        var before = _folder.Fingerprint();
        var run = GovernanceTool.Run(_folder, "check", "lib");
        Assert.Equal(new ToolRun(2, "", "Could not run: Shop.csproj failed: The project names its intermediate folder itself (own/), so a check would write into it. "
                                        + "Let it follow from the SDK's artifacts path.\n"), run);
        Assert.Equal(before, _folder.Fingerprint());
    }

    public void Dispose() => _folder.Dispose();
}
