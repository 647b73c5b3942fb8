using GovernanceAnalyzers.Tool.Output;

namespace GovernanceAnalyzers.Tool.Check.Reports;

/// <summary>
/// A catalogue to be decided: a line for each member of another assembly that governed code calls and nothing is known of, the most called first. What the
/// calls are is for a person to say, so the lines do not parse (GVN9001) until somebody has.
/// </summary>
internal static class SuggestedLines
{
    private const int Most = 30;

    public static void Write(TextWriter writer, CheckResult result)
    {
        var members = result.Facts.SelectMany(f => f.Boundary.Select(b => (Facts: f, Call: b)))
            .GroupBy(b => (b.Call.Symbol, b.Call.Assembly))
            .Select(g => (g.Key.Symbol, g.Key.Assembly, Calls: g.Sum(b => b.Call.Count), Callers: g.Select(b => (b.Facts.Project, b.Facts.Kind, b.Facts.Member)).Distinct().Count()))
            .OrderByDescending(m => m.Calls).ThenBy(m => m.Symbol, StringComparer.Ordinal).ThenBy(m => m.Assembly, StringComparer.Ordinal).ToList();
        if (members.Count == 0)
        {
            writer.WriteLine("# Nothing to suggest: every call that leaves the code has a catalogue line, a contract or a summary.");
            return;
        }

        writer.WriteLine("# governance-actions 1");
        writer.WriteLine("# What steps and entry points call in other assemblies and nothing is known of, the most called first. Decide each line: a capability, Low, Medium or");
        writer.WriteLine("# High, yes, partial or no, and why; Low for what changes nothing. A line that is not decided is an error (GVN9001).");
        foreach (var (symbol, assembly, calls, callers) in members.Take(Most))
        {
            writer.WriteLine($"# {Words.Number(calls, "call")} from {Words.Number(callers, "caller")}, into {Printable.Line(assembly)}");
            writer.WriteLine($"{Printable.Line(symbol)}; CAPABILITY; TIER; REVERSIBLE; WHY");
        }

        if (members.Count > Most)
        {
            writer.WriteLine($"# and {Words.Number(members.Count - Most, "member")} more, called less");
        }
    }
}
