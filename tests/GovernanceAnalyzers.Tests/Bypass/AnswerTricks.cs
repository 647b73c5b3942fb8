using static GovernanceAnalyzers.Tests.Bypass.Shop;
using static GovernanceAnalyzers.Tests.Bypass.Verdict;

namespace GovernanceAnalyzers.Tests.Bypass;

/// <summary>Answers that only look like one, and two names for one hand.</summary>
public sealed class AnswerTricks
{
    public static TrickTable Tricks { get; } =
    [
        new("An owner of a zero-width blank", Reported, Owned("\"\\u200B\"")),
        new("An owner of a byte order mark and a soft hyphen", Reported, Owned("\"\\uFEFF\\u00AD\"")),
        new("An owner of a Hangul filler, which is a letter by name", Reported, Owned("\"\\u3164\"")),
        new("An owner of tag characters beyond the basic plane", Reported, Owned("\"\\U000E0041\\U000E0042\"")),
        new("An owner of a non-breaking blank", Reported, Owned("\"\\u00A0\"")),
        new("An owner of a non-breaking hyphen", Reported, Owned("\"\\u2011\"")),
        new("An owner of signs", Reported, Owned("\"—·/—\"")),
        new("An owner that is a placeholder with a zero-width blank in it", Reported, Owned("\"TO\\u200BDO\"")),
        new("An owner that is a placeholder in full-width letters", Reported, Owned("\"\\uFF34\\uFF22\\uFF24\"")),
        new("An owner that is no answer in words", Reported, Owned("\"n/a\"")),
        new("An owner put together of constants that are empty", Reported,
            DeskDeclared("EscalateTo = \"oncall\"", "private const string None = \"\"; [WorkflowStep(\"triage\", RiskTier.Low, Owner = {|GVN1001:None + \" \" + None|})] " + Triage)),
        new("A reason why nothing is undone that is still to be written", Reported,
            Desk(PayDeclared("RiskTier.High, Key = \"{id}\", Question = \"Pay {id}?\", Irreversible = {|GVN1005:\"TODO\"|}"))),
        new("A reason why nothing is undone that nobody can see", Reported,
            Desk(PayDeclared("RiskTier.High, Key = \"{id}\", Question = \"Pay {id}?\", Irreversible = {|GVN1005:\"\\u200B\\u200B\"|}"))),
        new("An escalation path to nobody", Reported,
            Desk(PayDeclared("RiskTier.High, Key = \"{id}\", Question = \"Pay {id}?\", Irreversible = \"paid is paid\", EscalateTo = {|GVN1008:\"\\u200B\"|}"))),
        new("A question that asks nothing, in place of one", Reported,
            Desk(PayDeclared("RiskTier.High, Key = \"{id}\", Question = {|GVN1020:\"?\"|}, Irreversible = \"paid is paid\""))),
        new("A key that identifies nothing", Reported,
            Desk(PayDeclared("RiskTier.High, Key = {|GVN1019:\"-\"|}, Question = \"Pay {id}?\", Irreversible = \"paid is paid\""))),
        new("A question and a key without an argument", StillPossible,
            Desk(PayDeclared("RiskTier.High, Key = \"payment\", Question = \"Go on?\", Irreversible = \"paid is paid\"")),
            "That a question says what is done, and that a key tells two acts apart, is not judged"),
        new("The owner oversees himself in capitals", Reported, Overseen("\"PAYMENTS-OPS\"")),
        new("The owner oversees himself with a blank behind", Reported, Overseen("\" payments-ops \"")),
        new("The owner oversees himself with a zero-width blank in his name", Reported, Overseen("\"payments\\u200B-ops\"")),
        new("The owner oversees himself with another hyphen", Reported, Overseen("\"payments\\u2011ops\"")),
        new("The owner oversees himself in full-width letters", Reported, Overseen("\"\\uFF50ayments-ops\"")),
        new("The owner oversees himself as a member of the group that oversees", Reported, Overseen("\"risk-office\""))
        {
            Files = [("/0/governance.owners", "# governance-owners 1\npayments-ops = dana\nrisk-office = kim, dana\noncall\n")],
        },
        new("The owner oversees himself as a group in a group", Reported, Overseen("\"board\""))
        {
            Files = [("/0/governance.owners", "# governance-owners 1\npayments-ops\nboard = risk-office\nrisk-office = payments-ops\noncall\n")],
        },
        new("The owner oversees himself, and everybody is in every group", Reported, Overseen("\"risk-office\""))
        {
            Files = [("/0/governance.owners", "# governance-owners 1\npayments-ops = dana, kim, lee\nrisk-office = dana, kim, lee\noncall = dana, kim, lee\n")],
        },
        new("A name with a Cyrillic letter, where there is an owners list", Reported,
            DeskDeclared("Owner = \"payments-ops\", EscalateTo = \"oncall\", GovernanceOwner = {|GVN1002:\"p\\u0430yments-ops\"|}", Step))
        {
            Files = [("/0/governance.owners", "# governance-owners 1\npayments-ops\noncall\n")],
        },
        new("A name with a zero-width blank, where there is an owners list", Reported,
            DeskDeclared("Owner = {|GVN1002:\"payments-ops\\u200B\"|}, EscalateTo = \"oncall\", GovernanceOwner = \"risk-office\"", Step))
        {
            Files = [("/0/governance.owners", "# governance-owners 1\npayments-ops\nrisk-office\noncall\n")],
        },
        new("The owner oversees himself with a Cyrillic letter, without an owners list", StillPossible,
            DeskDeclared("Owner = \"payments-ops\", EscalateTo = \"oncall\", GovernanceOwner = \"p\\u0430yments-ops\"", Step),
            "a letter of another script that looks the same makes another name"),
        new("A made-up name, without an owners list", StillPossible,
            DeskDeclared("Owner = \"asdf\", EscalateTo = \"oncall\", GovernanceOwner = \"qwertz\"", Step),
            "Without an owners list any word is a name"),
    ];

    public static TheoryData<string> Names => Tricks.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Trick(string words) => Tricks.PlayAsync(words);

    private static string Owned(string owner)
        => DeskDeclared("EscalateTo = \"oncall\"", "[WorkflowStep(\"triage\", RiskTier.Low, Owner = {|GVN1001:" + owner + "|})] " + Triage);

    private static string Overseen(string by)
        => DeskDeclared("Owner = \"payments-ops\", EscalateTo = \"oncall\", GovernanceOwner = {|GVN1021:" + by + "|}", Step);
}
