using System.Globalization;
using System.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Compares expected with reported diagnostics and explains the difference.</summary>
internal static class DiagnosticComparison
{
    /// <summary>Null where they agree.</summary>
    public static string? Explain(ImmutableArray<DiagnosticResult> expected, Analysis analysis, ImmutableArray<MarkupSource> sources)
    {
        var unexpected = analysis.Diagnostics.OrderBy(d => d.Location.SourceSpan.Start).ToList();
        var missing = new List<DiagnosticResult>();

        // The most specific first, so that a bare one does not take another's match.
        foreach (var result in expected.OrderByDescending(Specificity))
        {
            var match = unexpected.FindIndex(d => Matches(result, d, analysis.Analyzers));
            if (match < 0)
            {
                missing.Add(result);
            }
            else
            {
                unexpected.RemoveAt(match);
            }
        }

        return missing.Count == 0 && unexpected.Count == 0 ? null : Describe(missing, unexpected, analysis, sources);
    }

    private static int Specificity(DiagnosticResult result)
        => (result.MessageArguments is null ? 0 : 1) + (result.Message is null ? 0 : 1) + (result.IsSuppressed is null ? 0 : 1) + result.Locations.Length;

    private static bool Matches(DiagnosticResult expected, Diagnostic actual, ImmutableArray<DiagnosticAnalyzer> analyzers)
        => actual.Id == expected.Id
           && (expected.Severity is null || actual.Severity == expected.Severity)
           && (expected.IsSuppressed is null || actual.IsSuppressed == expected.IsSuppressed)
           && LocationsMatch(expected.Locations, actual)
           && MessageMatches(expected, actual, analyzers);

    private static bool LocationsMatch(ImmutableArray<ExpectedLocation> expected, Diagnostic actual)
    {
        if (expected.IsEmpty)
        {
            return !actual.Location.IsInSource;
        }

        if (!expected[0].Matches(actual.Location))
        {
            return false;
        }

        // Additional locations are compared where the test names some.
        return expected.Length == 1
            || (expected.Length == actual.AdditionalLocations.Count + 1
                && expected.Skip(1).Zip(actual.AdditionalLocations, (e, a) => e.Matches(a)).All(matches => matches));
    }

    private static bool MessageMatches(DiagnosticResult expected, Diagnostic actual, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var message = actual.GetMessage(CultureInfo.InvariantCulture);
        if (expected.Message is { } text && message != text)
        {
            return false;
        }

        if (expected.MessageArguments is not { } arguments)
        {
            return true;
        }

        // The compiler's own messages have formats that no analyzer knows.
        var format = expected.MessageFormat
            ?? analyzers.SelectMany(a => a.SupportedDiagnostics).FirstOrDefault(d => d.Id == expected.Id)?.MessageFormat.ToString(CultureInfo.InvariantCulture);
        return format is null
            ? arguments.All(a => message.Contains(a.ToString()!, StringComparison.Ordinal))
            : message == string.Format(CultureInfo.InvariantCulture, format, [.. arguments]);
    }

    private static string Describe(List<DiagnosticResult> missing, List<Diagnostic> unexpected, Analysis analysis, ImmutableArray<MarkupSource> sources)
    {
        var text = new StringBuilder("the diagnostics differ.\n");
        foreach (var result in missing)
        {
            var arguments = result.MessageArguments is { } values ? $" with arguments \"{string.Join("\", \"", values)}\"" : "";
            var state = result.IsSuppressed is { } suppressed ? (suppressed ? ", suppressed" : ", not suppressed") : "";
            var place = result.Locations.IsEmpty ? "without location" : "at " + string.Join(", ", result.Locations);
            text.Append($"  expected, not reported: {result.Id}{(result.Severity is { } s ? $" ({s})" : "")} {place}{arguments}{state}\n");
        }

        foreach (var diagnostic in unexpected)
        {
            text.Append($"  reported, not expected: {diagnostic}{(diagnostic.IsSuppressed ? " (suppressed)" : "")}\n");
        }

        text.Append("The source, marked as reported:\n");
        foreach (var source in sources)
        {
            var here = analysis.Diagnostics.Where(d => d.Location.SourceTree?.FilePath == source.Path).Select(d => (d.Id, d.Location.SourceSpan));
            text.Append($"--- {source.Path}\n").Append(MarkupSource.Insert(source.Text, here)).Append('\n');
        }

        return text.ToString();
    }
}
