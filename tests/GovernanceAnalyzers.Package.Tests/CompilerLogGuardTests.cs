using GovernanceAnalyzers.Package.Tests.Rig;

namespace GovernanceAnalyzers.Package.Tests;

/// <summary>On a build server the compiler's own log says whether the rules ran (GVN3104).</summary>
[Collection(Packed.Name)]
public sealed class CompilerLogGuardTests(PackedPackages packages)
{
    private const string Server = "-p:ContinuousIntegrationBuild=true";
    private const string Log = "obj/Debug/net10.0/Shop.governance.sarif";

    [Fact]
    public void A_build_server_keeps_the_compilers_log_and_reads_it()
    {
        var work = packages.Workspace("log").Project("Shop.csproj").Write("Desk.cs", Code.Desk);
        work.Build(".").Silent();
        Assert.False(File.Exists(work[Log]));

        // The local build is no reason to have no log.
        work.Build(".", "--no-restore", Server).Silent();
        Assert.Contains("\"GVN0001\"", File.ReadAllText(work[Log]), StringComparison.Ordinal);

        work.Run("clean", ".", Server).Succeeded();
        Assert.False(File.Exists(work[Log]));
    }

    [Fact]
    public void The_projects_own_log_is_read_and_one_that_cannot_tell_is_said_to()
    {
        var work = packages.Workspace("own-log").Project("Shop.csproj").Write("Desk.cs", Code.Desk);
        var run = work.Build(".", Server, "-p:ErrorLog=own.sarif").Succeeded();
        Assert.Contains("could not be evaluated. Write <ErrorLog>own.sarif,version=2.1</ErrorLog>", Assert.Single(run.Warnings), StringComparison.Ordinal);

        work.Build(".", "--no-restore", "-t:Rebuild", Server, "-p:ErrorLog=own.sarif%2Cversion=2.1").Silent();
        Assert.False(File.Exists(work[Log]));
    }

    [Fact]
    public void A_compile_whose_rules_did_not_run_fails_and_is_not_up_to_date_afterwards()
    {
        // The response file says one thing to the compiler and another to whoever reads it afterwards; the log cannot be talked to.
        var work = packages.Workspace("sly").Project("Shop.csproj", tail: """
            <Target Name="Before" AfterTargets="GovernanceGuardBeforeCompile" Condition="'$(Sly)' == 'true'">
              <PropertyGroup><CompilerResponseFile>sly.rsp</CompilerResponseFile></PropertyGroup>
              <WriteLinesToFile File="sly.rsp" Lines="/skipanalyzers+" Overwrite="true" />
            </Target>
            <Target Name="After" AfterTargets="CoreCompile" Condition="'$(Sly)' == 'true'">
              <WriteLinesToFile File="sly.rsp" Lines="/nologo" Overwrite="true" />
            </Target>
            """).Write("Desk.cs", Code.Desk);
        var run = work.Build(".", Server, "-p:Sly=true").FailedWith("error GVN3104", "Shop.governance.sarif lists no governance rule");
        Assert.Single(run.Errors);
        work.Build(".", "--no-restore", Server, "-p:Sly=true").FailedWith("error GVN3104");
        work.Build(".", "--no-restore", Server).Silent();
    }
}
