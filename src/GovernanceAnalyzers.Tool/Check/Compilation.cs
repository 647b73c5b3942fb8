namespace GovernanceAnalyzers.Tool.Check;

/// <summary>One compile of the user's build, as the attached targets recorded it: a project for one framework.</summary>
internal sealed record Compilation(string Project, string Language, string Framework, string Assembly, string SarifFile, string ManifestFile)
{
    /// <summary>The project references our package or our attributes, so that the package's own guards concern it.</summary>
    public bool TakesPart { get; init; }

    /// <summary>The project switches analyzers off in its own builds.</summary>
    public bool SwitchesAnalysisOff { get; init; }

    /// <summary>The day on which the project has dates judged, as it says it; empty for today.</summary>
    public string Date { get; init; } = "";

    public bool IsCSharp => Language == "C#";

    public string Name => Framework.Length == 0 ? Path.GetFileName(Project) : $"{Path.GetFileName(Project)} ({Framework})";

    public static IReadOnlyList<Compilation> ReadAll(string folder)
        => Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.record").Select(Read)
                .OrderBy(c => c.Project, StringComparer.Ordinal).ThenBy(c => c.Framework, StringComparer.Ordinal)]
            : [];

    private static Compilation Read(string record)
    {
        var values = File.ReadLines(record).Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        string Value(string key) => values.GetValueOrDefault(key, "");
        return new Compilation(Value("project"), Value("language"), Value("framework"), Value("assembly"),
                               Path.ChangeExtension(record, ".sarif"), Value("manifest"))
        {
            TakesPart = IsTrue(Value("takesPart")),
            Date = Value("date"),
            SwitchesAnalysisOff = string.Equals(Value("runAnalyzers"), "false", StringComparison.OrdinalIgnoreCase),
        };
    }

    private static bool IsTrue(string value) => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
