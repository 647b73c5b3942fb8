using System.Runtime.CompilerServices;

namespace GovernanceAnalyzers;

/// <summary>What the text of a file names.</summary>
[Flags]
internal enum Mention
{
    None = 0,
    Waiver = 1,
    Approval = 2,
    Suppression = 4,
    All = Waiver | Approval | Suppression,
}

/// <summary>
/// Whether anybody names something at all. Asked of the text, file by file and once for each, because to bind every name to learn that it is never said would
/// cost every project what only some owe. An alias names the thing somewhere, too; and a file that writes a letter as an escape may name anything.
/// </summary>
internal static class FileMentions
{
    private static readonly ConditionalWeakTable<SyntaxTree, object> s_files = new();

    public static bool In(Compilation compilation, Mention mention) => compilation.SyntaxTrees.Any(t => ((Mention)s_files.GetValue(t, Read) & mention) != 0);

    private static object Read(SyntaxTree tree)
    {
        var text = tree.GetText().ToString();
        return Has("\\u") || Has("\\U") ? Mention.All
             : Of("GovernanceWaiver", Mention.Waiver) | Of("StepApproval", Mention.Approval) | Of("SuppressMessage", Mention.Suppression);

        Mention Of(string word, Mention mention) => Has(word) ? mention : Mention.None;

        bool Has(string word) => text.IndexOf(word, StringComparison.Ordinal) >= 0;
    }
}
