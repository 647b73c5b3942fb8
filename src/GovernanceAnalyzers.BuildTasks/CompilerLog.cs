using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace GovernanceAnalyzers.BuildTasks;

/// <summary>What a compiler's error log (SARIF) proves about its own run.</summary>
internal enum CompilerLogProof
{
    /// <summary>It lists the rules of our analyzers, which the compiler does for those that it loaded and did not skip.</summary>
    RulesRan,

    /// <summary>It lists rules, and none of ours.</summary>
    RulesDidNotRun,

    /// <summary>It is of a version that lists only rules with a finding.</summary>
    CannotTell,

    /// <summary>There is none.</summary>
    Missing,
}

/// <summary>Reads an error log line by line, as the compiler writes it: a log of a big compile has many megabytes.</summary>
internal static class CompilerLog
{
    /// <summary>The rule that states the facts belongs to every compile. In a message its quotes would be escaped, so this is a descriptor.</summary>
    private static readonly Regex s_rule = new("\"id\"\\s*:\\s*\"GVN0001\"", RegexOptions.CultureInvariant);

    private static readonly Regex s_version = new("\"version\"\\s*:\\s*\"(?<major>\\d+)\\.", RegexOptions.CultureInvariant);

    /// <exception cref="IOException">It is there and cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It is there and must not be read.</exception>
    public static CompilerLogProof Read(string path)
    {
        if (!File.Exists(path))
        {
            return CompilerLogProof.Missing;
        }

        // The log's own version comes first; those of rules and tools follow.
        var version = File.ReadLines(path).Take(5).Select(line => s_version.Match(line)).FirstOrDefault(match => match.Success);
        return version?.Groups["major"].Value != "2" ? CompilerLogProof.CannotTell
             : File.ReadLines(path).Any(s_rule.IsMatch) ? CompilerLogProof.RulesRan
             : CompilerLogProof.RulesDidNotRun;
    }
}
