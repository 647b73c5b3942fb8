using static GovernanceAnalyzers.Tests.Bypass.Shop;
using static GovernanceAnalyzers.Tests.Bypass.Verdict;

namespace GovernanceAnalyzers.Tests.Bypass;

/// <summary>Waivers that are to waive more, longer or by less than they may. The finding that they are for stays wherever they do not hold.</summary>
public sealed class WaiverTricks
{
    private const string By = "Reason = \"until ticket 4711\", ApprovedBy = \"risk-office\", Until = \"2027-01-31\"";

    public static TrickTable Tricks { get; } =
    [
        new("The rule in small letters", Reported, Waived($"{{|GVN3002:\"gvn1001\"|}}, {By}")),
        new("The rule with a zero-width blank", Reported, Waived($"{{|GVN3002:\"GVN1001\\u200B\"|}}, {By}")),
        new("All rules by a star", Reported, Waived($"{{|GVN3002:\"GVN*\"|}}, {By}")),
        new("Two rules in one", Reported, Waived($"{{|GVN3002:\"GVN1001, GVN1004\"|}}, {By}")),
        new("The rule about waivers", Reported, Waived($"{{|GVN3002:\"GVN3002\"|}}, {By}")),
        new("The rule about suppressions", Reported, Waived($"{{|GVN3002:\"GVN3003\"|}}, {By}")),
        new("A reason of white space", Reported, Waived("\"GVN1001\", Reason = {|GVN3002:\" \\t \"|}, ApprovedBy = \"risk-office\", Until = \"2027-01-31\"")),
        new("A reason of zero-width blanks", Reported, Waived("\"GVN1001\", Reason = {|GVN3002:\"\\u200B\"|}, ApprovedBy = \"risk-office\", Until = \"2027-01-31\"")),
        new("An approver of a dash", Reported, Waived("\"GVN1001\", Reason = \"ticket 4711\", ApprovedBy = {|GVN3002:\"\\u2013\"|}, Until = \"2027-01-31\"")),
        new("The last day that a calendar knows", Reported, Waived("\"GVN1001\", Reason = \"ticket 4711\", ApprovedBy = \"risk-office\", Until = {|GVN3002:\"9999-12-31\"|}")),
        new("A day of another calendar", Reported, Waived("\"GVN1001\", Reason = \"ticket 4711\", ApprovedBy = \"risk-office\", Until = {|GVN3002:\"31.01.2027\"|}")),
        new("A day in Arabic digits", Reported,
            Waived("\"GVN1001\", Reason = \"ticket 4711\", ApprovedBy = \"risk-office\", Until = {|GVN3002:\"\\u0662\\u0660\\u0662\\u0667-\\u0660\\u0661-\\u0663\\u0661\"|}")),
        new("A day that does not exist", Reported, Waived("\"GVN1001\", Reason = \"ticket 4711\", ApprovedBy = \"risk-office\", Until = {|GVN3002:\"2027-02-30\"|}")),
        new("A longest term beyond all dates", Reported,
            Waived("\"GVN1001\", Reason = \"ticket 4711\", ApprovedBy = \"risk-office\", Until = {|GVN3002:\"9999-12-31\"|}"))
        {
            Properties = [("GovernanceMaximumWaiverDays", "2147483647")],
            Nowhere = ["GVN9003"],
        },
        new("Today is the last day that there is, so that no term can be counted", Reported, Waived($"\"GVN1001\", Reason = \"ticket 4711\", ApprovedBy = \"risk-office\", Until = {{|GVN3002:\"2027-01-31\"|}}"))
        {
            Properties = [("GovernanceDate", "9999-12-31")],
        },
        new("No date of the build, so that the compiler judges none", StillPossible,
            DeskDeclared("EscalateTo = \"oncall\"", "[GovernanceWaiver(\"GVN1001\", Reason = \"ticket 4711\", ApprovedBy = \"risk-office\", Until = \"9999-12-31\")]\n"
                + "[WorkflowStep(\"triage\", RiskTier.Low)] " + Triage),
            "Without `GovernanceDate` the compiler judges no date")
        {
            Properties = [("GovernanceDate", "")],
        },
        new("The owner approves in capitals", Reported, Approved("\"PAYMENTS-OPS\"")),
        new("The owner approves with a zero-width blank in his name", Reported, Approved("\"payments-ops\\u200B\"")),
        new("The owner approves with another hyphen", Reported, Approved("\"payments\\u2010ops\"")),
        new("A member of the owner's group approves", Reported, Approved("\"dana\""))
        {
            Files = [("/0/governance.owners", "# governance-owners 1\npayments-ops = dana\nrisk-office\noncall-payments\n")],
        },
        new("A group approves that has the owner in it, with a zero-width blank in its name", Reported, Approved("\"second\\u200B-line\"", "GVN1002"))
        {
            Files = [("/0/governance.owners", "# governance-owners 1\npayments-ops\nrisk-office\noncall-payments\nsecond-line = payments-ops\n")],
        },
        new("A waiver on the assembly for a namespace", Reported,
            $"[assembly: GovernanceWaiver({{|GVN3004:\"GVN1001\"|}}, {By}, Target = \"N:Shop\")]\nnamespace Shop;\n"
            + DeskDeclared("EscalateTo = \"oncall\"", "[{|GVN1001:WorkflowStep|}(\"triage\", RiskTier.Low)] " + Triage)),
        new("A waiver on the assembly for every member by a star", Reported,
            $"[assembly: GovernanceWaiver({{|GVN3004:\"GVN1001\"|}}, {By}, Target = \"M:Desk.*\")]\n"
            + DeskDeclared("EscalateTo = \"oncall\"", "[{|GVN1001:WorkflowStep|}(\"triage\", RiskTier.Low)] " + Triage)),
        new("A waiver with a Target on a member beside", Reported,
            DeskDeclared("EscalateTo = \"oncall\"", $"[GovernanceWaiver({{|GVN3004:\"GVN1001\"|}}, {By}, Target = {{|GVN3002:\"M:Desk.TriageAsync(System.String)\"|}})] public int Count => 1;\n"
                + "[{|GVN1001:WorkflowStep|}(\"triage\", RiskTier.Low)] " + Triage)),
        new("A waiver on another part of the type, which is read all the same", Reported,
            DeskDeclared("EscalateTo = \"oncall\"", "[{|GVN1001:WorkflowStep|}(\"triage\", RiskTier.Low)] " + Triage))
        {
            Files = [("/0/Other.cs", $"[GovernanceWaiver(\"GVN1001\", Reason = \"ticket 4711\", ApprovedBy = {{|GVN3002:\"nobody\"|}}, Until = \"2027-01-31\")] public partial class Desk;")],
        },
        new("Two waivers, of which the whole one is for another rule", Reported,
            DeskDeclared("EscalateTo = \"oncall\"", $"[GovernanceWaiver({{|GVN3004:\"GVN1008\"|}}, {By})] [{{|GVN3002:GovernanceWaiver|}}(\"GVN1001\")] "
                + "[{|GVN1001:WorkflowStep|}(\"triage\", RiskTier.Low)] " + Triage)),
        new("A waiver on a local function", Reported,
            "public sealed class Desk { public void Run() { " + $"[GovernanceWaiver({{|GVN3002:\"GVN2006\"|}}, {By})] static void Wipe() {{ }} Wipe(); }} }}"),
        new("One waiver for the whole assembly", StillPossible,
            $"[assembly: GovernanceWaiver(\"GVN1001\", {By})]\n" + DeskDeclared("EscalateTo = \"oncall\"", "[WorkflowStep(\"triage\", RiskTier.Low)] " + Triage),
            "A waiver may be for a whole assembly"),
    ];

    public static TheoryData<string> Names => Tricks.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Trick(string words) => Tricks.PlayAsync(words);

    /// <summary>A step without an owner under a waiver that does not hold.</summary>
    private static string Waived(string waiver)
        => DeskDeclared("EscalateTo = \"oncall\"", $"[GovernanceWaiver({waiver})]\n[{{|GVN1001:WorkflowStep|}}(\"triage\", RiskTier.Low)] {Triage}");

    /// <summary>A step whose escalation path is nobody, waived by whom.</summary>
    private static string Approved(string approver, string? also = null)
        => Desk($"[GovernanceWaiver(\"GVN1008\", Reason = \"ticket 4711\", ApprovedBy = {(also is null ? "" : $"{{|{also}:")}{{|GVN3005:{approver}|}}{(also is null ? "" : "|}")}, Until = \"2027-01-31\")]\n"
            + PayDeclared("RiskTier.High, Key = \"{id}\", Question = \"Pay {id}?\", Irreversible = \"paid is paid\", EscalateTo = {|GVN1008:\"TODO\"|}"));
}
