using static GovernanceAnalyzers.Tests.Bypass.Shop;
using static GovernanceAnalyzers.Tests.Bypass.Verdict;

namespace GovernanceAnalyzers.Tests.Bypass;

/// <summary>Settings, lists and backlogs that are to take a demand away.</summary>
public sealed class SettingTricks
{
    private const string Backlog = "/0/governance.backlog.txt";
    private const string Tool = "public static class Tools { [AutomationEntryPoint] public static void Wipe(string path) => File.{|GVN2006:Delete|}(path); }";

    private static string Unowned => DeskDeclared("EscalateTo = \"oncall\"", "[{|GVN1001:WorkflowStep|}(\"triage\", RiskTier.Low)] " + Triage);

    public static TrickTable Tricks { get; } =
    [
        new("A mode that does not exist", Reported, Unowned) { Properties = [("GovernanceMode", "off")], Nowhere = ["GVN9003"] },
        new("A mode for bystanders over what declares", Reported, Unowned) { Properties = [("GovernanceMode", "consumer")] },
        new("A mode for beginners over what declares", Reported, Unowned) { Properties = [("GovernanceMode", "adopt")] },
        new("A level before the first release", Reported, Unowned) { Properties = [("GovernanceLevel", "0.0")], Nowhere = ["GVN9003"] },
        new("A level that is to come", Reported, Unowned) { Properties = [("GovernanceLevel", "99.0")], Nowhere = ["GVN9003"] },
        new("A date that cannot be read", Reported, Unowned) { Properties = [("GovernanceDate", "never")], Nowhere = ["GVN9003"] },
        new("A misspelt setting that the compiler sees", Reported, Unowned) { Properties = [("GovernanceMod", "adopt")], Nowhere = ["GVN9003"] },
        new("A misspelt setting in a configuration file", Reported, Unowned)
        {
            Files = [("/0/.editorconfig", "root = true\n[*.cs]\ngovernance.mode = off\n")],
            Nowhere = ["GVN9003"],
        },
        new("No names of secrets at all", Reported, Unowned) { Properties = [("GovernanceSecretNames", ",")], Nowhere = ["GVN9003"] },
        new("Other names of secrets in place of ours", StillPossible,
            Desk("[WorkflowStep(\"log-in\", RiskTier.Low)] public partial Task LogInAsync(string password); private Task LogInCoreAsync(string password) => Task.CompletedTask;"),
            "A project's own `GovernanceSecretNames` takes the place of ours")
        {
            Properties = [("GovernanceSecretNames", "nothing")],
        },
        new("A backlog line for somebody else's member", Reported, Tool)
        {
            Files = [(Backlog, "# governance-backlog 1\n{|GVN3004:M:Elsewhere.Wipe(System.String); files.delete/High; ops; 2027-03-31|}\n")],
        },
        new("A backlog line for another kind of action", Reported, Tool)
        {
            Files = [(Backlog, "# governance-backlog 1\n{|GVN3004:M:Tools.Wipe(System.String); mail.send/High; ops; 2027-03-31|}\n")],
        },
        new("A backlog line for a lower tier", Reported, Tool)
        {
            Files = [(Backlog, "# governance-backlog 1\nM:Tools.Wipe(System.String); files.delete/Medium; ops; 2027-03-31\n")],
        },
        new("A backlog line for ever", Reported, Tool)
        {
            Files = [(Backlog, "# governance-backlog 1\nM:Tools.Wipe(System.String); files.delete/High; ops; 9999-12-31\n")],
        },
        new("A backlog line that nobody owns", Reported, Tool)
        {
            Files = [(Backlog, "# governance-backlog 1\nM:Tools.Wipe(System.String); files.delete/High; {|GVN9001:\u200B|}; 2027-03-31\n")],
        },
        new("A backlog line for a type, with all that is in it", Reported, Tool)
        {
            Files = [(Backlog, "# governance-backlog 1\n{|GVN3004:T:Tools; files.delete/High; ops; 2027-03-31|}\n")],
        },
        new("A backlog line for a step, which has declared itself", Reported, Unowned)
        {
            Files = [(Backlog, "# governance-backlog 1\n{|GVN3004:M:Desk.TriageAsync(System.String); files.delete/High; ops; 2027-03-31|}\n")],
        },
        new("A catalogue line that takes an action's tier down", Reported, Tool)
        {
            Files = [("/0/shop.actions.txt", "# governance-actions 1\n{|GVN9001:M:System.IO.File.Delete(*); files.delete; Low; yes; we delete our own|}\n")],
        },
        new("An owners list that lists nobody in words", Reported, Unowned)
        {
            Files = [("/0/governance.owners", "# governance-owners 1\n{|GVN9001:n/a|}\noncall\n")],
        },
    ];

    public static TheoryData<string> Names => Tricks.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Trick(string words) => Tricks.PlayAsync(words);
}
