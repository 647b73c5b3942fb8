using System.Globalization;
using GovernanceAnalyzers.Package.Tests.Rig;

namespace GovernanceAnalyzers.Package.Tests;

/// <summary>The clock is asked by the build and not by the compiler (GVN3001).</summary>
[Collection(Packed.Name)]
public sealed class DateGuardTests(PackedPackages packages)
{
    [Fact]
    public void A_waiver_is_judged_by_the_clock_in_every_build_also_where_nothing_is_compiled()
    {
        var work = packages.Workspace("dates").Project("Shop.csproj").Write("Desk.cs", Waived(10));
        Assert.Contains("The waiver of GVN1008 for step 'refunds/issue-refund' ends on", Judged(work.Build(".")), StringComparison.Ordinal);

        var again = work.Run("build", "--no-restore", "-v", "normal").Succeeded();
        Assert.Contains("Skipping target \"CoreCompile\"", again.Output, StringComparison.Ordinal);
        Assert.Contains("in 10 days", again.Output, StringComparison.Ordinal);

        work.Write("Desk.cs", Waived(-20)).Build(".", "--no-restore").FailedWith("error GVN3001", "20 days ago", "Shop.csproj", "/GVN3001.md");
        // The project is compiled, and the next build fails all the same.
        work.Build(".", "--no-restore", "-p:NoWarn=GVN3001").FailedWith("error GVN3001");

        // Another day than the clock's, on which the waiver has two months to go.
        work.Build(".", "--no-restore", "-p:GovernanceDate=" + Day(-80)).Silent();
    }

    private static string Judged(SdkRun run) => Assert.Single(run.Succeeded().Warnings, w => w.Contains("GVN3001", StringComparison.Ordinal));

    private static string Day(int fromToday) => DateTime.UtcNow.AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Waived(int daysLeft) => Code.Desk
        .Replace(", EscalateTo = \"oncall-payments\"", "", StringComparison.Ordinal)
        .Replace("    [WorkflowStep(\"issue-refund\"",
                 $"    [GovernanceWaiver(\"GVN1008\", Reason = \"the rota starts soon\", ApprovedBy = \"risk-office\", Until = \"{Day(daysLeft)}\")]\n    [WorkflowStep(\"issue-refund\"",
                 StringComparison.Ordinal);
}
