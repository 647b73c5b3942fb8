using System.Text.Json;
using System.Text.RegularExpressions;

namespace GovernanceAnalyzers.Package.Tests.Rig;

/// <summary>The part of JSON Schema, draft 2020-12, that our schema uses. A keyword it does not know is an error, never skipped.</summary>
internal static class JsonSchema
{
    public static void Check(JsonElement schema, JsonElement value)
    {
        if (Problem(schema, schema, value, "$") is { } problem)
        {
            throw new FormatException(problem);
        }
    }

    private static string? Problem(JsonElement root, JsonElement schema, JsonElement value, string path)
        => schema.EnumerateObject().Select(keyword => Problem(root, schema, keyword.Name, keyword.Value, value, path)).FirstOrDefault(p => p is not null);

    private static string? Problem(JsonElement root, JsonElement schema, string keyword, JsonElement wanted, JsonElement value, string path)
    {
        switch (keyword)
        {
            case "$schema" or "$id" or "$defs" or "title" or "description":
                return null;
            case "$ref":
                return Problem(root, Resolve(root, wanted.GetString()!), value, path);
            case "type":
                return value.ValueKind.ToString().Equals(wanted.GetString(), StringComparison.OrdinalIgnoreCase) ? null : $"{path} is no {wanted}";
            case "const":
                return JsonElement.DeepEquals(wanted, value) ? null : $"{path} is not {wanted}";
            case "enum":
                return wanted.EnumerateArray().Any(w => JsonElement.DeepEquals(w, value)) ? null : $"{path} is none of {wanted}";
            case "minItems":
                return value.GetArrayLength() >= wanted.GetInt32() ? null : $"{path} has too few items";
            case "minLength":
                return value.GetString()!.Length >= wanted.GetInt32() ? null : $"{path} is too short";
            case "pattern":
                return Regex.IsMatch(value.GetString()!, wanted.GetString()!) ? null : $"{path} '{value}' does not match {wanted}";
            case "required":
                return wanted.EnumerateArray().Where(w => !value.TryGetProperty(w.GetString()!, out _)).Select(w => $"{path} has no {w}").FirstOrDefault();
            case "properties":
                return wanted.EnumerateObject().Where(w => value.TryGetProperty(w.Name, out _))
                    .Select(w => Problem(root, w.Value, value.GetProperty(w.Name), $"{path}.{w.Name}")).FirstOrDefault(p => p is not null);
            case "additionalProperties" when wanted.ValueKind == JsonValueKind.False:
                return value.EnumerateObject().Where(v => !schema.GetProperty("properties").TryGetProperty(v.Name, out _))
                    .Select(v => $"{path} has an unknown {v.Name}").FirstOrDefault();
            case "items":
                return value.EnumerateArray().Select((item, i) => Problem(root, wanted, item, $"{path}[{i}]")).FirstOrDefault(p => p is not null);
            case "oneOf":
                var problems = wanted.EnumerateArray().Select(w => Problem(root, w, value, path)).ToList();
                return problems.Count(p => p is null) == 1 ? null : $"{path} fits none or several: {string.Join("; ", problems)}";
            default:
                throw new NotSupportedException($"The schema uses '{keyword}', which this check does not know.");
        }
    }

    private static JsonElement Resolve(JsonElement root, string reference)
        => reference.TrimStart('#', '/').Split('/').Aggregate(root, (at, name) => at.GetProperty(name));
}
