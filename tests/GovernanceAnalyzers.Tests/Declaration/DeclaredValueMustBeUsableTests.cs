using GovernanceAnalyzers.Rules.Declaration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class DeclaredValueMustBeUsableTests
{
    [Theory]
    [InlineData("""[{|#0:Baseline|}("cycle-time")]""", "baseline 'cycle-time' has neither a value nor a reason in NotApplicable")]
    [InlineData("""[{|#0:Baseline|}("cycle-time", double.NaN, Unit = "h")]""", "baseline 'cycle-time' has neither a value nor a reason in NotApplicable")]
    [InlineData("""[Baseline("cycle-time", NotApplicable = {|#0:""|})]""", "baseline 'cycle-time' gives no reason in NotApplicable")]
    [InlineData("""[Baseline("cycle-time", NotApplicable = {|#0:"TODO"|})]""", "baseline 'cycle-time' gives no reason in NotApplicable")]
    [InlineData("""[Baseline("cycle-time", 6, NotApplicable = {|#0:"salaried"|})]""", "baseline 'cycle-time' is not applicable and has numbers all the same")]
    [InlineData("""[Baseline("cycle-time", Kill = 6, NotApplicable = {|#0:"salaried"|})]""", "baseline 'cycle-time' is not applicable and has numbers all the same")]
    [InlineData("""[Baseline({|#0:"Cycle time"|}, 6)]""", "a metric is named by lower-case words of a-z and 0-9, joined by '-' or '.', and 'Cycle time' is not")]
    [InlineData("""[Baseline("cycle-time", 6, Target = {|#0:double.NegativeInfinity|})]""", "baseline 'cycle-time' has an infinite number")]
    [InlineData("""[Baseline("cycle-time", {|#0:1 / 0.0|})]""", "baseline 'cycle-time' has an infinite number")]
    [InlineData("""[Baseline("cycle-time", 6.2, Target = 2.5, Kill = {|#0:2.5|})]""",
                "baseline 'cycle-time' has the kill value 2.5, which is not worse than its target 2.5 where less is better")]
    [InlineData("""[Baseline("accuracy", 90, Target = 95, Kill = {|#0:97|})]""",
                "baseline 'accuracy' has the kill value 97, which is not worse than its target 95 where more is better")]
    [InlineData("""[Baseline("cycle-time", 6, Kill = {|#0:6|})]""", "baseline 'cycle-time' has the kill value 6, which is not worse than its value 6")]
    [InlineData("""[Baseline("accuracy", 90, Direction = BaselineDirection.HigherIsBetter, Target = {|#0:85|})]""",
                "baseline 'accuracy' has the target 85, which is worse than its value 90 where more is better")]
    [InlineData("""[Baseline("accuracy", 90, Direction = BaselineDirection.HigherIsBetter, Kill = {|#0:95|})]""",
                "baseline 'accuracy' has the kill value 95, which is not worse than its value 90 where more is better")]
    [InlineData("""[Baseline("a", 1)] [Baseline({|#0:"a"|}, 2)]""", "baseline 'a' is declared twice")]
    [InlineData("""[FailureMode({|#0:""|}, Response = "deny")]""", "a failure mode is named by lower-case words of a-z and 0-9, joined by '-' or '.', and '' is not")]
    [InlineData("""[{|#0:FailureMode|}("late")]""", "failure mode 'late' says no Response: what is done when it happens")]
    [InlineData("""[FailureMode("late", Response = {|#0:"tbd"|})]""", "failure mode 'late' says no Response: what is done when it happens")]
    [InlineData("""[FailureMode("late", Response = "a")] [FailureMode({|#0:"late"|}, Response = "b")]""", "failure mode 'late' is declared twice")]
    [InlineData("""[{|#0:Review|}("authority")]""", "review 'authority' says no cadence: write EveryDays")]
    [InlineData("""[Review("authority", EveryDays = {|#0:0|})]""", "review 'authority' is every 0 days, and a cadence is 1 or more")]
    [InlineData("""[Review("authority", EveryDays = {|#0:-7|})]""", "review 'authority' is every -7 days, and a cadence is 1 or more")]
    [InlineData("""[Review("authority", EveryDays = 7, Last = {|#0:"1.10.2026"|})]""", "review 'authority' was last on '1.10.2026', which is no date as yyyy-MM-dd")]
    [InlineData("""[Review({|#0:"Four eyes"|}, EveryDays = 7)]""",
                "a kind of review is named by lower-case words of a-z and 0-9, joined by '-' or '.', and 'Four eyes' is not")]
    [InlineData("""[Review("a", EveryDays = 7)] [Review({|#0:"a"|}, EveryDays = 9)]""", "review 'a' is declared twice")]
    [InlineData("""[Sunset({|#0:"2027-02-30"|})]""", "the sunset is on '2027-02-30', which is no date as yyyy-MM-dd")]
    public Task A_workflows_value_that_nobody_can_use_is_reported(string attributes, string problem)
        => Test(attributes, "", "Workflow 'refunds': " + problem);

    [Theory]
    [InlineData("", """, MinConfidence = {|#0:1.01|}""", "MinConfidence is a confidence, from 0 to 1")]
    [InlineData("", """, MinConfidence = {|#0:-0.5|}""", "MinConfidence is a confidence, from 0 to 1")]
    [InlineData("", """, MinConfidence = {|#0:double.PositiveInfinity|}""", "MinConfidence is a confidence, from 0 to 1")]
    [InlineData("", """, Allows = {|#0:""|}""",
                "Allows names no capability; write those that the step may reach, such as \"files.write, mail.send\", or leave it out")]
    [InlineData("", """, Allows = {|#0:" , "|}""",
                "Allows names no capability; write those that the step may reach, such as \"files.write, mail.send\", or leave it out")]
    [InlineData("", """, Allows = {|#0:"files.wirte"|}""",
                "Allows: 'files.wirte' is no built-in capability; 'files' has files.delete, files.read, files.write")]
    [InlineData("""[{|#0:FailureMode|}("late")]""", "", "failure mode 'late' says no Response: what is done when it happens")]
    public Task A_steps_value_that_nobody_can_use_is_reported(string attributes, string arguments, string problem)
        => Test("", arguments, "Step 'refunds/triage': " + problem, attributes);

    [Theory]
    [InlineData("""[Baseline("cycle-time", 6.2, Unit = "h", Target = 2.5, Kill = 8)]""")]
    [InlineData("""[Baseline("cycle-time", 6.2, Target = 2.5, Kill = 6)]""")] // Stopped unless it gets better at all.
    [InlineData("""[Baseline("accuracy", 90, Target = 95, Kill = 85)]""")]
    [InlineData("""[Baseline("accuracy", 90, Target = 90, Kill = 85)]""")]
    [InlineData("""[Baseline("accuracy", 90, Target = 90, Direction = BaselineDirection.LowerIsBetter)]""")]
    [InlineData("""[Baseline("accuracy", 0)] [Baseline("errors", -1.5, Kill = 3)]""")]
    [InlineData("""[Baseline("cost-per-unit", NotApplicable = "salaried")]""")]
    [InlineData("""[Review("authority", EveryDays = 1, Last = "2026-01-01")] [Review("access", EveryDays = int.MaxValue, Last = "9999-12-31")]""")]
    [InlineData("""[Sunset("2027-03-31")] [FailureMode("late", Response = "tell the lead")]""")]
    public Task What_can_be_used_is_fine(string attributes) => Test(attributes, ", MinConfidence = 0.8, Allows = \"files.read,acme.score\"", null);

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    public Task The_least_and_the_greatest_confidence_are_confidences(string confidence) => Test("", $", MinConfidence = {confidence}", null);

    [Theory]
    [InlineData("[Baseline(")]
    [InlineData("[Baseline(\"cycle-time\", Sunset1)]")]
    [InlineData("[Review(\"authority\", EveryDays = \"7\")]")]
    [InlineData("[Sunset]")]
    [InlineData("[FailureMode()]")]
    public Task Nothing_is_said_while_it_is_being_typed(string attributes) => new RuleTest<DeclaredValueMustBeUsableAnalyzer>
    {
        TestCode = $$"""
            {{attributes}}
            [GovernedWorkflow("refunds")]
            public sealed partial class RefundDesk
            {
            }
            """,
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    [Fact]
    public Task A_step_is_asked_for_its_own_also_where_its_type_is_no_workflow() => new RuleTest<DeclaredValueMustBeUsableAnalyzer>
    {
        TestCode = "public class Desk { [WorkflowStep(\"triage\", RiskTier.Low), {|#0:FailureMode|}(\"late\")] public Task TriageAsync() => Task.CompletedTask; }",
        ExpectedDiagnostics =
        {
            new DiagnosticResult("GVN1015", DiagnosticSeverity.Error).WithLocation(0)
                .WithMessage("Step 'triage': failure mode 'late' says no Response: what is done when it happens"),
        },
    }.RunAsync();

    [Fact]
    public Task A_value_on_a_class_that_is_no_workflow_is_another_rules()
        => new RuleTest<DeclaredValueMustBeUsableAnalyzer> { TestCode = "[Baseline(\"cycle-time\")] public sealed class Desk { }" }.RunAsync();

    private static Task Test(string attributes, string arguments, string? says, string onStep = "")
    {
        var test = new RuleTest<DeclaredValueMustBeUsableAnalyzer>
        {
            TestCode = $$"""
                [GovernedWorkflow("refunds")]
                {{attributes}}
                public sealed partial class RefundDesk(IStepGovernor governor)
                {
                    [WorkflowStep("triage", RiskTier.Low{{arguments}})]
                    {{onStep}}
                    public partial Task TriageAsync(string id);

                    private Task TriageCoreAsync(string id) => Task.CompletedTask;
                }
                """,
        };
        if (says is not null)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN1015", DiagnosticSeverity.Error).WithLocation(0).WithMessage(says));
        }

        return test.RunAsync();
    }
}
