using System.Text.Json;

namespace GovernanceAnalyzers.Tool.Check.Reports;

/// <summary>The findings as SARIF 2.1.0, one run, ours only: what a code-scanning page shows beside the lines of a merge request.</summary>
internal static class SarifReport
{
    public static void Write(TextWriter writer, CheckResult result, ShownPaths paths)
    {
        var rules = result.Findings.Select(f => f.Rule).Distinct().Order(StringComparer.Ordinal).ToList();
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, result, rules);
            WriteInvocation(json, result);
            json.WriteStartArray("results");
            foreach (var finding in result.Findings)
            {
                WriteResult(json, finding, rules.IndexOf(finding.Rule), paths);
            }

            json.WriteEndArray();
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        writer.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static void WriteTool(Utf8JsonWriter json, CheckResult result, IEnumerable<string> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "GovernanceAnalyzers");
        json.WriteString("informationUri", "https://github.com/GovernanceAnalyzers/GovernanceAnalyzers");
        json.WriteStartArray("rules");
        foreach (var id in rules)
        {
            var rule = result.Rules.GetValueOrDefault(id);
            json.WriteStartObject();
            json.WriteString("id", id);
            if (rule is { Title.Length: > 0 })
            {
                json.WriteStartObject("shortDescription");
                json.WriteString("text", rule.Title);
                json.WriteEndObject();
            }

            if ((rule?.Help ?? result.Findings.First(f => f.Rule == id).Help) is { } help)
            {
                json.WriteString("helpUri", help);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>What was not read stands here: a run without results must not look like a clean one.</summary>
    private static void WriteInvocation(Utf8JsonWriter json, CheckResult result)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", result.Obstacles.Count == 0);
        json.WriteNumber("exitCode", result.ExitCode);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var obstacle in result.Obstacles)
        {
            WriteNotification(json, "error", obstacle);
        }

        foreach (var line in result.Growth?.Lines ?? [])
        {
            WriteNotification(json, "error", $"The backlog grew since {result.Growth!.Since}: {line}.");
        }

        if (result.Obstacles.Count == 0 && !result.IsComplete)
        {
            WriteNotification(json, "warning", Conclusion.Of(result));
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteNotification(Utf8JsonWriter json, string level, string text)
    {
        json.WriteStartObject();
        json.WriteString("level", level);
        WriteMessage(json, text);
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Finding finding, int rule, ShownPaths paths)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", Words.Level(finding.Level));
        WriteMessage(json, finding.Path is { } path ? $"{finding.Message} ({path})" : finding.Message);
        if (finding.Place is { } place)
        {
            json.WriteStartArray("locations");
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", string.Join('/', paths.Of(place.File).Split('/').Select(Uri.EscapeDataString)));
            json.WriteEndObject();
            if (place.Line > 0)
            {
                json.WriteStartObject("region");
                json.WriteNumber("startLine", place.Line);
                json.WriteNumber("startColumn", Math.Max(place.Column, 1));
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject("message");
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
