using GovernanceAnalyzers.CodeFixes.Accountability;
using GovernanceAnalyzers.Rules.Accountability;

namespace GovernanceAnalyzers.Tests.Accountability;

public sealed class WaiverMustCoverFindingFixTests
{
    private const string By = "Reason = \"until 4711\", ApprovedBy = \"risk-office\", Until = \"2027-01-31\"";

    [Fact]
    public Task All_that_cover_nothing_go_and_what_is_round_them_stays() => new RuleFixTest<WaiverMustCoverFindingAnalyzer, WaiverMustCoverFindingFix>
    {
        TestCode = $$"""
            // Whose file this is.
            [assembly: GovernanceWaiver({|GVN3004:"GVN1008"|}, {{By}}, Target = "T:Gone")]

            /// <summary>The desk.</summary>
            [GovernanceWaiver({|GVN3004:"GVN1004"|}, {{By}})]
            [GovernanceWaiver({|GVN3004:"GVN1001"|}, {{By}})]
            public class Desk
            {
                /// <summary>Reads a case.</summary>
                [GovernanceWaiver({|GVN3004:"GVN1005"|}, {{By}})]
                [WorkflowStep("triage", RiskTier.High, Owner = "payments-ops", Irreversible = "read")] // the step
                [GovernanceWaiver("GVN1008", {{By}})]
                [GovernanceWaiver({|GVN3004:"GVN1003"|}, {{By}})]
                public Task TriageAsync() => Task.CompletedTask;

                [Obsolete, GovernanceWaiver({|GVN3004:"GVN1008"|}, {{By}})]
                public Task OtherAsync() => Task.CompletedTask;

                [GovernanceWaiver({|GVN3004:"GVN1008"|}, {{By}})] public int Count => 1;
            }
            """,
        FixedCode = $$"""
            // Whose file this is.

            /// <summary>The desk.</summary>
            public class Desk
            {
                /// <summary>Reads a case.</summary>
                [WorkflowStep("triage", RiskTier.High, Owner = "payments-ops", Irreversible = "read")] // the step
                [GovernanceWaiver("GVN1008", {{By}})]
                public Task TriageAsync() => Task.CompletedTask;

                [Obsolete]
                public Task OtherAsync() => Task.CompletedTask;

                public int Count => 1;
            }
            """,
    }.RunAsync();
}
