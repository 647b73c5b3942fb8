using System.Globalization;
using System.Reflection;
using Governance;
using GovernanceAnalyzers.Tests.Docs;
using GovernanceAnalyzers.Tests.Generation;

namespace GovernanceAnalyzers.Tests.Declaration;

/// <summary>
/// Nothing that can be declared is decoration: two values of each property of our attributes differ in what is generated, in the manifest or in
/// what a rule says; an attribute without properties differs from its absence.
/// </summary>
public sealed class AttributePropertyTests
{
    /// <summary>Attribute and property, or the attribute alone, where in the code below, and the attribute with one value and with another.</summary>
    private static readonly Dictionary<string, (string Place, string One, string Other)> s_pairs = new()
    {
        ["GovernedWorkflow.Id"] = ("workflow", "GovernedWorkflow(\"a\")", "GovernedWorkflow(\"b\")"),
        ["GovernedWorkflow.Owner"] = Workflow("Owner = \"ops\""),
        ["GovernedWorkflow.TechnicalOwner"] = Workflow("TechnicalOwner = \"platform\""),
        ["GovernedWorkflow.GovernanceOwner"] = Workflow("GovernanceOwner = \"risk\""),
        ["GovernedWorkflow.EscalateTo"] = Workflow("EscalateTo = \"oncall\""),
        ["GovernedWorkflow.Stage"] = Workflow("Stage = WorkflowStage.Pilot"),
        ["GovernedWorkflow.Runbook"] = Workflow("Runbook = \"docs/r.md\""),
        ["WorkflowStep.Id"] = ("step", "WorkflowStep(\"a\", RiskTier.High)", "WorkflowStep(\"b\", RiskTier.High)"),
        ["WorkflowStep.Tier"] = ("step", "WorkflowStep(\"a\", RiskTier.Medium)", "WorkflowStep(\"a\", RiskTier.High)"),
        ["WorkflowStep.Owner"] = Step("Owner = \"ops\""),
        ["WorkflowStep.EscalateTo"] = Step("EscalateTo = \"oncall\""),
        ["WorkflowStep.Rollback"] = Step("Rollback = nameof(UndoAsync)"),
        ["WorkflowStep.Irreversible"] = Step("Irreversible = \"gone\""),
        ["WorkflowStep.Key"] = Step("Key = \"{id}\""),
        ["WorkflowStep.Question"] = Step("Question = \"Pay {id}?\""),
        ["WorkflowStep.MinConfidence"] = Step("MinConfidence = 0.9"),
        ["WorkflowStep.Allows"] = Step("Allows = \"mail.send\""),
        ["ConsequentialAction.Capability"] = ("contract", "ConsequentialAction(\"payment.commit\", RiskTier.High)", "ConsequentialAction(\"mail.send\", RiskTier.High)"),
        ["ConsequentialAction.Tier"] = ("contract", "ConsequentialAction(\"payment.commit\", RiskTier.Low)", "ConsequentialAction(\"payment.commit\", RiskTier.High)"),
        ["ConsequentialAction.Because"] = ("contract", "ConsequentialAction(\"payment.commit\", RiskTier.High)", "ConsequentialAction(\"payment.commit\", RiskTier.High, Because = \"money\")"),
        ["HumanConfirmation.ApprovedWhen"] = ("confirmation", "HumanConfirmation(Distinct = true)", "HumanConfirmation(Distinct = true, ApprovedWhen = \"Granted\")"),
        ["HumanConfirmation.Throws"] = ("confirmation", "HumanConfirmation(Distinct = true)", "HumanConfirmation(Distinct = true, Throws = true)"),
        ["HumanConfirmation.Distinct"] = ("confirmation", "HumanConfirmation(ApprovedWhen = \"Granted\")", "HumanConfirmation(ApprovedWhen = \"Granted\", Distinct = true)"),
        ["RecordsAction.Moment"] = ("record", "RecordsAction(RecordMoment.Intent)", "RecordsAction(RecordMoment.Outcome)"),
        ["Baseline.Metric"] = ("model", "Baseline(\"cycle-time\", 6)", "Baseline(\"error-rate\", 6)"),
        ["Baseline.Value"] = ("model", "Baseline(\"cycle-time\", 6)", "Baseline(\"cycle-time\", 7)"),
        ["Baseline.Unit"] = Model("Baseline(\"cycle-time\", 6)", "Unit = \"h\""),
        ["Baseline.Target"] = Model("Baseline(\"cycle-time\", 6)", "Target = 2"),
        ["Baseline.Kill"] = Model("Baseline(\"cycle-time\", 6)", "Kill = 8"),
        ["Baseline.Direction"] = Model("Baseline(\"cycle-time\", 6)", "Direction = BaselineDirection.HigherIsBetter"),
        ["Baseline.NotApplicable"] = Model("Baseline(\"cycle-time\")", "NotApplicable = \"salaried\""),
        ["FailureMode.Id"] = ("model", "FailureMode(\"late\")", "FailureMode(\"lost\")"),
        ["FailureMode.Response"] = Model("FailureMode(\"late\")", "Response = \"deny\""),
        ["FailureMode.EscalateTo"] = Model("FailureMode(\"late\")", "EscalateTo = \"lead\""),
        ["Review.Kind"] = ("model", "Review(\"authority\")", "Review(\"access\")"),
        ["Review.EveryDays"] = Model("Review(\"authority\")", "EveryDays = 90"),
        ["Review.Last"] = Model("Review(\"authority\")", "Last = \"2026-10-01\""),
        ["Sunset.Date"] = ("model", "Sunset(\"2027-03-31\")", "Sunset(\"2027-04-30\")"),
        ["Sunset.Reason"] = Model("Sunset(\"2027-03-31\")", "Reason = \"budget\""),
        ["GovernanceWaiver.Rule"] = ("model", "GovernanceWaiver(\"GVN1001\")", "GovernanceWaiver(\"GVN1008\")"),
        ["GovernanceWaiver.Reason"] = Model("GovernanceWaiver(\"GVN1001\")", "Reason = \"ticket 1\""),
        ["GovernanceWaiver.ApprovedBy"] = Model("GovernanceWaiver(\"GVN1001\")", "ApprovedBy = \"risk\""),
        ["GovernanceWaiver.Until"] = Model("GovernanceWaiver(\"GVN1001\")", "Until = \"2027-01-31\""),
        ["GovernanceWaiver.Target"] = ("assembly", "assembly: GovernanceWaiver(\"GVN1001\")", "assembly: GovernanceWaiver(\"GVN1001\", Target = \"T:Desk\")"),
        ["Redacted"] = ("argument", "", "Redacted"),
        ["StepService"] = ("argument", "", "StepService"),
        ["AutomationEntryPoint"] = ("tool", "", "AutomationEntryPoint"),
    };

    private static IEnumerable<string> Names => typeof(WorkflowStepAttribute).Assembly.GetExportedTypes()
        .Where(type => type.IsSubclassOf(typeof(Attribute)) && type != typeof(StepTableAttribute))
        .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly) is { Length: > 0 } properties
            ? properties.Select(property => $"{Short(type)}.{property.Name}")
            : [Short(type)]);

    public static TheoryData<string> Properties => [.. Names];

    [Theory, MemberData(nameof(Properties))]
    public async Task A_property_has_an_effect(string property)
    {
        Assert.True(s_pairs.TryGetValue(property, out var pair), $"Say in this test what {property} changes.");
        var (one, other) = (Code(pair.Place, pair.One), Code(pair.Place, pair.Other));
        if (Generated(one) == Generated(other))
        {
            Assert.NotEqual(await FoundAsync(one), await FoundAsync(other));
        }
    }

    [Fact]
    public void What_is_listed_exists() => Assert.Empty(s_pairs.Keys.Except(Names));

    private static string Short(Type attribute) => attribute.Name[..^"Attribute".Length];

    private static (string, string, string) Workflow(string argument) => ("workflow", "GovernedWorkflow(\"a\")", $"GovernedWorkflow(\"a\", {argument})");

    private static (string, string, string) Step(string argument) => ("step", "WorkflowStep(\"a\", RiskTier.High)", $"WorkflowStep(\"a\", RiskTier.High, {argument})");

    private static (string, string, string) Model(string attribute, string argument) => ("model", attribute, attribute[..^1] + ", " + argument + ")");

    private static string Code(string place, string attribute)
    {
        return $$"""
            {{At("assembly", "")}}
            public interface IApi { {{At("contract", "ConsequentialAction(\"payment.commit\", RiskTier.High)")}} Task PayAsync(string id); }
            public interface IAsk { {{At("confirmation", "HumanConfirmation(ApprovedWhen = \"Granted\", Distinct = true)")}} Task<Answer> AskAsync(string id); }
            public interface IAudit { {{At("record", "RecordsAction(RecordMoment.Intent)")}} Task WriteAsync(string id); }
            public sealed record Answer(bool Granted);

            {{At("workflow", "GovernedWorkflow(\"a\")")}}
            {{At("model", "")}}
            public sealed partial class Desk(IApi api, IAsk ask, IAudit audit, IStepGovernor governor)
            {
                {{At("step", "WorkflowStep(\"a\", RiskTier.High)")}}
                public partial Task IssueAsync({{At("argument", "")}} string id);
                private Task IssueCoreAsync(string id) => api.PayAsync(id);
                private Task UndoAsync(string id) => api.PayAsync(id);

                {{At("tool", "")}}
                public Task ToolAsync(string id) => api.PayAsync(id);

                [WorkflowStep("by-hand", RiskTier.High)]
                public async Task ByHandAsync(string id)
                {
                    var answer = await ask.AskAsync(id);
                    if (!answer.Granted)
                    {
                        return;
                    }

                    await audit.WriteAsync(id);
                    await api.PayAsync(id);
                }
            }
            """;

        string At(string slot, string otherwise) => (slot == place ? attribute : otherwise) is { Length: > 0 } text ? $"[{text}]" : "";
    }

    private static string Generated(string code)
        => string.Join("\n", new PlumbingTest { TestCode = code }.Run().Driver.GetRunResult().GeneratedTrees.Select(tree => tree.ToString()));

    private static async Task<string> FoundAsync(string code)
        => string.Join("\n", (await ExampleCode.DiagnosticsOf(code)).Select(d => $"{d.Id} {d.GetMessage(CultureInfo.InvariantCulture)}").Order(StringComparer.Ordinal));
}
