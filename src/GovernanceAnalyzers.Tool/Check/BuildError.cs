using System.Text.RegularExpressions;

namespace GovernanceAnalyzers.Tool.Check;

/// <summary>One error line of the build, as MSBuild writes it.</summary>
internal sealed partial record BuildError(string Origin, string? Code, string Message, string? Project)
{
    public static BuildError? Read(string line)
        => Shape().Match(line) is { Success: true } match
            ? new BuildError(match.Groups["origin"].Value.Trim(),
                             match.Groups["code"] is { Length: > 0 } code ? code.Value : null,
                             match.Groups["message"].Value.Trim(),
                             match.Groups["project"] is { Length: > 0 } project ? project.Value : null)
            : null;

    public bool IsOurs => Code?.StartsWith("GVN", StringComparison.Ordinal) == true;

    [GeneratedRegex(@"^\s*(?<origin>.*?)\s*:\s*(?:\w+\s+)?error(?:\s+(?<code>[A-Za-z]+[0-9]+))?\s*:\s*(?<message>.*?)(?:\s\[(?<project>[^\[\]]*?)(?:::[^\[\]]*)?\])?\s*$")]
    private static partial Regex Shape();
}
