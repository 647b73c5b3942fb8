using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace GovernanceAnalyzers.Tool.Check;

/// <summary>
/// The projects with code that a solution names, by full path. Needed to see which of them the build left out: a project that no build
/// configuration covers would otherwise count as one without findings.
/// </summary>
internal static partial class SolutionProjects
{
    private static readonly string[] s_withCode = [".csproj", ".vbproj", ".fsproj", ".vcxproj"];

    public static IReadOnlyList<string> Of(CheckTarget solution)
    {
        try
        {
            var folder = solution.Folder;
            var named = Path.GetExtension(solution.File).ToLowerInvariant() switch
            {
                ".slnx" => XDocument.Load(solution.File).Descendants("Project").Select(p => (string?)p.Attribute("Path")),
                ".slnf" => Filtered(solution, out folder),
                _ => ProjectLine().Matches(File.ReadAllText(solution.File)).Select(m => m.Groups["path"].Value),
            };
            return [.. named.OfType<string>()
                .Where(p => s_withCode.Contains(Path.GetExtension(p), StringComparer.OrdinalIgnoreCase))
                .Select(p => Path.GetFullPath(p.Replace('\\', Path.DirectorySeparatorChar), folder))
                .Distinct().Order(StringComparer.Ordinal)];
        }
        catch (Exception failure) when (failure is XmlException or JsonException or KeyNotFoundException or InvalidOperationException or IOException)
        {
            throw new CannotRunException($"the solution {solution.Name} cannot be read: {failure.Message}");
        }
    }

    private static IEnumerable<string?> Filtered(CheckTarget filter, out string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(filter.File));
        var solution = json.RootElement.GetProperty("solution");
        var path = solution.GetProperty("path").GetString()!.Replace('\\', Path.DirectorySeparatorChar);
        folder = Path.GetDirectoryName(Path.GetFullPath(path, filter.Folder))!;
        return [.. solution.GetProperty("projects").EnumerateArray().Select(p => p.GetString())];
    }

    [GeneratedRegex("""^Project\("\{[^}]*\}"\)\s*=\s*"[^"]*",\s*"(?<path>[^"]+)",""", RegexOptions.Multiline)]
    private static partial Regex ProjectLine();
}
