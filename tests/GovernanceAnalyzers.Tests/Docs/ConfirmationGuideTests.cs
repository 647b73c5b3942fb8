using System.Text.RegularExpressions;
using GovernanceAnalyzers.Controls;
using GovernanceAnalyzers.Tests.Controls;

namespace GovernanceAnalyzers.Tests.Docs;

/// <summary>What the guide on confirmations calls confirmed or recorded is proven so, and what it warns of is not.</summary>
public sealed partial class ConfirmationGuideTests
{
    private const string Members = "// in the same class\n";

    private static readonly ShapeTable s_confirmations = Table("confirmed", "open", a => a.Proof.Confirmation >= Proof.AnotherPerson);
    private static readonly ShapeTable s_records = Table("recorded", "unrecorded", a => a.Proof is { HasIntent: true, HasOutcome: true });

    public static TheoryData<string> Confirmations => s_confirmations.Names;

    public static TheoryData<string> Records => s_records.Names;

    [Theory]
    [MemberData(nameof(Confirmations))]
    public void A_confirmation_is_what_the_guide_says(string block) => s_confirmations.Check(block);

    [Theory]
    [MemberData(nameof(Records))]
    public void A_record_is_what_the_guide_says(string block) => s_records.Check(block);

    private static ShapeTable Table(string holds, string fails, Func<OwnAction, bool> proven)
    {
        var table = new ShapeTable(a => proven((OwnAction)a));
        foreach (var block in Fence().Matches(RulePage.TextOf("docs/guides/confirmations-in-code.md")).Where(m => m.Groups["kind"].Value == holds || m.Groups["kind"].Value == fails))
        {
            var code = block.Groups["code"].Value.Split(Members);
            table.Add($"{block.Groups["kind"].Value} {table.Count() + 1}", code[0], block.Groups["kind"].Value == holds, code.Length > 1 ? code[1] : "");
        }

        return table;
    }

    [GeneratedRegex(@"^```csharp (?<kind>\w+)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
