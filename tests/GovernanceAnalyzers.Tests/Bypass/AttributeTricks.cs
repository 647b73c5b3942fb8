using static GovernanceAnalyzers.Tests.Bypass.Shop;
using static GovernanceAnalyzers.Tests.Bypass.Verdict;

namespace GovernanceAnalyzers.Tests.Bypass;

/// <summary>The attributes under other names, in other places and not there at all.</summary>
public sealed class AttributeTricks
{
    public static TrickTable Tricks { get; } =
    [
        new("The step's attribute under an alias", Reported,
            "using W = Governance.WorkflowStepAttribute;\n" + DeskDeclared("EscalateTo = \"oncall\"", "[{|GVN1001:W|}(\"triage\", RiskTier.Low)] " + Triage)),
        new("The workflow's attribute under a global alias of another file", Reported,
            "[Flow(\"refunds\", Owner = \"payments-ops\", GovernanceOwner = {|GVN1021:\"payments-ops\"|})]\npublic sealed partial class Desk(IStepGovernor governor) { " + Step + " }")
        {
            Files = [("/0/Aliases.cs", "global using Flow = Governance.GovernedWorkflowAttribute;")],
        },
        new("A waiver under an alias that names nobody", Reported,
            "using Hush = Governance.GovernanceWaiverAttribute;\n" + DeskDeclared("EscalateTo = \"oncall\"",
                "[{|GVN3002:Hush|}({|GVN3004:\"GVN1008\"|})] [{|GVN1001:WorkflowStep|}(\"triage\", RiskTier.Low)] " + Triage)),
        new("An attribute that derives from the step's", Impossible,
            "public sealed class QuietStepAttribute : {|CS0509:WorkflowStepAttribute|};"),
        new("The step's attribute on a property", Impossible,
            "public sealed class Desk { [{|CS0592:WorkflowStep|}(\"triage\", RiskTier.Low)] public int Count => 1; }"),
        new("The workflow's attribute on a struct, which no generator extends", Impossible,
            "[{|CS0592:GovernedWorkflow|}(\"refunds\")] public partial struct Desk;"),
        new("A waiver on a field", Impossible,
            "public sealed class Desk { [{|CS0592:GovernanceWaiver|}(\"GVN1001\")] public int Count; }"),
        new("Two declarations of one step, the second one milder", Impossible,
            Desk("[WorkflowStep(\"triage\", RiskTier.High, Irreversible = \"read\", Key = \"{id}\", Question = \"Read {id}?\")] [{|CS0579:WorkflowStep|}(\"triage\", RiskTier.Low)] " + Triage)),
        new("A declaration on each part of a step, the second one milder", Impossible,
            Desk("[WorkflowStep(\"triage\", RiskTier.High, Irreversible = \"read\", Key = \"{id}\", Question = \"Read {id}?\")] public partial Task TriageAsync(string id);\n"
                + "[{|CS0579:WorkflowStep|}(\"triage\", RiskTier.Low)] public partial Task TriageAsync(string id) => Task.CompletedTask;")),
        new("An owner that is only known when the program runs", Impossible,
            Desk("private static readonly string s_owner = \"payments-ops\"; [WorkflowStep(\"triage\", RiskTier.Low, Owner = {|CS0182:s_owner|})] " + Triage)),
        new("The step's attribute on the implementing part only", Reported,
            DeskDeclared("EscalateTo = \"oncall\"",
                "public partial Task TriageAsync(string id); [{|GVN1001:WorkflowStep|}(\"triage\", RiskTier.Low)] public partial Task TriageAsync(string id) => Task.CompletedTask;")),
        new("The attribute of a step without a body behind a symbol that nobody defines", Impossible,
            Desk(Step + "\n#if GOVERNED\n[WorkflowStep(\"close\", RiskTier.Low)]\n#endif\npublic partial Task {|CS8795:CloseAsync|}(string id);")),
        new("The attribute of a tool's step behind a symbol that nobody defines", Reported,
            "public static class Tools\n{\n#if GOVERNED\n[WorkflowStep(\"wipe\", RiskTier.High)]\n#endif\n[AutomationEntryPoint] public static void Wipe(string path) => File.{|GVN2006:Delete|}(path);\n}"),
        new("The attribute of an ordinary method behind a symbol that nobody defines", StillPossible,
            "public static class Tools\n{\n#if GOVERNED\n[WorkflowStep(\"wipe\", RiskTier.High)]\n#endif\npublic static void Wipe(string path) => File.Delete(path);\n}",
            "What is declared under one configuration is declared in no other"),
        new("An own attribute of the step's name in another namespace", StillPossible,
            "public static class Tools { [Shop.WorkflowStep(\"wipe\")] public static void Wipe(string path) => File.Delete(path); }\n"
            + "namespace Shop { public sealed class WorkflowStepAttribute(string id) : Attribute { public string Id => id; } }",
            "An attribute of yours that is called as one of ours is no declaration"),
        new("An own attribute of the step's full name", Refused,
            "public static class Tools { [WorkflowStep(\"wipe\")] public static void Wipe(string path) => File.Delete(path); }\n"
            + "namespace Governance { internal sealed class WorkflowStepAttribute(string id) : Attribute { public string Id => id; } }",
            "declares nothing, and its code declares the step 'wipe'"),
        new("An own attribute of the waiver's full name, which no rule asks for more", Reported,
            DeskDeclared("EscalateTo = \"oncall\"", "[GovernanceWaiver(\"GVN1001\")] [{|GVN1001:WorkflowStep|}(\"triage\", RiskTier.Low)] " + Triage)
            + "namespace Governance { internal sealed class GovernanceWaiverAttribute(string rule) : Attribute { public string Rule => rule; } }"),
        new("A tier that is a number without a name", Reported, Desk(PayDeclared("{|GVN1004:(RiskTier)9|}"))),
        new("A tier that is zero", Reported, Desk(PayDeclared("{|GVN1004:(RiskTier)0|}"))),
        new("A tier that is negative, so that it is below Low", Reported, Desk(PayDeclared("{|GVN1004:(RiskTier)(-1)|}"))),
        new("A tier hidden behind a constant of another class", Reported,
            Desk(PayDeclared("{|GVN1004:Tiers.Usual|}")) + "public static class Tiers { public const RiskTier Usual = default; }"),
    ];

    public static TheoryData<string> Names => Tricks.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Trick(string words) => Tricks.PlayAsync(words);
}
