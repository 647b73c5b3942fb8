using GovernanceAnalyzers.Rules.Enforcement;
using GovernanceAnalyzers.Tests.Controls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Enforcement;

public sealed class AutomationMustNotConfirmItselfTests
{
    private static readonly MetadataReference s_runtime = CSharpCompilation.Create(
        "GovernanceAnalyzers.Runtime",
        [CSharpSyntaxTree.ParseText("namespace Governance { public class ConfirmationInbox(string folder) { public void Approve(string id) => _ = folder; public void Deny(string id) { } } }")],
        TestReferences.All,
        new(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();

    [Theory]
    [InlineData("if (!confirm) { return; } await BAD;", "bool confirm")]
    [InlineData("if (confirm) { await BAD; }", "bool confirm")]
    [InlineData("if (dryRun) { return; } await BAD;", "bool dryRun")]
    [InlineData("if (confirmation == \"APPROVE\") { await BAD; }", "string confirmation")]
    [InlineData("if (!string.Equals(confirmation, \"yes\", StringComparison.OrdinalIgnoreCase)) { return; } await BAD;", "string confirmation")]
    [InlineData("if (force != true) { throw new InvalidOperationException(); } await BAD;", "bool? force")]
    [InlineData("var go = userApproved; if (go) { await BAD; }", "bool userApproved")]
    [InlineData("if (confirm && path.Length > 3) { await BAD; }", "bool confirm")]
    [InlineData("if (order.IsConfirmed) { await BAD; }", "Order order")]
    [InlineData("await (confirm ? BAD : Task.CompletedTask);", "bool confirm")]
    [InlineData("switch (confirmation) { case \"APPROVE\": await BAD; break; }", "string confirmation")]
    [InlineData("await log.AppendAsync(a, ct); try { if (confirm) { await BAD; } } finally { await log.AppendAsync(a, ct); }", "bool confirm")]
    [InlineData("if (((Order)order).IsConfirmed) { await BAD; }", "object order")]
    [InlineData("await Task.Run(async () => { if (confirm) { await BAD; } });", "bool confirm")]
    [InlineData("var go = confirm && path.Length > 3; if (go) { await BAD; }", "bool confirm")]
    [InlineData("var no = !confirm || path.Length > 3; if (no) { return; } await BAD;", "bool confirm")]
    [InlineData("var go = false; if (confirm) { go = true; } if (!go) { return; } await BAD;", "bool confirm")]
    [InlineData("var go = confirmation switch { \"APPROVE\" => true, _ => false }; if (go) { await BAD; }", "string confirmation")]
    [InlineData("var said = confirm && path.Length > 3; var go = said && path.Length < 9; if (go) { await BAD; }", "bool confirm")]
    [InlineData("var go = false; if (confirm) { go = true; } var stop = !go; if (stop) { return; } await BAD;", "bool confirm")]
    [InlineData("if (noted is bool note && note) { desk.Note(); } if (!confirm) { return; } await BAD;", "bool confirm, object noted")]
    public Task A_word_that_the_model_fills_in_is_no_confirmation(string statements, string parameter) => Test(statements, parameter).RunAsync();

    [Theory]
    [InlineData("confirm")]
    [InlineData("isConfirmed")]
    [InlineData("confirmation")]
    [InlineData("approve")]
    [InlineData("approved")]
    [InlineData("hasApproval")]
    [InlineData("force")]
    [InlineData("forced")]
    [InlineData("consent")]
    [InlineData("consented")]
    [InlineData("authorize")]
    [InlineData("authorized")]
    [InlineData("authorise")]
    [InlineData("authorised")]
    [InlineData("acknowledge")]
    [InlineData("acknowledged")]
    [InlineData("ack")]
    [InlineData("agree")]
    [InlineData("agreed")]
    [InlineData("areYouSure")]
    [InlineData("yes")]
    [InlineData("proceed")]
    [InlineData("dryRun")]
    [InlineData("simulate")]
    [InlineData("preview")]
    [InlineData("whatif")]
    [InlineData("whatIf")]
    [InlineData("WHATIF")]
    public Task Each_word_for_a_yes_is_known(string word) => Test($"if ({word}) {{ return; }} await BAD;", $"bool {word}").RunAsync();

    [Theory]
    [InlineData("await ACT;", "bool confirm")] // GVN2001: nothing stands before it.
    [InlineData("if (confirm) { desk.Note(); } await ACT;", "bool confirm")]
    [InlineData("var go = confirm || path.Length > 3; if (go) { await ACT; }", "bool confirm")]
    [InlineData("var go = confirm && path.Length > 3; go = recursive; if (go) { await ACT; }", "bool confirm, bool recursive")]
    [InlineData("var go = confirm && await desk.AskAsync(path); if (go) { await ACT; }", "bool confirm")]
    [InlineData("var go = false; if (confirm) { desk.Note(); } if (go) { await ACT; }", "bool confirm")] // Nothing opens it, whatever the caller says.
    [InlineData("if (recursive) { await ACT; }", "bool recursive")]
    [InlineData("if (confirm && await desk.AskAsync(path)) { await ACT; }", "bool confirm")]
    [InlineData("if (confirm && await desk.AskAnyoneAsync(path)) { await ACT; }", "bool confirm")]
    [InlineData("if (!confirm) { return; } await desk.DemandAsync(); await ACT;", "bool confirm")]
    [InlineData("if (confirm) { desk.Peek(); }", "bool confirm")]
    [InlineData("if (order.Total > 3) { await ACT; }", "Order order")]
    [InlineData("if (new Order(true, 1).IsConfirmed) { await ACT; }", "Order order")]
    [InlineData("if (confirm && order.Total > 3) { } await ACT;", "bool confirm, Order order")]
    [InlineData("foreach (var confirm in path) { await ACT; }", "Order order")]
    public Task What_another_rule_says_or_a_person_gates_is_silent(string statements, string parameter) => Test(statements, parameter).RunAsync();

    [Fact]
    public Task The_message_says_which_word()
    {
        var test = Test("if (confirm) { await desk.{|#0:ActAsync|}(); }", "bool confirm");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2012", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
            "Step 'disk/clean' performs vendor.act (High) by CleanAsync → IDesk.ActAsync, and the yes is automation's own: only the caller's own 'confirm' stands before it; ask a person"));
        return test.RunAsync();
    }

    [Fact]
    public Task One_action_gets_one_finding() => new RuleTest<ActionMustBeConfirmedAnalyzer>
    {
        TestCode = StepBody.With("if (confirm) { await desk.ActAsync(); }", parameters: ", bool confirm"),
        TestState = { Sources = { StepBody.Desk } },
    }.RunAsync();

    [Theory]
    [InlineData("2027-01-31", "desk.{|GVN2001:ActAsync|}()")]
    public Task Where_it_is_waived_the_missing_confirmation_is_still_said(string until, string act) => new RuleTest<ActionMustBeConfirmedAnalyzer>
    {
        TestCode = StepBody.Waived(
            StepBody.With($"if (confirm) {{ await {act}; }}", parameters: ", bool confirm"),
            $"[GovernanceWaiver(\"GVN2012\", Reason = \"pilot\", ApprovedBy = \"risk-office\", Until = \"{until}\")]"),
        TestState = { Sources = { StepBody.Desk } },
        BuildProperties = { ["GovernanceDate"] = "2026-11-25" },
    }.RunAsync();

    [Theory]
    [InlineData("Verdict = ConfirmationVerdict.Approved, Approver = [|\"bot\"|]")]
    [InlineData("Verdict = ConfirmationVerdict.Approved, Approver = [|request.Actor|]")]
    [InlineData("Verdict = ConfirmationVerdict.Approved, Approver = [|request.OnBehalfOf!|]")]
    [InlineData("Verdict = ConfirmationVerdict.Approved, Approver = [|AutomationContext.Current!.Actor|]")]
    [InlineData("Verdict = ConfirmationVerdict.Approved, Approver = new ActionRecord().Actor!")]
    [InlineData("Verdict = answer ? ConfirmationVerdict.Approved : ConfirmationVerdict.Denied, Approver = [|Bot|]")]
    [InlineData("Verdict = ConfirmationVerdict.Denied, Approver = \"bot\", Reason = \"no\"")]
    [InlineData("Verdict = ConfirmationVerdict.Approved, Approver = Environment.UserName")]
    [InlineData("Verdict = ConfirmationVerdict.Approved, Approver = request.Owner!")]
    [InlineData("Verdict = ConfirmationVerdict.Approved")]
    public Task An_approver_is_a_person_who_is_not_the_requester(string members) => Gate(members).RunAsync();

    [Theory]
    [InlineData("{|#0:\"bot\"|}", "its approver is a constant")]
    [InlineData("{|#0:request.Actor|}", "its approver is the requester")]
    public Task The_message_says_who_the_approver_is(string approver, string who)
    {
        var test = Gate($"Verdict = ConfirmationVerdict.Approved, Approver = {approver}");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2012", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
            $"'Gate.RequestAsync' makes a decision that approves, and the yes is automation's own: {who}; ask a person"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_decision_that_a_field_keeps_is_the_fields() => new RuleTest<AutomationMustNotConfirmItselfAnalyzer>
    {
        TestCode = """
            public static class Decisions
            {
                public static readonly ConfirmationDecision Yes = new() { Verdict = ConfirmationVerdict.Approved, Approver = {|#0:"bot"|} };
            }
            """,
        ExpectedDiagnostics =
        {
            new DiagnosticResult("GVN2012", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
                "'A field' makes a decision that approves, and the yes is automation's own: its approver is a constant; ask a person"),
        },
    }.RunAsync();

    [Fact]
    public Task The_message_says_that_the_inbox_is_decided() => new RuleTest<AutomationMustNotConfirmItselfAnalyzer>
    {
        TestCode = """
            public class Tools { [AutomationEntryPoint] public void Yes(string id) => new ConfirmationInbox("in").{|#0:Approve|}(id); }
            namespace Governance { public class ConfirmationInbox(string folder) { public void Approve(string id) => _ = folder; } }
            """,
        ExpectedDiagnostics =
        {
            new DiagnosticResult("GVN2012", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
                "Entry point 'Yes' calls ConfirmationInbox.Approve, and the yes is automation's own: it decides what waits for a person; ask a person"),
        },
    }.RunAsync();

    [Fact]
    public Task A_plumbed_step_asks_a_person_whatever_its_caller_says() => new RuleTest<AutomationMustNotConfirmItselfAnalyzer>
    {
        TestCode = """
            [GovernedWorkflow("disk", Owner = "ops")]
            public sealed partial class Disk(IDesk desk, IStepGovernor governor)
            {
                [WorkflowStep("clean", RiskTier.High)]
                public partial Task CleanAsync(bool confirm);
                private async Task CleanCoreAsync(bool confirm) { if (confirm) { await desk.ActAsync(); } }
            }
            """,
        TestState = { Sources = { StepBody.Desk } },
    }.RunAsync();

    [Fact]
    public Task A_gate_that_asks_nobody_is_another_rules() => new RuleTest<AutomationMustNotConfirmItselfAnalyzer>
    {
        TestCode = """
            public sealed class Gate : IConfirmationGate
            {
                public ValueTask<ConfirmationDecision> RequestAsync(ConfirmationRequest request, CancellationToken ct)
                    => new(new ConfirmationDecision { Verdict = ConfirmationVerdict.Approved, Approver = "bot" });
            }
            """,
    }.RunAsync();

    [Theory]
    [InlineData("[AutomationEntryPoint] public void Yes(string id) => new ConfirmationInbox(\"in\").[|Approve|](id);")]
    [InlineData("[AutomationEntryPoint] public void Yes(string id) => [|Decide|](id); private static void Decide(string id) => new ConfirmationInbox(\"in\").Approve(id);")]
    [InlineData("[AutomationEntryPoint] public void No(string id) => new ConfirmationInbox(\"in\").Deny(id);")]
    [InlineData("[AutomationEntryPoint] public void Yes(string id) => One(null!, id); private static void One(IDecide decide, string id) => decide.Do(id); interface IDecide { void Do(string id); } class A : IDecide { public void Do(string id) => new ConfirmationInbox(\"in\").Approve(id); } class B : IDecide { public void Do(string id) { } }")]
    [InlineData("public void Yes(string id) => new ConfirmationInbox(\"in\").Approve(id);")]
    public Task A_tool_does_not_decide_what_waits_for_a_person(string members)
    {
        var test = new RuleTest<AutomationMustNotConfirmItselfAnalyzer> { TestCode = $"public class Tools {{ {members} }}" };
        test.TestState.AdditionalReferences.Add(s_runtime);
        return test.RunAsync();
    }

    [Fact]
    public Task A_test_scripts_the_person()
    {
        var test = Gate("Verdict = ConfirmationVerdict.Approved, Approver = \"dana\"");
        test.TestState.AdditionalReferences.Add(HarnessLibrary.TestFramework);
        test.BuildProperties["IsTestProject"] = "true";
        return test.RunAsync();
    }

    [Theory]
    [InlineData("if (confirm) { await desk.Act }")]
    [InlineData("if (confirm")]
    [InlineData("_ = new ConfirmationDecision { Verdict = , Approver = };")]
    public Task Half_typed_code_breaks_nothing(string statements)
    {
        var test = Test(statements, "bool confirm");
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        return test.RunAsync();
    }

    [Theory]
    [InlineData("2027-01-31", "desk.ActAsync()")]
    [InlineData("2026-01-31", "desk.[|ActAsync|]()")]
    public Task A_waiver_holds_until_its_day(string until, string act)
    {
        var test = Test($"if (confirm) {{ await {act}; }}", "bool confirm", $"[GovernanceWaiver(\"GVN2012\", Reason = \"pilot\", ApprovedBy = \"risk-office\", Until = \"{until}\")]");
        test.BuildProperties["GovernanceDate"] = "2026-11-25";
        return test.RunAsync();
    }

    private static RuleTest<AutomationMustNotConfirmItselfAnalyzer> Test(string statements, string parameter, string waiver = "") => new()
    {
        TestCode = StepBody.Waived(
            StepBody.With(statements.Replace("BAD", "desk.[|ActAsync|]()").Replace("ACT", "desk.ActAsync()"), parameters: ", " + parameter), waiver),
        TestState = { Sources = { StepBody.Desk, "public sealed record Order(bool IsConfirmed, int Total);" } },
    };

    private static RuleTest<AutomationMustNotConfirmItselfAnalyzer> Gate(string members) => new()
    {
        TestCode = $$"""
            public sealed class Gate : IConfirmationGate
            {
                private const string Bot = "bot";

                public async ValueTask<ConfirmationDecision> RequestAsync(ConfirmationRequest request, CancellationToken ct)
                {
                    var answer = await Console.In.ReadLineAsync(ct) == "yes";
                    return answer
                        ? new() { RequestId = request.RequestId, {{members}} }
                        : new() { RequestId = request.RequestId, Verdict = ConfirmationVerdict.Denied, Approver = Bot };
                }
            }
            """,
    };
}
