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

    /// <summary>A decision of a gate, made by hand.</summary>
    Decision = 8,

    /// <summary>Something in brackets before something that may be a function: an attribute of a lambda or of a local function may be in the file.</summary>
    MarkedFunction = 16,
    All = Waiver | Approval | Suppression | Decision | MarkedFunction,
}

/// <summary>
/// Whether anybody names something at all. Asked of the text, file by file and once for each, because to bind every name, or only to walk every node, to learn
/// that it is never said would cost every project what only some owe. An alias names the thing somewhere, too; and a file that writes a letter as an escape may
/// name anything.
/// </summary>
internal static class FileMentions
{
    private static readonly ConditionalWeakTable<SyntaxTree, object> s_files = new();

    public static bool In(Compilation compilation, Mention mention) => compilation.SyntaxTrees.Any(t => In(t, mention));

    public static bool In(SyntaxTree file, Mention mention) => ((Mention)s_files.GetValue(file, Read) & mention) != 0;

    private static object Read(SyntaxTree file) => In(file.GetText().ToString().AsSpan());

    private static Mention In(ReadOnlySpan<char> text)
        => Has(text, "\\u") || Has(text, "\\U") ? Mention.All
         : Of(text, "GovernanceWaiver", Mention.Waiver) | Of(text, "StepApproval", Mention.Approval) | Of(text, "SuppressMessage", Mention.Suppression)
         | Of(text, "Verdict", Mention.Decision) | (MayMarkFunction(text) ? Mention.MarkedFunction : Mention.None);

    private static Mention Of(ReadOnlySpan<char> text, string word, Mention mention) => Has(text, word) ? mention : Mention.None;

    private static bool Has(ReadOnlySpan<char> text, string word) => text.IndexOf(word.AsSpan()) >= 0;

    /// <summary>
    /// An attribute list ends with a bracket, and then comes another, a comment, a word or a parenthesis. After an index, a collection or an array's rank comes
    /// an operator or the end of something; it is no matter where this takes one for the other.
    /// </summary>
    private static bool MayMarkFunction(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf(']'); at >= 0;)
        {
            var rest = text.Slice(at + 1);
            var next = rest.TrimStart();
            if ((at == 0 || text[at - 1] != '[') && next.Length > 0 && ")]}>;,.?!:=<+-*&|^%\"".IndexOf(next[0]) < 0)
            {
                return true;
            }

            text = rest;
            at = text.IndexOf(']');
        }

        return false;
    }
}
