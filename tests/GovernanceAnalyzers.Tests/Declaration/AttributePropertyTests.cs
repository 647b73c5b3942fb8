using System.Globalization;
using System.Reflection;
using Governance;
using GovernanceAnalyzers.Tests.Docs;
using GovernanceAnalyzers.Tests.Generation;

namespace GovernanceAnalyzers.Tests.Declaration;

/// <summary>
/// Nothing that can be declared is decoration: two values of each property of our attributes differ in the plumbing, in the manifest or in what a rule
/// says, and the table says in which; an attribute without properties differs from its absence.
/// </summary>
public sealed class AttributePropertyTests
{
    private const Effects Plumbing = Effects.Plumbing;
    private const Effects Manifest = Effects.Manifest;
    private const Effects Rules = Effects.Rules;
    private const Effects ManifestAndRules = Manifest | Rules;
    private const Effects Everywhere = Plumbing | Manifest | Rules;

    /// <summary>Attribute and property, or the attribute alone, where in the code below, the attribute with one value and with another, and what differs.</summary>
    private static readonly Dictionary<string, (string Place, string One, string Other, Effects Effects)> s_pairs = new()
    {
        ["GovernedWorkflow.Id"] = ("workflow", "GovernedWorkflow(\"a\", Stage = WorkflowStage.Harden)", "GovernedWorkflow(\"b\", Stage = WorkflowStage.Harden)", Everywhere),
        ["GovernedWorkflow.Owner"] = Workflow("Owner = \"ops\"", Everywhere),
        ["GovernedWorkflow.TechnicalOwner"] = Workflow("TechnicalOwner = \"platform\"", ManifestAndRules),
        ["GovernedWorkflow.GovernanceOwner"] = Workflow("GovernanceOwner = \"risk\"", ManifestAndRules),
        ["GovernedWorkflow.EscalateTo"] = Workflow("EscalateTo = \"oncall\"", Everywhere),
        ["GovernedWorkflow.Stage"] = ("workflow", "GovernedWorkflow(\"a\", Stage = WorkflowStage.Pilot)", "GovernedWorkflow(\"a\", Stage = WorkflowStage.Harden)", ManifestAndRules),
        ["GovernedWorkflow.Runbook"] = Workflow("Runbook = \"docs/r.md\"", ManifestAndRules),
        ["WorkflowStep.Id"] = ("step", "WorkflowStep(\"a\", RiskTier.High)", "WorkflowStep(\"b\", RiskTier.High)", Everywhere),
        ["WorkflowStep.Tier"] = ("step", "WorkflowStep(\"a\", RiskTier.Medium)", "WorkflowStep(\"a\", RiskTier.High)", Everywhere),
        ["WorkflowStep.Owner"] = Step("Owner = \"ops\"", Everywhere),
        ["WorkflowStep.EscalateTo"] = Step("EscalateTo = \"oncall\"", Everywhere),
        ["WorkflowStep.Rollback"] = Step("Rollback = nameof(UndoAsync)", Everywhere),
        ["WorkflowStep.Irreversible"] = Step("Irreversible = \"gone\"", Everywhere),
        ["WorkflowStep.Key"] = Step("Key = \"{id}\"", Everywhere),
        ["WorkflowStep.Question"] = Step("Question = \"Pay {id}?\"", Everywhere),
        ["WorkflowStep.MinConfidence"] = Step("MinConfidence = 0.9", Plumbing | Manifest),
        ["WorkflowStep.Allows"] = Step("Allows = \"mail.send\"", Everywhere),
        ["ConsequentialAction.Capability"] = ("contract", "ConsequentialAction(\"payment.commit\", RiskTier.High)", "ConsequentialAction(\"mail.send\", RiskTier.High)", ManifestAndRules),
        ["ConsequentialAction.Tier"] = ("contract", "ConsequentialAction(\"payment.commit\", RiskTier.Low)", "ConsequentialAction(\"payment.commit\", RiskTier.High)", ManifestAndRules),
        ["ConsequentialAction.Because"] = ("contract", "ConsequentialAction(\"payment.commit\", RiskTier.High)", "ConsequentialAction(\"payment.commit\", RiskTier.High, Because = \"money\")", Manifest),
        ["ConsequentialAction.OnlyFromSteps"] = ("contract", "ConsequentialAction(\"payment.commit\", RiskTier.High)", "ConsequentialAction(\"payment.commit\", RiskTier.High, OnlyFromSteps = true)", Rules),
        ["HumanConfirmation.ApprovedWhen"] = ("confirmation", "HumanConfirmation(Distinct = true)", "HumanConfirmation(Distinct = true, ApprovedWhen = \"Granted\")", Rules),
        ["HumanConfirmation.Throws"] = ("confirmation", "HumanConfirmation(Distinct = true)", "HumanConfirmation(Distinct = true, Throws = true)", Rules),
        ["HumanConfirmation.Distinct"] = ("confirmation", "HumanConfirmation(ApprovedWhen = \"Granted\")", "HumanConfirmation(ApprovedWhen = \"Granted\", Distinct = true)", Rules),
        ["HumanConfirmation.Binds"] = ("confirmation", "HumanConfirmation(Distinct = true, ApprovedWhen = \"Granted\")", "HumanConfirmation(Distinct = true, ApprovedWhen = \"Granted\", Binds = \"nobody\")", Rules),
        ["HumanConfirmation.Approver"] = ("confirmation", "HumanConfirmation(Distinct = true, ApprovedWhen = \"Granted\")", "HumanConfirmation(Distinct = true, ApprovedWhen = \"Granted\", Approver = \"By\")", Rules),
        ["RecordsAction.Moment"] = ("record", "RecordsAction(RecordMoment.Intent)", "RecordsAction(RecordMoment.Outcome)", Rules),
        ["Baseline.Metric"] = ("model", "Baseline(\"cycle-time\", 6)", "Baseline(\"error-rate\", 6)", ManifestAndRules),
        ["Baseline.Value"] = ("model", "Baseline(\"cycle-time\", 6, Direction = BaselineDirection.LowerIsBetter, Target = 2)", "Baseline(\"cycle-time\", 1, Direction = BaselineDirection.LowerIsBetter, Target = 2)", ManifestAndRules),
        ["Baseline.Unit"] = Model("Baseline(\"cycle-time\", 6, Target = 2, Kill = 8)", "Unit = \"h\"", ManifestAndRules),
        ["Baseline.Target"] = Model("Baseline(\"cycle-time\", 6, Unit = \"h\", Kill = 8)", "Target = 2", ManifestAndRules),
        ["Baseline.Kill"] = Model("Baseline(\"cycle-time\", 6, Unit = \"h\", Target = 2)", "Kill = 8", ManifestAndRules),
        ["Baseline.Direction"] = Model("Baseline(\"cycle-time\", 6, Target = 2)", "Direction = BaselineDirection.HigherIsBetter", ManifestAndRules),
        ["Baseline.NotApplicable"] = Model("Baseline(\"cycle-time\")", "NotApplicable = \"salaried\"", ManifestAndRules),
        ["FailureMode.Id"] = ("model", "FailureMode(\"late\")", "FailureMode(\"lost\")", ManifestAndRules),
        ["FailureMode.Response"] = Model("FailureMode(\"late\")", "Response = \"deny\"", ManifestAndRules),
        ["FailureMode.EscalateTo"] = Model("FailureMode(\"late\")", "EscalateTo = \"lead\"", ManifestAndRules),
        ["Review.Kind"] = ("model", "Review(\"authority\")", "Review(\"access\")", ManifestAndRules),
        ["Review.EveryDays"] = Model("Review(\"authority\")", "EveryDays = 90", ManifestAndRules),
        ["Review.Last"] = Model("Review(\"authority\", EveryDays = 90)", "Last = \"2026-10-01\"", ManifestAndRules),
        ["Sunset.Date"] = ("model", "Sunset(\"2027-03-31\")", "Sunset(\"2027-04-30\")", ManifestAndRules),
        ["Sunset.Reason"] = Model("Sunset(\"2027-03-31\")", "Reason = \"budget\"", Manifest),
        ["GovernanceWaiver.Rule"] = ("model", "GovernanceWaiver(\"GVN1001\")", "GovernanceWaiver(\"GVN1008\")", ManifestAndRules),
        ["GovernanceWaiver.Reason"] = Model("GovernanceWaiver(\"GVN1001\")", "Reason = \"ticket 1\"", ManifestAndRules),
        ["GovernanceWaiver.ApprovedBy"] = Model("GovernanceWaiver(\"GVN1001\")", "ApprovedBy = \"risk\"", ManifestAndRules),
        ["GovernanceWaiver.Until"] = Model("GovernanceWaiver(\"GVN1001\")", "Until = \"2027-01-31\"", ManifestAndRules),
        ["GovernanceWaiver.Target"] = ("assembly", "assembly: GovernanceWaiver(\"GVN1001\")", "assembly: GovernanceWaiver(\"GVN1001\", Target = \"T:IApi\")", ManifestAndRules),
        ["Redacted"] = ("argument", "", "Redacted", Everywhere),
        ["StepService"] = ("argument", "", "StepService", Everywhere),
        ["AutomationEntryPoint"] = ("tool", "", "AutomationEntryPoint", Rules),
    };

    private static readonly Dictionary<string, string> s_properties = new() { ["GovernanceDate"] = "2027-04-15" };

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
        var (ofOne, ofOther) = (Generated(one), Generated(other));
        var effects = (ofOne.Plumbing == ofOther.Plumbing ? Effects.None : Plumbing)
                    | (ofOne.Manifest == ofOther.Manifest ? Effects.None : Manifest)
                    | (await FoundAsync(one) == await FoundAsync(other) ? Effects.None : Rules);
        Assert.Equal(pair.Effects, effects);
    }

    [Fact]
    public void What_is_listed_exists() => Assert.Empty(s_pairs.Keys.Except(Names));

    private static string Short(Type attribute) => attribute.Name[..^"Attribute".Length];

    private static (string, string, string, Effects) Workflow(string argument, Effects effects)
        => ("workflow", "GovernedWorkflow(\"a\", Stage = WorkflowStage.Harden)", $"GovernedWorkflow(\"a\", Stage = WorkflowStage.Harden, {argument})", effects);

    private static (string, string, string, Effects) Step(string argument, Effects effects)
        => ("step", "WorkflowStep(\"a\", RiskTier.High)", $"WorkflowStep(\"a\", RiskTier.High, {argument})", effects);

    private static (string, string, string, Effects) Model(string attribute, string argument, Effects effects)
        => ("model", attribute, attribute[..^1] + ", " + argument + ")", effects);

    private static string Code(string place, string attribute)
    {
        return $$"""
            {{At("assembly", "")}}
            public interface IApi { {{At("contract", "ConsequentialAction(\"payment.commit\", RiskTier.High)")}} Task PayAsync(string id); }
            public interface IAsk { {{At("confirmation", "HumanConfirmation(ApprovedWhen = \"Granted\", Distinct = true)")}} Task<Answer> AskAsync(string id); }
            public interface IAudit { {{At("record", "RecordsAction(RecordMoment.Intent)")}} Task WriteAsync(string id); }
            public sealed record Answer(bool Granted);
            public sealed class Script(IApi api) { public Task RunAsync() => api.PayAsync("o-1"); }

            {{At("workflow", "GovernedWorkflow(\"a\", Stage = WorkflowStage.Harden)")}}
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

    private static (string Plumbing, string Manifest) Generated(string code)
    {
        var files = new PlumbingTest { TestCode = code }.Run().Driver.GetRunResult().GeneratedTrees
            .ToLookup(tree => Path.GetFileName(tree.FilePath) == "Governance.Manifest.g.cs", tree => tree.ToString());
        return (string.Join("\n", files[false]), files[true].Single());
    }

    /// <summary>In a project whose list of owners has others, on a day on which some dates are past.</summary>
    private static async Task<string> FoundAsync(string code)
        => string.Join("\n", (await ExampleCode.DiagnosticsOf(code, [("governance.owners", "dana")], s_properties)).Select(d => $"{d.Id} {d.GetMessage(CultureInfo.InvariantCulture)}").Order(StringComparer.Ordinal));

    [Flags]
    private enum Effects
    {
        None = 0,

        /// <summary>What the generated code does.</summary>
        Plumbing = 1,

        /// <summary>What the manifest declares.</summary>
        Manifest = 2,

        /// <summary>What a rule says.</summary>
        Rules = 4,
    }
}
