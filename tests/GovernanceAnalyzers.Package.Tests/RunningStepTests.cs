using GovernanceAnalyzers.Package.Tests.Rig;

namespace GovernanceAnalyzers.Package.Tests;

[Collection(Packed.Name)]
public sealed class RunningStepTests(PackedPackages packages)
{
    /// <summary>What the packages promise together: the step asks before it acts, and the log says so.</summary>
    private static readonly string s_program = $$"""
        using Governance;
        using Governance.Testing;
        using Shop;

        [assembly: GovernanceWaiver(
            "GVN2018", Reason = "the harness is rehearsed in a program of its own", ApprovedBy = "risk-office", Until = "{{DateTime.UtcNow.AddDays(60):yyyy-MM-dd}}")]

        await using var governance = new GovernanceHarness();
        var payments = new Payments();
        var desk = new RefundDesk(payments, governance.Governor);
        Console.WriteLine(await desk.SummariseAsync("quiet"));
        var refund = new Refund("o-1", 12.5m);
        Console.WriteLine((await desk.IssueAsync(refund)).IsPending);
        Console.WriteLine(payments.Paid);
        Console.WriteLine(governance.Approve("refunds/issue-refund", by: "dana").Question);
        Console.WriteLine((await desk.IssueAsync(refund)).Value);
        Console.WriteLine(payments.Paid);
        Console.WriteLine(string.Join(",", governance.Records.Where(r => r.Step == "issue-refund").Select(r => r.State)));

        IArchive archive = new GovernedArchive(new Archive(), governance.Governor);
        Console.WriteLine((await archive.PurgeAsync("2019")).IsPending);
        governance.Approve("archive/purge", by: "dana");
        Console.WriteLine((await archive.PurgeAsync("2019")).Value);
        await foreach (var year in archive.YearsAsync())
        {
            Console.WriteLine(year);
        }

        Console.WriteLine(governance.Records[^1].Output);

        sealed class Payments : IPayments
        {
            public decimal Paid { get; private set; }

            public Task<string> PayAsync(string orderId, decimal amount, CancellationToken ct)
            {
                Paid += amount;
                return Task.FromResult("receipt of " + orderId);
            }
        }
        """;

    /// <summary>Steps of an interface, one of them a stream, behind the generated decorator.</summary>
    private const string Archive = """
        using Governance;

        namespace Shop;

        [GovernedWorkflow("archive", Owner = "archive-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-archive")]
        [Review("authority", EveryDays = 90)]
        public interface IArchive
        {
            [WorkflowStep("purge", RiskTier.High, Irreversible = "a year that is purged is gone", Key = "{year}", Question = "Purge {year}?")]
            Task<StepOutcome<string>> PurgeAsync(string year, StepRun? run = null, CancellationToken ct = default);

            [WorkflowStep("years", RiskTier.Low)]
            IAsyncEnumerable<int> YearsAsync(CancellationToken ct = default);
        }

        public sealed class Archive : IArchive
        {
            public Task<StepOutcome<string>> PurgeAsync(string year, StepRun? run, CancellationToken ct)
                => Task.FromResult(StepOutcome.Done($"purged {run!.Key}"));

            public async IAsyncEnumerable<int> YearsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
            {
                yield return 2020;
                await Task.Yield();
                yield return 2021;
            }
        }
        """;

    [Fact]
    public void A_generated_step_asks_before_it_acts_with_the_packed_run_time()
    {
        var work = packages.Workspace("running")
            .Project("App.csproj", "<OutputType>Exe</OutputType>",
                     "<PackageReference Include=\"GovernanceAnalyzers.Runtime\" Version=\"$(GovernanceVersion)\" /><PackageReference Include=\"GovernanceAnalyzers.Testing\" Version=\"$(GovernanceVersion)\" />")
            .Write("Desk.cs", Code.Desk).Write("Archive.cs", Archive).Write("Program.cs", s_program);
        work.Build(".").Silent();
        var lines = Sdk.Run(work.Folder, work["bin/Debug/net10.0/App.dll"]).Succeeded().Output.TrimEnd('\n').Split('\n');
        Assert.Equal(
            ["QUIET", "True", "0", lines[3], "receipt of o-1", "12.5", "requested,confirmed,started,completed",
             "True", "purged 2019", "2020", "2021", "{\"items\":2}"],
            lines);
        Assert.Contains("o-1", lines[3], StringComparison.Ordinal);
    }
}
