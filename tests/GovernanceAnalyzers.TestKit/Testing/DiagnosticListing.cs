using System.Globalization;
using System.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Diagnostics with all that is in them, as text that is the same in every run.</summary>
public static class DiagnosticListing
{
    public static string Of(IEnumerable<Diagnostic> diagnostics)
    {
        var listed = diagnostics.Select(d => (d.Location.GetLineSpan().Path, Span: d.Location.SourceSpan, Text: Of(d)))
            .OrderBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.Span).ThenBy(d => d.Text, StringComparer.Ordinal).Select(d => d.Text).ToList();
        return listed.Count == 0 ? "nothing" : string.Concat(listed);
    }

    private static string Of(Diagnostic diagnostic)
    {
        var text = new StringBuilder();
        text.Append($"{diagnostic.Id} {diagnostic.Severity}{(diagnostic.IsSuppressed ? ", suppressed," : "")} at {Place(diagnostic.Location)}\n");
        text.Append($"  {diagnostic.GetMessage(CultureInfo.InvariantCulture)}\n");
        foreach (var place in diagnostic.AdditionalLocations)
        {
            text.Append($"  > {Place(place)}\n");
        }

        var properties = diagnostic.Properties.Where(p => !string.IsNullOrEmpty(p.Value)).OrderBy(p => p.Key, StringComparer.Ordinal).ToLookup(p => IsList(p.Value!));
        text.AppendJoin("", properties[true].Select(p => $"  {p.Key}: {p.Value!.ReplaceLineEndings("\n    ")}\n"));
        return properties[false].Any() ? text.Append("  ").AppendJoin(", ", properties[false].Select(p => $"{p.Key}={p.Value}")).Append('\n').ToString() : text.ToString();
    }

    /// <summary>Of several lines, or of fields with bars between them.</summary>
    private static bool IsList(string value) => value.AsSpan().ContainsAny('\n', '|');

    /// <summary>The span, and what stands there.</summary>
    private static string Place(Location location)
    {
        if (location.Kind == LocationKind.None)
        {
            return "no place";
        }

        var lines = location.GetLineSpan();
        var words = location.SourceTree?.GetText().ToString(location.SourceSpan).Split('\n')[0].TrimEnd();
        return $"{Path.GetFileName(lines.Path)}{Position(lines.StartLinePosition)}-{Position(lines.EndLinePosition)}{(words is null ? "" : $" {words}")}";

        static string Position(LinePosition position) => $"({position.Line + 1},{position.Character + 1})";
    }
}
