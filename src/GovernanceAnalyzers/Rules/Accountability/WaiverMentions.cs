using System.Runtime.CompilerServices;

namespace GovernanceAnalyzers.Rules.Accountability;

/// <summary>
/// Whether anybody writes a waiver at all. Asked of the text, file by file and once for each, because binding every attribute to learn that there is
/// none would cost every project what only those with a waiver owe. An alias names the attribute somewhere, too.
/// </summary>
internal static class WaiverMentions
{
    private static readonly ConditionalWeakTable<SyntaxTree, object> s_mentions = new();

    public static bool In(Compilation compilation)
        => compilation.SyntaxTrees.Any(t => (bool)s_mentions.GetValue(t, static t => t.GetText().ToString().Contains("GovernanceWaiver")));
}
