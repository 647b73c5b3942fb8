using GovernanceAnalyzers.Rules.Declaration;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class StepMustDeclareRiskTierTests
{
    [Fact]
    public Task A_missing_tier_is_reported() => Test("""[{|#0:WorkflowStep|}("triage")]""", "declares no risk tier");

    [Theory]
    [InlineData("RiskTier.Unspecified")]
    [InlineData("(RiskTier)7")]
    [InlineData("(RiskTier)(-1)")]
    [InlineData("default")]
    public Task A_value_that_is_no_tier_is_reported(string tier)
        => Test("[WorkflowStep(\"triage\", {|#0:" + tier + "|})]", $"declares '{tier}', which is no risk tier");

    [Fact]
    public Task The_lowest_tier_that_covers_what_it_reaches_is_named() => new StepTest<StepMustDeclareRiskTierAnalyzer>
    {
        Members = """
            [{|#0:WorkflowStep|}("clean-up", Rollback = nameof(RestoreAsync))]
            public partial Task CleanUpAsync(string path);
            private Task CleanUpCoreAsync(string path) { File.Delete(path); return Task.CompletedTask; }
            private Task RestoreAsync(string path) => Task.CompletedTask;
            """,
        Says = "Step 'refunds/clean-up' declares no risk tier: write at least RiskTier.High, because it reaches files.delete (High) by CleanUpAsync → File.Delete",
    }.RunAsync();

    [Theory]
    [InlineData("RiskTier.Low")]
    [InlineData("RiskTier.Medium")]
    [InlineData("tier: RiskTier.High")]
    [InlineData("(RiskTier)2")]
    public Task A_tier_is_a_tier(string tier) => Test($"[WorkflowStep(\"triage\", {tier})]", null);

    [Theory]
    [InlineData("[WorkflowStep(\"triage\", ")]
    [InlineData("[WorkflowStep(\"triage\", RiskTier")]
    [InlineData("[WorkflowStep(\"triage\", RiskTier.Hi)]")]
    [InlineData("[WorkflowStep(]")]
    public Task While_the_tier_is_typed_nothing_is_said(string attribute) => new RuleTest<StepMustDeclareRiskTierAnalyzer>
    {
        TestCode = $"public class Desk {{ {attribute}\npublic Task TriageAsync() => Task.CompletedTask; }}",
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    [Fact]
    public Task A_waiver_holds() => new RuleTest<StepMustDeclareRiskTierAnalyzer>
    {
        TestCode = """
            public class Desk
            {
                [GovernanceWaiver("GVN1004", Reason = "tier is decided on Friday", ApprovedBy = "risk-office", Until = "2027-01-31")]
                [WorkflowStep("triage")]
                public Task TriageAsync() => Task.CompletedTask;

                [GovernanceWaiver("GVN1004")]
                [[|WorkflowStep|]("route")]
                public Task RouteAsync() => Task.CompletedTask;
            }
            """,
    }.RunAsync();

    private static Task Test(string step, string? says)
    {
        var test = new StepTest<StepMustDeclareRiskTierAnalyzer>
        {
            TestCode = $"public class Desk {{ {step} public Task TriageAsync() => Task.CompletedTask; }}",
        };
        if (says is not null)
        {
            test.Says = $"Step 'triage' {says}: write RiskTier.Low (runs alone), RiskTier.Medium (a person confirms) or RiskTier.High (a person other than the "
                      + "requester confirms)";
        }

        return test.RunAsync();
    }
}
