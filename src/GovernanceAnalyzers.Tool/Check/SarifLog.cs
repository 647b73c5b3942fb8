using System.Text.Json;

namespace GovernanceAnalyzers.Tool.Check;

/// <summary>What the compiler logged for one compile: SARIF 2.1, of which the rules and results are read.</summary>
internal sealed record SarifLog(IReadOnlyList<SarifRule> Rules, IReadOnlyList<SarifResult> Results)
{
    /// <summary>
    /// The only proof that the analyzers ran: the compiler lists the rules of every analyzer that it loaded and did not skip. The rule that states the
    /// facts must be among them, or an empty summary would pass for code without automation.
    /// </summary>
    public bool ListsGovernanceRules => Rules.Any(rule => rule.Id == StepFacts.Rule);

    /// <summary>Null where there is no log, or it is not one.</summary>
    public static SarifLog? Read(string file)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            var rules = new List<SarifRule>();
            var results = new List<SarifResult>();
            foreach (var run in Array(json.RootElement, "runs"))
            {
                var driver = run.GetProperty("tool").GetProperty("driver");
                rules.AddRange(Array(driver, "rules").Select(SarifRule.Read));
                results.AddRange(Array(run, "results").Select(SarifResult.Read));
            }

            return new SarifLog(rules, results);
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or IOException)
        {
            return null;
        }
    }

    internal static IEnumerable<JsonElement> Array(JsonElement parent, string name)
        => parent.TryGetProperty(name, out var array) && array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : [];

    internal static string? Text(JsonElement parent, string name)
        => parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() : null;
}

internal sealed record SarifRule(string Id, string Title, string? Help)
{
    public static SarifRule Read(JsonElement rule) => new(
        SarifLog.Text(rule, "id") ?? "",
        (rule.TryGetProperty("shortDescription", out var title) ? SarifLog.Text(title, "text") : null) ?? "",
        SarifLog.Text(rule, "helpUri"));
}

internal sealed record SarifResult(string Rule, string Level, string Message, SourcePlace? Place, bool IsSuppressed,
                                   IReadOnlyDictionary<string, string> Properties)
{
    public static SarifResult Read(JsonElement result)
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        if (result.TryGetProperty("properties", out var bag) && bag.TryGetProperty("customProperties", out var custom)
            && custom.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in custom.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String))
            {
                properties[property.Name] = property.Value.GetString()!;
            }
        }

        return new SarifResult(
            SarifLog.Text(result, "ruleId") ?? "",
            SarifLog.Text(result, "level") ?? "warning",
            SarifLog.Text(result.GetProperty("message"), "text") ?? "",
            SarifLog.Array(result, "locations").Select(SourcePlace.Read).FirstOrDefault(),
            SarifLog.Array(result, "suppressions").Any(),
            properties);
    }
}

/// <summary>A place in the source; the file by its full path.</summary>
internal sealed record SourcePlace(string File, int Line, int Column)
{
    public static SourcePlace? Read(JsonElement location)
    {
        if (!location.TryGetProperty("physicalLocation", out var physical)
            || !physical.TryGetProperty("artifactLocation", out var artifact)
            || SarifLog.Text(artifact, "uri") is not { } uri)
        {
            return null;
        }

        var file = Uri.TryCreate(uri, UriKind.Absolute, out var absolute) && absolute.IsFile ? absolute.LocalPath : Uri.UnescapeDataString(uri);
        return physical.TryGetProperty("region", out var region)
            ? new SourcePlace(file, Number(region, "startLine"), Number(region, "startColumn"))
            : new SourcePlace(file, 0, 0);
    }

    private static int Number(JsonElement region, string name)
        => region.TryGetProperty(name, out var value) && value.TryGetInt32(out var number) ? number : 0;
}
