using GovernanceAnalyzers.Rules.Declaration;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Generation;

public sealed class RefusedStepTests
{
    [Fact]
    public Task A_step_that_cannot_be_plumbed_has_one_finding_and_no_unread_governor() => new RuleTest<PlumbedStepMustHaveCoreBodyAnalyzer>
    {
        CompilerDiagnostics = CompilerDiagnostics.Warnings,
        TestCode = """
            [GovernedWorkflow("refunds", Owner = "payments-ops")]
            internal sealed partial class RefundDesk(IStepGovernor governor)
            {
                [WorkflowStep("triage", RiskTier.Low)]
                public partial Task {|GVN1009:TriageAsync|}(string id, CancellationToken ct);
            }
            """,
    }.RunAsync();
}
