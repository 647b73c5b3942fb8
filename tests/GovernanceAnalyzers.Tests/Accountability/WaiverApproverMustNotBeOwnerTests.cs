using GovernanceAnalyzers.Rules.Accountability;

namespace GovernanceAnalyzers.Tests.Accountability;

public sealed class WaiverApproverMustNotBeOwnerTests
{
    private const string By = "Reason = \"four eyes until 4711\", Until = \"2027-01-31\", ApprovedBy = ";

    [Theory]
    [InlineData("payments-ops")]
    [InlineData("Payments-Ops")]
    [InlineData(" payments-ops ")]
    public Task The_steps_owner_cannot_approve_its_waiver(string approver) => new StepTest<WaiverApproverMustNotBeOwnerAnalyzer>
    {
        TestCode = $$"""
            public class Desk
            {
                [GovernanceWaiver("GVN2001", {{By}}{|#0:"{{approver}}"|})]
                [WorkflowStep("triage", RiskTier.Low, Owner = "payments-ops")]
                public Task TriageAsync() => Task.CompletedTask;
            }
            """,
        Says = $"The waiver of GVN2001 is approved by '{approver.Trim()}', who owns 'Desk.TriageAsync', so it waives nothing there: have somebody else approve it",
    }.RunAsync();

    [Fact]
    public Task Nor_on_a_Core_body_a_handler_the_type_the_workflow_or_the_assembly() => new RuleTest<WaiverApproverMustNotBeOwnerAnalyzer>
    {
        TestCode = $$"""
            [assembly: GovernanceWaiver("GVN2001", {{By}}[|"payments-ops"|])]
            [assembly: GovernanceWaiver("GVN2001", {{By}}[|"desk-lead"|], Target = "M:Desk.TriageAsync")]
            [assembly: GovernanceWaiver("GVN2001", {{By}}[|"desk-lead"|], Target = "T:Desk")]
            [assembly: GovernanceWaiver("GVN2001", {{By}}"desk-lead", Target = "T:Other")]
            [assembly: GovernanceWaiver("GVN2001", {{By}}"desk-lead", Target = "no id")]
            [assembly: GovernanceWaiver("GVN2001", {{By}}"risk-office")]

            [GovernanceWaiver("GVN2001", {{By}}[|"payments-ops"|])]
            [GovernanceWaiver("GVN2001", {{By}}[|"desk-lead"|])]
            [GovernanceWaiver("GVN2001", {{By}}"risk-office")]
            [GovernedWorkflow("refunds", Owner = "payments-ops")]
            public partial class Desk(IStepGovernor governor)
            {
                [WorkflowStep("triage", RiskTier.Low, Owner = "desk-lead", Rollback = nameof(UndoAsync))]
                public partial Task TriageAsync();

                [GovernanceWaiver("GVN2001", {{By}}[|"desk-lead"|])]
                private Task TriageCoreAsync() => Task.CompletedTask;

                [GovernanceWaiver("GVN2001", {{By}}[|"desk-lead"|])]
                [GovernanceWaiver("GVN2002", {{By}}"payments-ops")]
                private Task UndoAsync() => Task.CompletedTask;

                [GovernanceWaiver("GVN2001", {{By}}[|"payments-ops"|])]
                private Task OtherAsync() => Task.CompletedTask;
            }

            public class Other { }
            """,
    }.RunAsync();

    [Theory]
    [InlineData("dana", "a member of 'payments-ops', which owns 'Desk.TriageAsync'")]
    [InlineData("all", "a group with 'payments-ops', who owns 'Desk.TriageAsync'")]
    [InlineData("risk-office", "a group that shares 'lee' with 'payments-ops', which owns 'Desk.TriageAsync'")]
    [InlineData("kim", null)]
    [InlineData("audit", null)]
    public Task Nor_can_a_group_that_may_be_the_owners_own_hand(string approver, string? says)
    {
        var test = new StepTest<WaiverApproverMustNotBeOwnerAnalyzer>
        {
            TestCode = $$"""
                public class Desk
                {
                    [GovernanceWaiver("GVN2001", {{By}}{{(says is null ? $"\"{approver}\"" : $"{{|#0:\"{approver}\"|}}")}})]
                    [WorkflowStep("triage", RiskTier.Low, Owner = "payments-ops")]
                    public Task TriageAsync() => Task.CompletedTask;
                }
                """,
            TestState =
            {
                AdditionalFiles =
                {
                    ("/0/governance.owners", "# governance-owners 1\nall = payments-ops, kim\npayments-ops = dana, lee\nrisk-office = kim, lee\naudit = kim, jo\n"),
                },
            },
        };
        if (says is not null)
        {
            test.Says = $"The waiver of GVN2001 is approved by '{approver}', {says}, so it waives nothing there: have somebody else approve it";
        }

        return test.RunAsync();
    }

    [Fact]
    public Task A_waiver_that_a_member_of_the_owning_group_approved_silences_nothing() => new StepTest<GovernanceAnalyzers.Rules.Declaration.StepMustHaveEscalationPathAnalyzer>
    {
        TestCode = $$"""
            public class Desk
            {
                [GovernanceWaiver("GVN1008", {{By}}"dana")]
                [[|WorkflowStep|]("triage", RiskTier.High, Owner = "payments-ops")]
                public Task TriageAsync() => Task.CompletedTask;

                [GovernanceWaiver("GVN1008", {{By}}"kim")]
                [WorkflowStep("close", RiskTier.High, Owner = "payments-ops")]
                public Task CloseAsync() => Task.CompletedTask;
            }
            """,
        TestState = { AdditionalFiles = { ("/0/governance.owners", "# governance-owners 1\npayments-ops = dana\nkim\n") } },
    }.RunAsync();

    [Fact]
    public Task A_placeholder_is_GVN3002s() => new RuleTest<WaiverApproverMustNotBeOwnerAnalyzer>
    {
        TestCode = """
            public class Desk
            {
                [GovernanceWaiver("GVN2001", ApprovedBy = "TODO")]
                [WorkflowStep("triage", RiskTier.Low, Owner = "TODO")]
                public Task TriageAsync() => Task.CompletedTask;
            }
            """,
    }.RunAsync();
}
