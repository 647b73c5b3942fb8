using GovernanceAnalyzers.Rules.Declaration;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class StepMustHaveOwnerTests
{
    private const string Complete = "Reason = \"the desk moves to payments-ops, ticket 4711\", ApprovedBy = \"risk-office\", Until = \"2027-01-31\"";

    [Fact]
    public Task A_step_that_nobody_owns_is_reported() => Test(
        """[GovernedWorkflow("refunds")]""",
        """[{|#0:WorkflowStep|}("triage", RiskTier.Low)]""",
        "Step 'refunds/triage' has no owner: write Owner = \"…\" here or on [GovernedWorkflow] of 'RefundDesk', naming the person, team or role that "
        + "answers for it");

    [Fact]
    public Task Outside_a_workflow_only_the_step_can_name_one() => Test(
        "",
        """[{|#0:WorkflowStep|}("triage", RiskTier.Low)]""",
        "Step 'triage' has no owner: write Owner = \"…\" here, naming the person, team or role that answers for it");

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public Task A_step_without_an_id_is_called_by_its_method(string id) => Test(
        "",
        "[{|#0:WorkflowStep|}(\"" + id + "\", RiskTier.Low)]",
        "Step 'RefundDesk.TriageAsync' has no owner: write Owner = \"…\" here, naming the person, team or role that answers for it");

    [Theory]
    [InlineData("\" \"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    public Task White_space_is_nobody(string owner)
        => Test("""[GovernedWorkflow("refunds")]""", "[WorkflowStep(\"triage\", RiskTier.Low, Owner = [|" + owner + "|])]");

    [Theory]
    [InlineData("TODO")]
    [InlineData("tbd")]
    [InlineData("TODO: ask Dana")]
    [InlineData("<owner>")]
    [InlineData("…")]
    [InlineData("N/A")]
    [InlineData("\\u200B")]
    [InlineData("\\u2011 \\u2212")]
    [InlineData("\\u3164")]
    [InlineData("\\U000E0041")]
    [InlineData("T\\u200BO\\uFF24O")]
    public Task A_placeholder_is_nobody_even_where_the_workflow_has_an_owner(string owner) => Test(
        """[GovernedWorkflow("refunds", Owner = "payments-ops")]""", "[WorkflowStep(\"triage\", RiskTier.Low, Owner = [|\"" + owner + "\"|])]");

    [Fact]
    public Task The_placeholder_is_named() => Test(
        """[GovernedWorkflow("refunds", Owner = "payments-ops")]""",
        """[WorkflowStep("triage", RiskTier.Low, Owner = {|#0:"TODO"|})]""",
        "Step 'refunds/triage' has no owner, for 'TODO' names nobody: write Owner = \"…\" here or on [GovernedWorkflow] of 'RefundDesk', naming the person, "
        + "team or role that answers for it");

    [Theory]
    [InlineData("todoist-team")]
    [InlineData("Dana")]
    [InlineData("x-ray desk")]
    [InlineData("Zoë")]
    [InlineData("\u652F\u4ED8\u7EC4")]
    [InlineData("\U00020BB7")]
    [InlineData("7")]
    public Task A_name_that_looks_like_a_placeholder_is_somebody(string owner)
        => Test("""[GovernedWorkflow("refunds")]""", "[WorkflowStep(\"triage\", RiskTier.Low, Owner = \"" + owner + "\")]");

    [Fact]
    public Task The_workflows_owner_is_the_steps()
        => Test("""[GovernedWorkflow("refunds", Owner = "payments-ops")]""", """[WorkflowStep("triage", RiskTier.Low)]""");

    [Fact]
    public Task A_nested_type_is_in_the_workflow_round_it() => new RuleTest<StepMustHaveOwnerAnalyzer>
    {
        TestCode = """
            [GovernedWorkflow("refunds", Owner = "payments-ops")]
            public class RefundDesk
            {
                private sealed class Inner
                {
                    [WorkflowStep("triage", RiskTier.Low)]
                    public Task TriageAsync() => Task.CompletedTask;
                }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task A_partial_step_is_reported_once() => new RuleTest<StepMustHaveOwnerAnalyzer>
    {
        TestCode = """
            public partial class RefundDesk
            {
                [[|WorkflowStep|]("triage", RiskTier.Low)]
                public partial Task TriageAsync();

                public partial Task TriageAsync() => Task.CompletedTask;
            }
            """,
    }.RunAsync();

    [Theory]
    [InlineData("[WorkflowStep(")]
    [InlineData("[WorkflowStep()]")]
    [InlineData("[WorkflowStep(\"triage\",)]")]
    [InlineData("[WorkflowStep(\"triage\", RiskTier.)]")]
    [InlineData("[WorkflowStep(\"triage\", RiskTier.Low, Owner = )]")]
    [InlineData("[WorkflowStep(\"triage\", RiskTier.Low, Owner = Names.Missing)]")]
    [InlineData("[WorkflowStep(\"triage\", RiskTier.Low, Ow")]
    public Task While_the_attribute_is_typed_nothing_is_said(string attribute) => new RuleTest<StepMustHaveOwnerAnalyzer>
    {
        TestCode = $$"""
            public class RefundDesk
            {
                {{attribute}}
                public Task TriageAsync() => Task.CompletedTask;
            }
            """,
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    [Theory]
    [InlineData("[GovernedWorkflow(")]
    [InlineData("[GovernedWorkflow(\"refunds\", Owner = )]")]
    [InlineData("[GovernedWorkflow(\"refunds\", Owner = Names.Missing)]")]
    [InlineData("[GovernedWorkflow(\"refunds\", Ow)]")]
    public Task Nor_while_the_workflows_is(string attribute) => new RuleTest<StepMustHaveOwnerAnalyzer>
    {
        TestCode = attribute + "\npublic class Desk { [WorkflowStep(\"triage\", RiskTier.Low)] public Task TriageAsync() => Task.CompletedTask; }",
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    [Fact]
    public Task A_warning_inside_the_attribute_hides_nothing() => new RuleTest<StepMustHaveOwnerAnalyzer>
    {
        TestCode = """
            public class RefundDesk
            {
                [[|WorkflowStep|]("triage",
            #warning looks half-typed
            #pragma warning disable 1030
                    RiskTier.Low)]
                public Task TriageAsync() => Task.CompletedTask;
            }
            """,
    }.RunAsync();

    [Theory]
    [InlineData("", "[GovernanceWaiver(\"GVN1001\", " + Complete + ")]", "")]
    [InlineData("", "", "[GovernanceWaiver(\"GVN1001\", " + Complete + ")]")]
    [InlineData("[assembly: GovernanceWaiver(\"GVN1001\", " + Complete + ")]", "", "")]
    [InlineData("[assembly: GovernanceWaiver(\"GVN1001\", " + Complete + ", Target = \"M:RefundDesk.TriageAsync\")]", "", "")]
    [InlineData("[assembly: GovernanceWaiver(\"GVN1001\", " + Complete + ", Target = \"T:RefundDesk\")]", "", "")]
    public Task A_complete_waiver_holds(string onAssembly, string onType, string onMember) => Waived(onAssembly, onType, onMember, "WorkflowStep");

    [Theory]
    [InlineData("", "", "[GovernanceWaiver(\"GVN1001\", ApprovedBy = \"risk-office\", Until = \"2027-01-31\")]")]
    [InlineData("", "", "[GovernanceWaiver(\"GVN1001\", Reason = \"moves\", ApprovedBy = \"TODO\", Until = \"2027-01-31\")]")]
    [InlineData("", "", "[GovernanceWaiver(\"GVN1001\", Reason = \"moves\", ApprovedBy = \"risk-office\")]")]
    [InlineData("", "", "[GovernanceWaiver(\"GVN1001\", Reason = \"moves\", ApprovedBy = \"risk-office\", Until = \"31.01.2027\")]")]
    [InlineData("", "", "[GovernanceWaiver(\"GVN1004\", " + Complete + ")]")]
    [InlineData("[assembly: GovernanceWaiver(\"GVN1001\", " + Complete + ", Target = \"M:RefundDesk.OtherAsync\")]", "", "")]
    [InlineData("[assembly: GovernanceWaiver(\"GVN1001\", " + Complete + ", Target = \"\")]", "", "")]
    [InlineData("", "", "[GovernanceWaiver(\"GVN1001\", " + Complete + ", Target = \"M:RefundDesk.TriageAsync\")]")]
    public Task Any_other_waiver_does_not(string onAssembly, string onType, string onMember) => Waived(onAssembly, onType, onMember, "[|WorkflowStep|]");

    [Theory]
    [InlineData("adopt")]
    [InlineData("consumer")]
    [InlineData("nonsense")]
    public Task What_is_declared_is_held_to_it_in_every_mode(string mode) => new RuleTest<StepMustHaveOwnerAnalyzer>
    {
        TestCode = """public class Desk { [[|WorkflowStep|]("triage", RiskTier.Low)] public Task TriageAsync() => Task.CompletedTask; }""",
        BuildProperties = { ["GovernanceMode"] = mode },
    }.RunAsync();

    private static Task Test(string workflow, string step, string? says = null)
    {
        var test = new StepTest<StepMustHaveOwnerAnalyzer>
        {
            TestCode = $$"""
                {{workflow}}
                public partial class RefundDesk
                {
                    {{step}}
                    public Task TriageAsync(CancellationToken ct = default) => Task.CompletedTask;
                }
                """,
        };
        if (says is not null)
        {
            test.Says = says;
        }

        return test.RunAsync();
    }

    private static Task Waived(string onAssembly, string onType, string onMember, string step) => new RuleTest<StepMustHaveOwnerAnalyzer>
    {
        TestCode = $$"""
            {{onAssembly}}
            {{onType}}
            public class RefundDesk
            {
                {{onMember}}
                [{{step}}("triage", RiskTier.Low)]
                public Task TriageAsync() => Task.CompletedTask;
            }
            """,
    }.RunAsync();
}
