using GovernanceAnalyzers.Rules.Declaration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class DeclarationMustHaveEffectTests
{
    private const string Idle = "on it has no effect: remove it";
    private const string NoVerdict = ", so [HumanConfirmation] on it confirms nothing: return the verdict as a bool, name the property that holds it in ApprovedWhen, "
        + "or say Throws = true; or remove it";

    [Theory]
    [InlineData("public class Desk { [{|#0:WorkflowStep|}(\"triage\", RiskTier.Low)] public Task TriageAsync() => Task.CompletedTask; }",
        "Step 'triage' belongs to no workflow, so no governance owner, review, baseline or stage holds for it: mark 'Desk' [GovernedWorkflow(\"desk\")]")]
    [InlineData("[{|#0:GovernedWorkflow|}(\"refunds\")] public class Desk { public void M() { } }",
        "Workflow 'refunds' has no step, so it governs nothing: mark what it does [WorkflowStep], or remove it")]
    [InlineData("[{|#0:GovernedWorkflow|}(\"refunds\")] public class Desk { [GovernedWorkflow(\"inner\")] public class Inner { [WorkflowStep(\"a\", RiskTier.Low)] public Task M() => Task.CompletedTask; } }",
        "Workflow 'refunds' has no step, so it governs nothing: mark what it does [WorkflowStep], or remove it")]
    [InlineData("[{|#0:GovernedWorkflow|}(\"refunds\")] public interface IDesk { Task MAsync(); }",
        "Workflow 'refunds' has no step, so it governs nothing: mark what it does [WorkflowStep], or remove it")]
    [InlineData("[{|#0:Baseline|}(\"cycle-time\", 6)] public class Desk;", "'Desk' is no workflow, so [Baseline] on it has no effect: remove it, or mark 'Desk' [GovernedWorkflow]")]
    [InlineData("[{|#0:Review|}(\"authority\")] public interface IDesk;", "'IDesk' is no workflow, so [Review] on it has no effect: remove it, or mark 'IDesk' [GovernedWorkflow]")]
    [InlineData("[{|#0:Sunset|}(\"2027-03-31\")] public class Desk;", "'Desk' is no workflow, so [Sunset] on it has no effect: remove it, or mark 'Desk' [GovernedWorkflow]")]
    [InlineData("[{|#0:FailureMode|}(\"late\")] public class Desk;", "'Desk' is no workflow, so [FailureMode] on it has no effect: remove it, or mark 'Desk' [GovernedWorkflow]")]
    [InlineData("public class Desk { [{|#0:FailureMode|}(\"late\")] public void Run() { } }", "'Run' is no step, so [FailureMode] on it has no effect: move it to the step, or remove it")]
    [InlineData("public class Desk { public void Run([{|#0:StepService|}] Stream log) { } }", "'Run' is no step, so [StepService] on its parameter 'log' has no effect: remove it")]
    [InlineData("public delegate void Run([{|#0:StepService|}] Stream log);", "'Run' is no step, so [StepService] on its parameter 'log' has no effect: remove it")]
    [InlineData("public class Desk { public void Run([{|#0:Redacted|}] string pin) { } }", "'Run' is no step and 'pin' only its parameter, so [Redacted] " + Idle)]
    [InlineData("public class Card([{|#0:Redacted|}] string number) { public string Number => number; }", "'Card' has no property 'number', so [Redacted] " + Idle)]
    [InlineData("internal record Card([{|#0:Redacted|}] string Number);", "No step takes or returns 'Card' and no other assembly can, so [Redacted] " + Idle)]
    [InlineData("public class Desk { private class Card { [{|#0:Redacted|}] public string? Number { get; set; } } }", "No step takes or returns 'Card' and no other assembly can, so [Redacted] " + Idle)]
    [InlineData("internal class Card { [{|#0:Redacted|}] public string? Number; }", "No step takes or returns 'Card' and no other assembly can, so [Redacted] " + Idle)]
    [InlineData("public class Card { [{|#0:Redacted|}] private string _number = \"\"; }", "'Card._number' is no public property or field that is written to a record, so [Redacted] " + Idle)]
    [InlineData("public class Card { [{|#0:Redacted|}] public static string? Number { get; set; } }", "'Card.Number' is no public property or field that is written to a record, so [Redacted] " + Idle)]
    [InlineData("public interface IAsk { [{|#0:HumanConfirmation|}] Task AskAsync(); }", "'AskAsync' returns nothing" + NoVerdict)]
    [InlineData("public interface IAsk { [{|#0:HumanConfirmation|}(Distinct = true)] void Ask(); }", "'Ask' returns nothing" + NoVerdict)]
    [InlineData("public interface IAsk { [{|#0:HumanConfirmation|}] ValueTask<string> AskAsync(); }", "'AskAsync' returns no bool" + NoVerdict)]
    [InlineData("public interface IAsk { [HumanConfirmation(ApprovedWhen = {|#0:\"Approved\"|})] Task<Answer> AskAsync(); }", "'Answer' has no property 'Approved'" + NoVerdict)]
    [InlineData("public interface IAsk { [HumanConfirmation(ApprovedWhen = {|#0:\"By\"|})] Task<Answer> AskAsync(); }", "'Answer.By' is no bool" + NoVerdict)]
    [InlineData("public interface IAsk { [HumanConfirmation(ApprovedWhen = {|#0:\"Status == Granted\"|})] Task<Answer> AskAsync(); }", "'Status' has no value 'Granted'" + NoVerdict)]
    [InlineData("public class Desk { public void M() { Ask(); [{|#0:HumanConfirmation|}] static void Ask() { } } }", "'Ask' returns nothing" + NoVerdict)]
    public Task What_has_no_effect_is_reported(string code, string says) => Test(code, says);

    [Theory]
    [InlineData("{|#0:nameof(ForgetAsync)|}", "'refunds/note' takes no action and neither does its rollback handler 'ForgetAsync', so there is nothing to undo: remove the rollback")]
    [InlineData("nameof(CancelAsync)", null)]
    [InlineData("nameof(ElsewhereAsync)", null)]
    [InlineData("nameof(HollowAsync)", null)]
    [InlineData("nameof(TriageAsync)", null)]
    [InlineData("\"Missing\"", null)]
    public Task A_rollback_of_a_low_step_needs_an_action(string handler, string? says) => Test(Desk("Low", handler, "_count++"), says is null ? null : "Low step " + says);

    [Theory]
    [InlineData("Medium", "_count++")]
    [InlineData("Low", "File.Delete(\"a\")")]
    [InlineData("Low", "_ = api.ElsewhereAsync(id)")]
    public Task Nor_may_the_step_itself_take_one(string tier, string body) => Test(Desk(tier, "nameof(ForgetAsync)", body), null);

    [Theory]
    [InlineData("[GovernedWorkflow(\"refunds\")] public class Desk { public class Inner { [WorkflowStep(\"a\", RiskTier.Low)] public Task M() => Task.CompletedTask; } }")]
    [InlineData("[GovernedWorkflow(\"refunds\")] public interface IDesk { [WorkflowStep(\"a\", RiskTier.Low)] Task MAsync(); } [GovernedWorkflow(\"more\")] public interface IMore : IDesk;")]
    [InlineData("[GovernedWorkflow(\"refunds\")] public class Desk { [AutomationEntryPoint] public void Run() { } }")]
    [InlineData("[GovernedWorkflow(\"refunds\")] public class Desk : Runner, IRun; public interface IRun { [AutomationEntryPoint] void Run(); } public class Runner { public void Run() { } }")]
    [InlineData("[GovernedWorkflow(\"refunds\")] public class Desk : Microsoft.Extensions.Hosting.IHostedService { public Task StartAsync(CancellationToken ct) => Task.CompletedTask; }\n"
        + "namespace Microsoft.Extensions.Hosting { public interface IHostedService { Task StartAsync(CancellationToken ct); } }")]
    [InlineData("[Baseline(\"a\", 1), Review(\"b\"), Sunset(\"2027-01-01\"), FailureMode(\"c\"), GovernedWorkflow(\"d\")] public class Desk { [FailureMode(\"c\"), WorkflowStep(\"a\", RiskTier.Low)] public Task M() => Task.CompletedTask; }")]
    public Task A_workflow_and_what_stands_on_it(string code) => Test(code, null);

    [Theory]
    [InlineData("[Redacted] string pin, [StepService] Stream log", "")]
    [InlineData("Card card", "internal record Card([Redacted] string Number);")]
    [InlineData("Dictionary<string, List<Card[]>> cards", "internal record Card([Redacted] string Number);")]
    [InlineData("Order order", "internal record Order(Card? Card); internal record Card { [Redacted] public string? Number { get; set; } }")]
    [InlineData("Sub sub", "internal record Sub : Card; internal record Card { [Redacted] public string? Number { get; set; } }")]
    [InlineData("Base it", "internal record Base(string Id); internal record Card([Redacted] string Number) : Base(Number);")]
    [InlineData("Box<Card> box", "internal record Box<T>(T It); internal record Card([Redacted] string Number);")]
    [InlineData("Gone gone", "internal record Card([Redacted] string Number);")]
    [InlineData("", "public record Card([Redacted] string Number);")]
    [InlineData("", "public class Card { [Redacted] public string? Number; [Redacted, System.Text.Json.Serialization.JsonInclude] private string? _pin; }")]
    public Task What_a_step_or_another_assembly_can_take_may_be_redacted(string parameters, string types)
        => Test($"[GovernedWorkflow(\"refunds\")] internal class Desk {{ [WorkflowStep(\"a\", RiskTier.Low)] internal Task M({parameters}) => Task.CompletedTask; }} {types}", null, broken: parameters.Contains("Gone", StringComparison.Ordinal));

    [Fact]
    public Task What_a_type_of_another_assembly_holds_is_not_ours() => Test(
        "[GovernedWorkflow(\"refunds\")] class Desk { [WorkflowStep(\"a\", RiskTier.Low)] Task M(System.Text.Json.JsonSerializerOptions it) => Task.CompletedTask; }\n"
        + "record Card([{|#0:Redacted|}] string Number);",
        "No step takes or returns 'Card' and no other assembly can, so [Redacted] " + Idle);

    [Fact]
    public Task A_generic_step_takes_anything()
        => Test("[GovernedWorkflow(\"refunds\")] class Desk { [WorkflowStep(\"a\", RiskTier.Low)] Task M<T>(T it) => Task.CompletedTask; } record Card([Redacted] string Number);", null);

    [Fact]
    public Task A_friend_may_have_a_step_that_takes_it()
        => Test("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Friend\")] internal record Card([Redacted] string Number);", null);

    [Fact]
    public Task A_service_is_not_recorded_anyway() => Test(
        "[GovernedWorkflow(\"refunds\")] public class Desk { [WorkflowStep(\"a\", RiskTier.Low)] public Task M([{|#0:Redacted|}] CancellationToken ct) => Task.CompletedTask; }",
        "'ct' is a service, which is neither shown nor logged, so [Redacted] " + Idle);

    [Theory]
    [InlineData("[HumanConfirmation] bool Ask();")]
    [InlineData("[HumanConfirmation] Task<bool?> AskAsync();")]
    [InlineData("[HumanConfirmation(Throws = true)] Task AskAsync();")]
    [InlineData("[HumanConfirmation(ApprovedWhen = \"Granted\")] ValueTask<Answer> AskAsync();")]
    [InlineData("[HumanConfirmation(ApprovedWhen = \"Inherited\")] Task<Answer> AskAsync();")]
    [InlineData("[HumanConfirmation(ApprovedWhen = \"Status == Status.Yes\")] Task<Answer> AskAsync();")]
    [InlineData("[HumanConfirmation(ApprovedWhen = \"By == 'Ada'\")] Task<Answer> AskAsync();")]
    [InlineData("[HumanConfirmation(ApprovedWhen = \"Granted == true\")] Answer Ask();")]
    [InlineData("[HumanConfirmation] T Ask<T>();")]
    [InlineData("[HumanConfirmation] Task<{|CS0246:Missing|}> AskAsync();")]
    [InlineData("[HumanConfirmation] System.Runtime.CompilerServices.ConfiguredTaskAwaitable<bool> AskAsync();")]
    public Task A_verdict_may_come_in_many_forms(string member) => Test("public interface IAsk { " + member + " }", null);

    [Theory]
    [InlineData("2027-01-31", "Redacted")]
    [InlineData("2027-02-15", "[|Redacted|]")]
    public Task A_waiver_holds_while_it_is_due(string today, string attribute) => new RuleTest<DeclarationMustHaveEffectAnalyzer>
    {
        BuildProperties = { ["GovernanceDate"] = today },
        TestCode = "public class Desk { [GovernanceWaiver(\"GVN1014\", Reason = \"becomes a step\", ApprovedBy = \"risk-office\", Until = \"2027-01-31\")]\n"
            + "public void Run([" + attribute + "] string pin) { } }",
    }.RunAsync();

    [Theory]
    [InlineData("[GovernedWorkflow(\"a\"] [Baseline(\"b\", 1)] class Desk { }")]
    [InlineData("[GovernedWorkflow(\"a\")] class Desk { [WorkflowStep(] [FailureMode(\"a\")] Task M([Redacted] string a, [StepService] Stream b) => null; }")]
    [InlineData("class Desk { [WorkflowStep(\"a\", RiskTier.] void M([Redacted] { }")]
    [InlineData("class Desk { [FailureMode(] [HumanConfirmation(ApprovedWhen = ] Task M([StepService(1)] string b) => null; }")]
    [InlineData("[Review] [Baseline(] class Desk { }")]
    public Task While_it_is_typed_nothing_is_said(string typed) => Test(typed, null, broken: true);

    private static string Desk(string tier, string handler, string body) => $$"""
        [GovernedWorkflow("refunds")]
        public sealed partial class Desk(IStepGovernor governor, IApi api)
        {
            private int _count;

            [WorkflowStep("note", RiskTier.{{tier}}, Rollback = {{handler}})]
            public partial Task NoteAsync(string id);
            private Task NoteCoreAsync(string id) { {{body}}; return Task.CompletedTask; }

            [WorkflowStep("triage", RiskTier.Low)]
            public partial Task TriageAsync(string id);
            private Task TriageCoreAsync(string id) => Task.CompletedTask;

            private Task ForgetAsync(string id) { _count--; return Task.CompletedTask; }
            private Task CancelAsync(string id) => api.CancelAsync(id);
            private Task ElsewhereAsync(string id) => api.ElsewhereAsync(id);
            private Task HollowAsync(string id) => Task.CompletedTask;
        }

        public interface IApi
        {
            [ConsequentialAction("payment.commit", RiskTier.High)] Task CancelAsync(string id);
            Task ElsewhereAsync(string id);
        }
        """;

    private static Task Test(string code, string? says, bool broken = false)
    {
        var test = new RuleTest<DeclarationMustHaveEffectAnalyzer> { TestCode = code };
        test.TestState.Sources.Add("public record Basis(bool Inherited); public record Answer(bool Granted, string By, Status Status) : Basis(Granted); public enum Status { No, Yes }");
        if (broken)
        {
            test.CompilerDiagnostics = CompilerDiagnostics.None;
        }

        if (says is not null)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN1014", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(says));
        }

        return test.RunAsync();
    }
}
