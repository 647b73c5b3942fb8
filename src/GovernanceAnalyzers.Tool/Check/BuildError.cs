using System.Text.RegularExpressions;

namespace GovernanceAnalyzers.Tool.Check;

/// <summary>One error line of the build, as MSBuild writes it: <c>file(line,column): error CODE: message [project::TargetFramework=…]</c>.</summary>
internal sealed partial record BuildError(string File, string At, string? Code, string Message, string? Project)
{
    public bool IsOurs => Code?.StartsWith("GVN", StringComparison.Ordinal) == true;

    public static BuildError? Read(string line)
        => Shape().Match(line) is { Success: true } match
            ? new BuildError(match.Groups["file"].Value.Trim(), match.Groups["at"].Value, Given(match, "code"), match.Groups["message"].Value.Trim(),
                             Given(match, "project"))
            : null;

    public string Text(ShownPaths paths)
    {
        var project = Project ?? (File.EndsWith("proj", StringComparison.OrdinalIgnoreCase) ? File : null);
        // A place in the SDK's own targets tells a user nothing.
        var isTheirs = File != project && Path.IsPathFullyQualified(File) && Path.GetExtension(File) is not (".targets" or ".props");
        var where = !isTheirs ? "" : $"{paths.Of(File)}{At}: ";
        return $"{(project is null ? "the build" : Path.GetFileName(project))} failed: {where}{(Code is null ? "" : $"error {Code}: ")}{Message}";
    }

    private static string? Given(Match match, string group) => match.Groups[group] is { Length: > 0 } value ? value.Value : null;

    // The project is left out where it is the file itself; then only the framework stands in the brackets.
    [GeneratedRegex("""
        ^\s*(?<file>.*?)(?<at>\([0-9,-]+\))?\s*:\s*(?:\w+\s+)?error(?:\s+(?<code>[A-Za-z]+[0-9]+))?\s*:\s*(?<message>.*?)(?:\s\[(?:(?<project>[^\[\]]*?proj)(?:::)?)?(?:TargetFramework=[^\[\]]*)?\])?\s*$
        """)]
    private static partial Regex Shape();
}
